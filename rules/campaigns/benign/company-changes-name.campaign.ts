import { benignWork } from '../campaign.ts'
import { auditDomain } from '../microsoft-directory.ts'
import { audit, principal, registration } from '../microsoft-entra.ts'
import { replyAddresses } from '../microsoft-policies.ts'
import { scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names =
  'Intranet,Purchase Approvals,Shift Planner,Canteen Orders,Car Pool,Asset List,Visitor Desk,Idea Box,' +
  'Travel Costs,Quality Audits,Spare Parts,Tool Crib,Room Finder,Training Record,Supplier Portal,Claims,' +
  'Complaint Register,Energy Monitor,Works Council Vote,Press Archive,Drawing Viewer,Price List'

/** Working days after the start, a Monday. */
const changeDays = [3, 4, 7, 8, 9, 10, 11, 14]

export default benignWork({
  title: 'The company gets a new name: a new domain, 22 renamed applications, and new reply addresses',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/reply-url',
    'https://learn.microsoft.com/en-us/entra/identity/users/domains-manage',
  ],
  resembles: 'One developer adds reply addresses of an unknown domain to many applications, and changes their names.',
  accounts: 3400,
  days: 35,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'old-anchor-works', {
      feeds: 'entra',
      from: '2026-02-23',
      days: 63,
      after: 35,
      people: 40,
      records: 760,
    })
    const fresh = 'keelworks.example'
    const ids: string[] = []
    const { admin, developer } = tenant
    ids.push(
      auditDomain(log, start + 9 * hour, admin, 'Add unverified domain', fresh, [
        { name: 'Name', now: JSON.stringify([fresh]), before: '[]' },
      ]),
      auditDomain(log, start + 11 * hour, admin, 'Verify domain', fresh, [
        { name: 'Name', now: JSON.stringify([fresh]), before: '[]' },
      ]),
    )
    const rename = (app: App, at: number) => {
      const change = {
        name: 'DisplayName',
        now: JSON.stringify([`Keelworks ${app.name}`]),
        before: JSON.stringify([app.name]),
      }
      const common = {
        category: 'ApplicationManagement',
        by: developer,
        correlation: random.uuid(),
        details: { 'User-Agent': developer.agent, AppId: app.appId },
      }
      const changes = [change, { name: 'Included Updated Properties', now: '"DisplayName"' }]
      return [
        audit(log, at, { ...common, activity: 'Update application', targets: [registration(app, changes)] }),
        audit(log, at + 400, {
          ...common,
          activity: 'Update service principal',
          targets: [principal(app, changes, true)],
        }),
      ]
    }
    for (const [i, name] of names.split(',').entries()) {
      const host = name.toLowerCase().replaceAll(' ', '-')
      const old = `https://${host}.${tenant.domain}/signin-oidc`
      const next = `https://${host}.${fresh}/signin-oidc`
      const app = makeApp(random, name, tenant.id, { reply: old })
      // Two or three applications on each change day; the old address goes two weeks later.
      const at = start + (changeDays[Math.floor(i / 3)] ?? 14) * day + 13 * hour + (i % 3) * 17 * minute
      ids.push(
        replyAddresses(log, at, developer, app, { before: [old], now: [old, next] }),
        ...rename(app, at + 4 * minute),
        replyAddresses(log, at + 14 * day, developer, app, { before: [old, next], now: [next] }),
      )
    }
    return { records: log.records(), ids }
  },
})
