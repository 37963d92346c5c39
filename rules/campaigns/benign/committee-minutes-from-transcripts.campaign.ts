// An application of the council writes minutes from the transcripts of committee meetings, and more committees join.
import { benignWork } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { type App, day, hour, type Log, makeApp, minute, type Person } from '../microsoft-tenant.ts'

/** The transcripts of one organizer. Returns the ids. */
const collect = (log: Log, at: number, app: App, organizer: Person): readonly string[] => {
  const { random, tenant } = log
  const tokenId = token(log)
  const call = (later: number, uri: string, size: number) =>
    graphCall(log, at + later, {
      client: app,
      ip: app.ip,
      uri,
      size,
      permissions: 'OnlineMeetingTranscript.Read.All OnlineMeetings.Read.All User.Read.All',
      agent: app.agent,
      tokenId,
    })
  const meetings = `/users/${organizer.oid}/onlineMeetings`
  const parts = Array.from({ length: random.integer(1, 3) }, (_, i) => {
    const meeting = `MSo${random.uuid().replaceAll('-', '')}`
    const transcript = `MSMj${random.uuid().replaceAll('-', '')}`
    return call(
      (9 + i * 4) * 1000,
      `${meetings}/${meeting}/transcripts/${transcript}/content?$format=text/vtt`,
      random.integer(30_000, 220_000),
    )
  })
  return [
    appSignIn(log, at, { app, resource: tenant.graph, tokenId }),
    call(4_000, `${meetings}/getAllTranscripts(meetingOrganizerUserId='${organizer.oid}')`, random.integer(900, 4_000)),
    ...parts,
  ]
}

export default benignWork({
  title: 'Minutes of committee meetings come from transcripts every night',
  sources: [
    'https://learn.microsoft.com/en-us/microsoftteams/platform/graph-api/meeting-transcripts/overview-transcripts',
    'https://learn.microsoft.com/en-us/graph/api/onlinemeeting-getalltranscripts',
  ],
  resembles: 'An application without a user copies the words of more and more meetings in the night.',
  accounts: 16,
  days: 24,
  allowed: 'none',
  build: (random) => {
    const days = 70
    const { log, tenant, start, person } = scene(random, 'dunmere-council', {
      feeds: 'entra',
      from: '2026-03-09',
      days,
      after: 26,
      people: 24,
      records: 800,
    })
    const minutes = makeApp(random, 'Committee Minutes', tenant.id, { ip: '198.51.100.67', agent: 'minutes/1.9' })
    const night = (from: number, organizers: number): readonly string[] =>
      Array.from({ length: organizers }, (_, i) => person(4 + i)).flatMap((organizer, i) =>
        random.number() < 0.45
          ? collect(log, from + 21 * hour + i * 3 * minute + random.integer(0, 50) * 1000, minutes, organizer)
          : [],
      )
    for (let d = 0; d < days; d += 1) night(start - (days - d) * day, 6)
    const ids: string[] = []
    for (let d = 0; d < 24; d += 1) ids.push(...night(start + d * day, d < 8 ? 10 : 16))
    return { records: log.records(), ids }
  },
})
