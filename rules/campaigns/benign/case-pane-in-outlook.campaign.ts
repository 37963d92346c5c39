// A law firm brings the pane of its case system into Outlook: pilot, half of the firm, everybody.
import { benignWork } from '../campaign.ts'
import { exchangeShell, organizationAddIn } from '../microsoft-add-ins.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An add-in of the case system comes into all mailboxes of a law firm in three steps',
  sources: [
    'https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/new-app',
    'https://learn.microsoft.com/en-us/office/dev/add-ins/publish/publish-nested-app-auth-add-in',
  ],
  resembles:
    'An add-in of an outside vendor is forced on all mailboxes, one consent opens mail for everybody, and a server of the vendor reads many mailboxes.',
  accounts: 22,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'lindqvist-partners', {
      feeds: 'audit',
      from: '2025-02-03',
      days: 66,
      after: 28,
      people: 22,
      records: 420,
    })
    const { admin, exchange, graph } = tenant
    const ids: string[] = []
    const shell = (at: number) =>
      ids.push(
        signInAudit(log, at - 3 * minute, { person: admin, client: exchangeShell, resource: exchange, ip: admin.ip }),
      )
    const addIn = {
      id: random.uuid(),
      name: 'Casefile Pane',
      manifest: 'https://outlook.casefile.example/manifest.xml',
    }
    const app = makeApp(random, 'Casefile for Outlook', random.uuid(), {
      reply: 'https://outlook.casefile.example/signin',
      ip: '203.0.113.71',
      agent: 'Casefile/12.4',
    })

    const pilot = start + day + 9 * hour + 40 * minute
    shell(pilot)
    ids.push(
      organizationAddIn(log, pilot, {
        by: admin,
        operation: 'New-App',
        addIn,
        parameters: {
          ProvidedTo: 'SpecificUsers',
          UserList: [3, 4, 5].map((i) => person(i).upn).join(','),
          DefaultStateForUser: 'Enabled',
          AllowReadWriteMailbox: 'True',
        },
      }),
    )
    const scopes = 'openid profile offline_access User.Read Mail.ReadWrite'
    const asked = { person: admin, client: app, resource: graph, ip: admin.ip }
    ids.push(
      signInAudit(log, pilot + 20 * minute, asked),
      ...consent(log, pilot + 21 * minute, { by: admin, app, resource: graph, scopes, admin: true, everyone: true }),
    )
    const half = start + 8 * day + 10 * hour
    shell(half)
    ids.push(
      organizationAddIn(log, half, {
        by: admin,
        operation: 'Set-App',
        addIn,
        parameters: {
          ProvidedTo: 'SpecificUsers',
          UserList: tenant.people
            .slice(3, 13)
            .map((p) => p.upn)
            .join(','),
          DefaultStateForUser: 'Enabled',
        },
      }),
    )
    const all = start + 15 * day + 7 * hour + 50 * minute
    shell(all)
    ids.push(
      organizationAddIn(log, all, {
        by: admin,
        operation: 'Set-App',
        addIn,
        parameters: { ProvidedTo: 'Everyone', DefaultStateForUser: 'AlwaysEnabled' },
      }),
    )

    for (let i = 3; i < 22; i += 1) {
      const owner = person(i)
      // From the next Monday on.
      const first = (i < 6 ? pilot : i < 13 ? half : all) + 3 * day + random.integer(0, 90) * minute
      ids.push(signInAudit(log, first, { person: owner, client: app, resource: graph, ip: owner.ip }))
      // The pane files a few letters of the day; the server of the vendor fetches them.
      for (let d = 0; d < 5; d += 1) {
        const at = first + d * day + random.integer(2, 6 * 60) * minute
        const path = random.pick(['\\Inbox', '\\Sent Items'])
        ids.push(mailRead(log, at, { owner, client: app, ip: app.ip }, random.integer(1, 4), path))
      }
    }
    return { records: log.records(), ids }
  },
})
