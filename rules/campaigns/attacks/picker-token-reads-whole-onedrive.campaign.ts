import { attackCampaign } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { consent } from '../microsoft-oauth.ts'
import { personalFiles } from '../microsoft-onedrive.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const folders = ['Budget', 'Contrat', 'Salaires', 'Offre', 'Plan', 'Audit']

export default attackCampaign({
  title: 'Tokens of a whiteboard with a file picker are taken and used to read the files of two people night by night',
  sources: [
    'https://nhimg.org/articles/onedrive-file-picker-flaws-expose-broad-app-access-to-files/',
    'https://www.oasis.security/blog/onedrive-file-picker-security-flaw-oasis-research',
  ],
  facts: [
    'The picker asks for all files, although the person chooses one.',
    'The web application keeps access tokens and often refresh tokens in plain text.',
    'Whoever has the token reads the whole OneDrive without a new consent or sign-in of the person.',
    'The customer collects Defender CloudAppEvents alone.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'atelier-verrier', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 68,
      after: 20,
      people: 18,
      records: 1050,
    })
    const board = makeApp(random, 'Tafelwerk Whiteboard', random.uuid(), {
      ip: '203.0.113.50',
      agent: 'Tafelwerk-Import/3.2',
    })
    const users = [3, 5, 8, 10, 12, 15].map(person)
    const uses: string[] = []
    users.forEach((user, index) => {
      const first = start - (55 - index * 2) * day + 9 * hour + index * 7 * minute
      consent(log, first, {
        by: user,
        app: board,
        resource: log.tenant.graph,
        scopes: 'openid profile offline_access User.Read Files.Read.All',
        isNew: index === 0,
      })
      // Some files in a week, chosen in the picker during the working day.
      for (let d = index; d < 70; d += 2 + (index % 3)) {
        const at = first + d * day + random.integer(0, 6 * 60) * minute
        if ([0, 6].includes(new Date(at).getUTCDay())) continue
        uses.push(
          file(log, at, {
            person: user,
            client: board,
            ip: board.ip,
            agent: board.agent,
            file: `${random.pick(folders)} ${d}.pdf`,
            operation: 'FileDownloaded',
            site: `personal-${user.oid.slice(0, 8)}`,
          }),
        )
      }
    })
    const taken: string[] = []
    for (const night of [1, 2, 4, 5, 8, 9, 11]) {
      const victim = person(night % 2 ? 5 : 12)
      const count = random.integer(11, 17)
      for (let i = 0; i < count; i += 1)
        taken.push(
          file(log, start + night * day + 22 * hour + i * 4 * minute + random.integer(0, 170) * 1000, {
            person: victim,
            client: board,
            ip: '192.0.2.77',
            agent: board.agent,
            file: `${random.pick(folders)} ${night}-${i}.${random.pick(['xlsx', 'docx', 'pdf'])}`,
            operation: 'FileDownloaded',
            site: `personal-${victim.oid.slice(0, 8)}`,
          }),
        )
    }
    const kept = cloudAppEvents(log.records(), [...quiet, ...uses.slice(20, 28)])
    return {
      records: personalFiles(kept.records),
      firstHostile: taken[0] ?? '',
      dataLeft: taken,
      required: [
        {
          act: 'The picker application downloads many files of two people at night from a network of nobody',
          ids: taken,
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
