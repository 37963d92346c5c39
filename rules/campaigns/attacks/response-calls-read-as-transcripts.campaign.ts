import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'An old meeting room application gets one more permission, and reads what the defenders say in their calls',
  sources: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
    'https://www.microsoft.com/en-us/security/blog/2025/10/07/disrupting-threats-targeting-microsoft-teams/',
  ],
  facts: [
    'The help desk is talked into a new password of an administrator.',
    'The intruders follow how the security team hunts them, in chats, mail and calls of the incident response.',
    'An application that the organization already has gets a further permission and a second secret.',
    'It reads transcripts through Microsoft Graph, a few in a day.',
  ],
  build: (random) => {
    const days = 70
    const { log, tenant, start, quiet, person } = scene(random, 'kestrel-mutual', {
      feeds: 'entra',
      from: '2026-03-16',
      days,
      after: 14,
      people: 24,
      records: 900,
    })
    const { admin, graph, helpdesk } = tenant
    const ip = '192.0.2.66'
    const rooms = makeApp(random, 'Room Panel Sync', tenant.id, { ip: '198.51.100.63', agent: 'room-panel/3.4' })
    const usually = (at: number) => {
      const tokenId = token(log)
      appSignIn(log, at - 3000, { app: rooms, resource: graph, tokenId })
      return graphCall(log, at, {
        client: rooms,
        ip: rooms.ip,
        uri: `/users/${person(4 + random.integer(0, 5)).oid}/calendarView?startDateTime=2026-05-01&endDateTime=2026-05-02`,
        permissions: 'Calendars.Read OnlineMeetings.Read.All',
        agent: rooms.agent,
        tokenId,
      })
    }
    const usual = routine(log, start - days * day, days, 140, usually)
    routine(log, start, 10, 20, usually)
    const at = start + 2 * day + 8 * hour + 40 * minute
    audit(log, at - 25 * minute, {
      activity: 'Reset user password',
      category: 'UserManagement',
      by: helpdesk,
      targets: [account(admin, [], true)],
      details: { 'User-Agent': helpdesk.agent },
    })
    const entered = userSignIn(log, at, { person: admin, client: firstParty.azurePortal, resource: graph, ip })
    const allowed = auditAppRole(
      log,
      at + 33 * minute,
      admin,
      rooms,
      graph,
      {
        id: 'a4a80d8d-d283-4bd8-8504-555ec3870630',
        value: 'OnlineMeetingTranscript.Read.All',
        title: 'Read all transcripts of online meetings.',
      },
      ip,
    )
    const old = { id: rooms.keyId, name: 'panels' }
    const added = { id: random.uuid(), name: 'panels 2' }
    const secret = auditKeys(log, at + 41 * minute, admin, rooms, [old], [old, added], { ip })
    const defenders: readonly Person[] = [person(7), person(12)]
    const content: string[] = []
    const used = repeat(random, at + 18 * hour, 7, 22 * hour, (when, i) => {
      const organizer = defenders[i % 2] ?? admin
      const tokenId = token(log)
      const call = (later: number, uri: string, size: number) =>
        graphCall(log, when + later, {
          client: rooms,
          ip,
          uri,
          size,
          permissions: 'Calendars.Read OnlineMeetingTranscript.Read.All OnlineMeetings.Read.All',
          agent: rooms.agent,
          tokenId,
        })
      const id = appSignIn(log, when, { app: rooms, resource: graph, ip, keyId: added.id, tokenId })
      const meetings = `/users/${organizer.oid}/onlineMeetings`
      call(4_000, `${meetings}/getAllTranscripts(meetingOrganizerUserId='${organizer.oid}')`, random.integer(900, 3000))
      const meeting = `MSo${random.uuid().replaceAll('-', '')}`
      const transcript = `MSMj${random.uuid().replaceAll('-', '')}`
      content.push(
        call(
          11_000,
          `${meetings}/${meeting}/transcripts/${transcript}/content?$format=text/vtt`,
          random.integer(40_000, 160_000),
        ),
      )
      return id
    })
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: content,
      required: [
        { act: 'The room application gets the permission to read all transcripts', ids: [allowed], minimum: 'medium' },
        { act: 'The room application gets a second secret', ids: [secret], minimum: 'medium' },
        {
          act: 'The new secret signs in from a foreign network and transcripts are read',
          ids: [...used, ...content],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 10 === 0)],
    }
  },
})
