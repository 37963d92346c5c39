import { benignWork } from '../campaign.ts'
import { auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The help desk changes its remote support tool: pilot, consent for all, and a second region of the vendor',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-consent-requests',
  ],
  resembles:
    'A new application of another tenant gets consent for all with directory and mail scopes; its tokens come from a new network.',
  accounts: 2600,
  days: 42,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'nordwind-logistics', {
      feeds: 'entra',
      from: '2026-03-23',
      days: 63,
      after: 42,
      people: 45,
      records: 820,
    })
    const tool = makeApp(random, 'Handrail Service Desk', random.uuid(), { ip: '203.0.113.80' })
    const widget = makeApp(random, 'Service Desk Self Help', tenant.id)
    const desk = [tenant.helpdesk, ...Array.from({ length: 11 }, (_, i) => person(6 + i))]
    const pilot = desk.slice(0, 3)
    const ids: string[] = []
    for (const [i, by] of pilot.entries())
      ids.push(
        ...auditConsent(
          log,
          start + i * day + 9 * hour + random.integer(0, 200) * minute,
          by,
          { client: tool, resource: tenant.graph, scopes: 'openid profile email offline_access User.Read', user: by },
          false,
          i === 0,
        ),
      )
    // The administrator works through the change on a Tuesday morning.
    ids.push(
      ...auditConsent(
        log,
        start + 8 * day + 8 * hour,
        tenant.admin,
        {
          client: tool,
          resource: tenant.graph,
          scopes: 'User.Read.All Directory.Read.All Mail.Send.Shared Calendars.ReadWrite offline_access',
        },
        true,
        false,
      ),
      ...auditRegister(log, start + 9 * day + 10 * hour, tenant.developer, widget),
    )
    const uses = (from: number, days: number, count: number, addresses: readonly string[]) => {
      routine(log, from, days, count, (at) => {
        const by = random.pick(desk)
        const interactive = random.number() < 0.35
        const id = userSignIn(log, at, {
          person: by,
          client: tool,
          resource: tenant.graph,
          ip: interactive ? by.ip : random.pick(addresses),
          ...(interactive ? {} : { agent: 'Handrail/2026.3', incoming: 'refreshToken' }),
          interactive,
          ownerTenant: tool.ownerTenant,
        })
        ids.push(id)
        return id
      })
    }
    uses(start + 1 * day, 8, 24, [tool.ip])
    uses(start + 9 * day, 19, 230, [tool.ip, '203.0.113.81'])
    // The vendor opens its region in the country of the customer.
    uses(start + 28 * day, 14, 190, ['203.0.113.81', '203.0.113.140', '2001:db8:40::12'])
    return { records: log.records(), ids }
  },
})
