// A new application may administer Exchange. It waits for nineteen days, and then opens a connector for false mail twice.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appCmdlet, exchangeAdministrator, manageAsApp, roleForApp } from '../microsoft-exchange-apps.ts'
import { appRole } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const headers = [
  'X-MS-Exchange-ExternalOriginalInternetSender',
  'X-MS-Exchange-SkipListedInternetSender',
  'X-MS-Exchange-Organization-OriginalClientIPAddress',
  'Received-SPF',
]

export default attackCampaign({
  title: 'An application that may administer Exchange waits nineteen days, then opens a mail connector for two nights',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2022/09/22/malicious-oauth-applications-used-to-compromise-email-servers-and-spread-spam/',
    'https://practical365.com/oauth-app-security-incident/',
    'https://learn.microsoft.com/en-us/powershell/exchange/app-only-auth-powershell-v2',
  ],
  facts: [
    'The attacker tries known passwords on administrators without a second factor.',
    'A script registers an application with the permission Exchange.ManageAsApp, an administrator role and a certificate.',
    'The application is used only after days or weeks.',
    'It makes an inbound connector and transport rules that remove headers, and deletes both after the wave of false mail.',
    'The same application comes back for the next wave.',
  ],
  build: (random) => {
    const stage = scene(random, 'brackenmoor', { feeds: 'audit', from: '2025-08-18', days: 84, after: 34 })
    const { log, tenant, start, quiet } = stage
    const { admin, graph, exchange, hrSync } = tenant
    const footer = routine(log, start - 84 * day, 110, 16, (at) =>
      cmdlet(log, at, {
        by: admin,
        operation: 'Set-TransportRule',
        objectId: 'Footer of the company',
        parameters: { Identity: 'Footer of the company', ApplyHtmlDisclaimerText: '<p>Brackenmoor Ltd</p>' },
        ip: admin.ip,
      }),
    )
    const hides = routine(log, start - 84 * day, 110, 34, (at) =>
      appCmdlet(log, at, {
        app: hrSync,
        operation: 'Set-Mailbox',
        objectId: random.pick(tenant.people).upn,
        parameters: { HiddenFromAddressListsEnabled: 'True' },
      }),
    )

    const away = '192.0.2.88'
    const begin = start + day + 4 * hour
    const shell = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.20348; en-US) PowerShell/7.4.6'
    const stolen = { ...admin, agent: shell }
    const enters = [0, 7, 15, 31, 40].map((minutes, i) =>
      signInAudit(log, begin + minutes * minute, {
        person: stolen,
        client: firstParty.graphTools,
        resource: graph,
        ip: away,
        ...(i < 4 ? { error: '50126' } : {}),
      }),
    )
    const app = makeApp(random, 'SMTP Relay Health', tenant.id, { ip: '192.0.2.91' })
    const made = begin + 42 * minute
    const key = { id: random.uuid(), name: 'CN=relay', type: 'AsymmetricX509Cert' as const }
    register(log, made, stolen, app)
    const armed = [
      appRole(log, made + 9_000, stolen, app, exchange, manageAsApp),
      credential(log, made + 14_000, stolen, app, [], [key]),
    ]
    const role = roleForApp(log, made + 20_000, stolen, app, exchangeAdministrator)

    const wave = (at: number, name: string) => {
      const run = (later: number, operation: string, target: string, parameters: Record<string, string>): string =>
        appCmdlet(log, at + later, { app, operation, objectId: target, parameters })
      const connectors = [
        run(0, 'New-InboundConnector', '', {
          Name: name,
          ConnectorType: 'OnPremises',
          SenderDomains: 'smtp:*;1',
          SenderIPAddresses: '192.0.2.120;192.0.2.121;192.0.2.122',
          RequireTls: 'False',
          CloudServicesMailEnabled: 'True',
          Enabled: 'True',
        }),
      ]
      const rules = headers.map((header, i) =>
        run((i + 1) * 4_000, 'New-TransportRule', '', {
          Name: `${name} ${i + 1}`,
          FromScope: 'NotInOrganization',
          RemoveHeader: header,
          Priority: '0',
        }),
      )
      headers.forEach((_, i) => {
        run(21 * hour + i * 3_000, 'Remove-TransportRule', `${name} ${i + 1}`, { Identity: `${name} ${i + 1}` })
      })
      run(21 * hour + 15_000, 'Remove-InboundConnector', name, { Identity: name })
      return { connectors, rules }
    }
    const waves = [
      wave(begin + 19 * day + 17 * hour, 'Relay A'),
      wave(begin + 26 * day + 18 * hour + 20 * minute, 'Relay B'),
    ]
    return {
      records: log.records(),
      firstHostile: enters[0] ?? '',
      dataLeft: [],
      required: [
        { act: 'A new application may administer Exchange and gets a certificate', ids: armed, minimum: 'high' },
        { act: 'The same application becomes Exchange Administrator', ids: [role], minimum: 'high' },
        {
          act: 'The application opens an inbound connector for all senders',
          ids: waves.flatMap((w) => w.connectors),
          minimum: 'medium',
        },
        {
          act: 'The application makes rules for all mail that remove traces of the sender',
          ids: waves.flatMap((w) => w.rules),
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...footer, ...hides],
    }
  },
})
