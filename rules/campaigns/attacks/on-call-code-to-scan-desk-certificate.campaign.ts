// The administrator on call confirms a device code. With the tokens, the scan application gets a certificate and the mail of everybody.
import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty, microsoftServices } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const shell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) PowerShell/7.5.2 Invoke-MgGraphRequest'

export default attackCampaign({
  title: 'Device code for the administrator on call puts a certificate and a mail permission on the scan application',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
    'https://attack.mitre.org/techniques/T1098/001/',
  ],
  facts: [
    'A message in the evening asks the administrator on call to confirm a code for an urgent meeting.',
    'The code belongs to the command line client of Microsoft Graph, and the tokens go to rented hosting in another country.',
    'A day later the intruder adds a certificate to an application of the company, and keeps its old secret.',
    'The application then gets the permission to read mail in all mailboxes.',
    'It signs in with the new certificate from a second host, on some nights for two weeks.',
    'The customer has Entra audit and sign-in logs only.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'ossenhaven', {
      feeds: 'entra',
      from: '2025-08-04',
      days: 98,
      after: 20,
      records: 460,
      people: 18,
    })
    const { admin, graph } = tenant
    const from = start - 98 * day
    const scan = makeApp(random, 'Scan Desk Filing', tenant.id, { ip: '198.51.100.71', agent: 'scan-desk/3.4' })
    const oldKey = { id: scan.keyId, name: 'filing 2025' }
    const tools = firstParty.graphTools
    // The application files scans all day with its secret, and the administrator uses Graph PowerShell in the office.
    const filing = (at: number) => appSignIn(log, at, { app: scan, resource: tenant.sharepoint })
    const files = routine(log, from, 98, 120, filing)
    routine(log, start, 19, 24, filing)
    const works = routine(log, from, 97, 24, (at) =>
      userSignIn(log, at, { person: admin, client: tools, resource: graph, ip: admin.ip, interactive: at % 2 === 0 }),
    )

    const evening = start + 19 * hour + 42 * minute
    const first = '185.220.100.14'
    const second = '95.216.40.73'
    const intruder = { ...admin, ip: first, agent: shell }
    const session = random.uuid()
    const shared = {
      person: admin,
      client: tools,
      resource: graph,
      session,
      protocol: 'deviceCode',
      ownerTenant: microsoftServices,
    }
    const confirmed = transferredSignIn(log, evening, 'deviceCodeFlow', { ...shared, ip: admin.ip })
    const received = placed(log, evening + 6000, networks.hostingFrankfurt, (side) =>
      transferredSignIn(side, evening + 6000, 'deviceCodeFlow', {
        ...shared,
        ip: first,
        agent: shell,
        interactive: false,
      }),
    )
    const refreshed = repeat(random, evening + hour, 5, 5 * hour, (at) =>
      placed(log, at, networks.hostingFrankfurt, (side) =>
        transferredSignIn(side, at, 'deviceCodeFlow', {
          ...shared,
          ip: first,
          agent: shell,
          interactive: false,
          protocol: 'none',
          incoming: 'refreshToken',
        }),
      ),
    )
    const change = evening + 25 * hour + 11 * minute
    const newKey = { id: random.uuid(), name: 'CN=scan-desk-filing', type: 'AsymmetricX509Cert' } as const
    const key = auditKeys(log, change, intruder, scan, [oldKey], [oldKey, newKey], { ip: first })
    const role = auditAppRole(log, change + 7 * minute, intruder, scan, graph, appRoles.mailRead, first)
    const uses = repeat(random, change + 20 * minute, 9, 38 * hour, (at) =>
      placed(log, at, networks.hostingHelsinki, (side) =>
        appSignIn(side, at, { app: scan, resource: graph, ip: second, keyId: newKey.id, kind: 'clientAssertion' }),
      ),
    )

    const kept = only(
      log.records(),
      [...quiet, ...files.slice(0, 30), ...works],
      ['AuditLogs', 'SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs'],
    )
    return {
      records: kept.records,
      firstHostile: confirmed,
      dataLeft: uses,
      required: [
        {
          act: 'An administrator confirms a device code for Graph command line tools, and foreign hosting gets the tokens',
          ids: [confirmed, received, ...refreshed],
          minimum: 'medium',
        },
        {
          act: 'A certificate is added to an application with a secret, from that hosting',
          ids: [key],
          minimum: 'medium',
        },
        { act: 'The same application gets the permission to read all mail', ids: [role], minimum: 'high' },
        { act: 'The application signs in with the new certificate from another host', ids: uses, minimum: 'high' },
      ],
      quiet: kept.ids,
    }
  },
})
