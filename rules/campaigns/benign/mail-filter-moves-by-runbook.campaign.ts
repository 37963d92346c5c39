import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appCmdlet } from '../microsoft-exchange-apps.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The mail filter changes its data centre: a known runbook exchanges connectors and rules in three nights',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/manage-mail-flow-using-third-party-cloud',
    'https://learn.microsoft.com/en-us/powershell/exchange/app-only-auth-powershell-v2',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/new-inboundconnector',
  ],
  resembles:
    'An application without a user makes inbound connectors for all senders and rules for all mail, at night, days after it has got a new certificate. Later it deletes the old ones. The runbook has changed mailboxes every working day for months, from the same address, and the window was planned.',
  accounts: 1,
  days: 18,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'ashgarth', { feeds: 'audit', from: '2026-01-12', days: 98, after: 20 })
    const { log, tenant, start } = stage
    const { admin, graph, exchange } = tenant
    const runbook = makeApp(random, 'Exchange Runbook', tenant.id, { ip: '203.0.113.14' })
    const run = (at: number, operation: string, objectId: string, parameters: Record<string, string>): string =>
      appCmdlet(log, at, { app: runbook, operation, objectId, parameters })
    const portal = firstParty.azurePortal
    routine(log, start - 98 * day, 116, 190, (at) => {
      const mailbox = random.pick(tenant.people).upn
      return random.number() < 0.7
        ? run(at, 'Set-Mailbox', mailbox, { Identity: mailbox, RetainDeletedItemsFor: '30.00:00:00' })
        : run(at, 'Set-CASMailbox', mailbox, { Identity: mailbox, PopEnabled: 'False', ImapEnabled: 'False' })
    })
    routine(log, start - 98 * day, 90, 5, (at) =>
      run(at, 'Set-InboundConnector', 'Filter South 1', {
        Identity: 'Filter South 1',
        SenderIPAddresses: `203.0.113.${random.integer(180, 186)};203.0.113.187`,
      }),
    )

    const ids: string[] = []
    const renew = start + 10 * hour + 20 * minute
    const old = { id: runbook.keyId, name: 'CN=exchange-runbook-2025', type: 'AsymmetricX509Cert' as const }
    const now = { id: random.uuid(), name: 'CN=exchange-runbook-2026', type: 'AsymmetricX509Cert' as const }
    ids.push(
      signInAudit(log, renew - 4 * minute, { person: admin, client: portal, resource: graph, ip: admin.ip }),
      credential(log, renew, admin, runbook, [old], [old, now]),
      credential(log, renew + 13 * day, admin, runbook, [old, now], [now]),
    )
    const night = (days: number): number => start + days * day + 21 * hour + 30 * minute
    const rule = 'Only mail from the filter'
    ;[1, 2].forEach((n) => {
      const name = `Filter North ${n}`
      ids.push(
        run(night(3) + n * 9_000, 'New-InboundConnector', '', {
          Name: name,
          ConnectorType: 'Partner',
          SenderDomains: 'smtp:*;1',
          SenderIPAddresses: `203.0.113.${190 + n}`,
          RestrictDomainsToIPAddresses: 'True',
          RequireTls: 'True',
          Enabled: n === 1 ? 'True' : 'False',
        }),
        run(night(8) + n * 9_000, 'Set-InboundConnector', name, { Identity: name, Enabled: 'True' }),
      )
    })
    ids.push(
      run(night(3) + 40_000, 'New-OutboundConnector', '', {
        Name: 'To filter north',
        ConnectorType: 'Partner',
        RecipientDomains: '*',
        SmartHosts: 'north.filter.example',
        TlsSettings: 'DomainValidation',
        TlsDomain: '*.filter.example',
        UseMXRecord: 'False',
      }),
      run(night(3) + 55_000, 'New-TransportRule', '', {
        Name: 'Mark mail of the north filter',
        FromScope: 'NotInOrganization',
        SetHeaderName: 'X-Filter-Site',
        SetHeaderValue: 'north',
      }),
      run(night(8) + 50_000, 'Set-TransportRule', rule, {
        Identity: rule,
        ExceptIfSenderIpRanges: '203.0.113.191;203.0.113.192',
      }),
    )
    ;['Filter South 1', 'Filter South 2'].forEach((name, i) => {
      ids.push(run(night(15) + i * 8_000, 'Remove-InboundConnector', name, { Identity: name }))
    })
    ids.push(
      run(night(15) + 30_000, 'Remove-OutboundConnector', 'To filter south', { Identity: 'To filter south' }),
      run(night(15) + 41_000, 'Remove-TransportRule', 'Mark mail of the south filter', {
        Identity: 'Mark mail of the south filter',
      }),
      signInAudit(log, night(15) + 20 * minute, { person: admin, client: portal, resource: exchange, ip: admin.ip }),
    )
    return { records: log.records(), ids }
  },
})
