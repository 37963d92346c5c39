// Consultants work with guest accounts on a project site; unified audit log alone.
import { benignWork } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { guest, staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Fourteen consultants get guest accounts for a finance project, read a site and connect their whiteboard',
  sources: ['https://learn.microsoft.com/en-us/entra/external-id/what-is-b2b'],
  resembles:
    'Accounts from outside appear in one day, sign in from many foreign networks, download documents for weeks, ' +
    'and consent to an application that the company does not know.',
  accounts: 640,
  days: 35,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'norvikenergy', {
      feeds: 'audit',
      from: '2025-04-07',
      days: 66,
      after: 35,
      records: 420,
      people: 20,
    })
    const partner = 'harrowpeak.example'
    const board = makeApp(random, 'Inkwall Whiteboard', random.uuid())
    const sponsor = person(4)
    const ids: string[] = []
    const networks = ['87.190.11', '109.74.3', '62.30.88', '178.202.45']
    const consultants = Array.from({ length: 14 }, (_, i) =>
      guest(log, `c.team${i + 1}`, `Consultant ${i + 1}`, partner, `${networks[i % 4]}.${20 + i}`),
    )
    consultants.forEach((one, i) => {
      const invited = start + 10 * hour + i * 3 * minute
      ids.push(
        directory(log, invited, {
          operation: 'Invite external user.',
          by: sponsor,
          target: userTarget(one),
          objectId: one.upn,
          category: 'User',
          details: { 'User-Agent': sponsor.agent },
          changes: [],
        }),
        directory(log, invited + 2_000, {
          operation: 'Add user.',
          by: sponsor,
          target: userTarget(one),
          objectId: one.upn,
          category: 'User',
          details: { 'User-Agent': sponsor.agent },
          changes: [
            { name: 'UserType', now: '[\r\n  "Guest"\r\n]', before: '[]' },
            { name: 'Included Updated Properties', now: 'UserType' },
          ],
        }),
      )
      for (let visit = 0; visit < 16; visit += 1) {
        const at = working(log, start + day, 33)
        const seen = { person: one, client: firstParty.office, ip: one.ip }
        ids.push(signInAudit(log, at, { ...seen, resource: tenant.sharepoint }))
        const count = random.integer(2, 7)
        for (let n = 0; n < count; n += 1)
          ids.push(
            file(log, at + (n + 1) * 2 * minute, {
              ...seen,
              agent: one.agent,
              file: `workstream-${random.integer(1, 60)}.${random.pick(['xlsx', 'pptx', 'docx'])}`,
              operation: random.pick(['FileAccessed', 'FileDownloaded', 'FileModified']),
              site: 'finance-project',
            }),
          )
      }
      if (i % 3 !== 0) return
      const at = working(log, start + (4 + i) * day, 6)
      ids.push(
        signInAudit(log, at - 4_000, { person: one, client: board, resource: tenant.graph, ip: one.ip }),
        ...consent(log, at, {
          by: one,
          app: board,
          resource: tenant.graph,
          scopes: 'User.Read openid profile email',
          isNew: i === 0,
        }),
      )
    })
    for (const one of staff(log, 'nv', 606))
      ids.push(
        signInAudit(log, working(log, start, 34), {
          person: one,
          client: firstParty.teams,
          resource: tenant.graph,
          ip: one.ip,
        }),
      )
    return { records: log.records(), ids }
  },
})
