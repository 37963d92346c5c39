// Teams move their old workshop files into a whiteboard tool: the tool fetches whole folders from OneDrive through several of its servers.
import { benignWork } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { consent } from '../microsoft-oauth.ts'
import { personalFiles } from '../microsoft-onedrive.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Six people import workshop folders into a whiteboard with the file picker',
  sources: [
    'https://learn.microsoft.com/en-us/onedrive/developer/controls/file-pickers/',
    'https://nhimg.org/articles/onedrive-file-picker-flaws-expose-broad-app-access-to-files/',
  ],
  resembles: 'An application with a scope for all files downloads far more in an afternoon than in the weeks before.',
  accounts: 6,
  days: 8,
  allowed: 'low',
  build: (random) => {
    const { log, start, person } = scene(random, 'studio-kaltwasser', {
      feeds: 'audit',
      from: '2026-05-04',
      days: 72,
      after: 12,
      people: 16,
      records: 950,
    })
    const board = makeApp(random, 'Wandtafel Pro', random.uuid(), {
      agent: 'WandtafelFetcher/2.9 (+https://wandtafel.example)',
    })
    const server = (i: number): string => `203.0.113.${70 + (i % 4)}`
    const users = [2, 4, 6, 9, 11, 13].map(person)
    const fetch = (at: number, place: number, name: string, i: number): string => {
      const user = users[place] ?? person(2)
      return file(log, at, {
        person: user,
        client: board,
        ip: server(i),
        agent: board.agent,
        file: name,
        operation: 'FileDownloaded',
        site: `personal-${user.oid.slice(0, 8)}`,
      })
    }
    users.forEach((user, place) => {
      const first = start - (60 - place) * day + 10 * hour
      consent(log, first, {
        by: user,
        app: board,
        resource: log.tenant.graph,
        scopes: 'openid profile offline_access User.Read Files.Read.All',
        isNew: place === 0,
      })
      for (let d = 1; d < 58; d += 3) {
        const at = first + d * day + random.integer(0, 5 * 60) * minute
        if ([0, 6].includes(new Date(at).getUTCDay())) continue
        fetch(at, place, `Skizze ${d}.pdf`, d)
      }
    })
    const ids: string[] = []
    users.forEach((_, place) => {
      const at = start + ([0, 1, 2, 5, 6, 7][place] ?? 0) * day + 12 * hour + place * 13 * minute
      const count = random.integer(24, 46)
      for (let i = 0; i < count; i += 1)
        ids.push(
          fetch(at + i * random.integer(6, 10) * 1000, place, `Workshop ${place}-${i}.${i % 3 ? 'pptx' : 'png'}`, i),
        )
    })
    const kept = cloudAppEvents(log.records(), ids)
    return { records: personalFiles(kept.records), ids: kept.ids }
  },
})
