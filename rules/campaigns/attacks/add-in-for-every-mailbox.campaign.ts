// A stolen Exchange administrator installs an Outlook add-in for every mailbox; its pane asks each user for mail scopes.
import { attackCampaign } from '../campaign.ts'
import { exchangeShell, organizationAddIn } from '../microsoft-add-ins.ts'
import { mailRead, mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'A stolen Exchange administrator puts an add-in into every mailbox, and its pane collects consents for mail',
  sources: [
    'https://www.prosec-networks.com/blog/outlook-addin-supply-chain-phishing-risiko',
    'https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/new-app',
  ],
  facts: [
    'An Outlook add-in is a web page of somebody else that the manifest names; its content can change at any time.',
    'In the case AgreeToSteal the page of a trusted add-in became a false login inside Outlook.',
    'New-App with OrganizationApp installs an add-in from the address of a manifest for all users.',
    'With the state AlwaysEnabled users cannot switch it off, and AllowReadWriteMailbox gives it the whole mailbox.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'polderwijk', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 78,
      after: 24,
      people: 24,
      records: 460,
    })
    const { admin, exchange, graph } = tenant
    // Ordinary commands of the administrator with the same client.
    const commands = routine(log, start - 78 * day, 100, 44, (at) => {
      const owner = random.pick(tenant.people)
      const [operation, parameters] = random.pick([
        ['Set-CalendarProcessing', { AutomateProcessing: 'AutoAccept' }],
        ['Set-MailboxRegionalConfiguration', { TimeZone: 'W. Europe Standard Time' }],
        ['Set-DistributionGroup', { HiddenFromAddressListsEnabled: 'False' }],
      ] as const)
      signInAudit(log, at - minute, { person: admin, client: exchangeShell, resource: exchange, ip: admin.ip })
      const run = { by: admin, operation, objectId: owner.upn, ip: admin.ip, clientAppId: exchangeShell.appId }
      return cmdlet(log, at, { ...run, parameters: { Identity: owner.upn, ...parameters } })
    })

    const begin = start + day + 19 * hour + 34 * minute
    const rented = '192.0.2.58'
    const addIn = {
      id: random.uuid(),
      name: 'Inbox Tidy',
      manifest: 'https://inbox-tidy.pages.example/outlook/manifest.xml',
    }
    const stolen = signInAudit(log, begin, {
      person: admin,
      client: exchangeShell,
      resource: exchange,
      ip: rented,
      requestType: 'OAuth2:Token',
    })
    const installed = organizationAddIn(log, begin + 4 * minute, {
      by: admin,
      operation: 'New-App',
      addIn,
      ip: rented,
      parameters: {
        ProvidedTo: 'Everyone',
        DefaultStateForUser: 'AlwaysEnabled',
        AllowReadWriteMailbox: 'True',
        Enabled: 'True',
      },
    })

    const app = makeApp(random, 'Inbox Tidy', random.uuid(), { reply: 'https://inbox-tidy.pages.example/auth' })
    const scopes = 'openid profile offline_access Mail.ReadWrite Mail.Send'
    const consents: string[] = []
    const reads: string[] = []
    for (const [i, n] of [5, 8, 10, 13, 17, 21].entries()) {
      const owner = person(n)
      const at = start + (i < 2 ? 2 + i : 4 + i) * day + (8 + (i % 4)) * hour + 12 * minute
      const asked = { person: owner, client: app, resource: graph, ip: owner.ip }
      signInAudit(log, at - 25_000, { ...asked, error: '65001', reason: 'DelegationDoesNotExist' })
      consents.push(...consent(log, at, { by: owner, app, resource: graph, scopes, isNew: i === 0 }))
      signInAudit(log, at + 4_000, asked)
      const access = { owner, client: app, ip: `192.0.2.${90 + (i % 3)}` }
      reads.push(mailSync(log, at + 9 * minute, access), mailSync(log, at + 11 * minute, access, '\\Sent Items'))
      reads.push(
        ...repeat(random, at + 7 * hour, 5, 30 * hour, (moment) => mailRead(log, moment, access, random.integer(2, 9))),
      )
    }
    // The add-in goes again after three weeks; the grants stay.
    organizationAddIn(log, begin + 20 * day, {
      by: admin,
      operation: 'Remove-App',
      addIn,
      ip: rented,
      parameters: { Confirm: 'False' },
    })

    return {
      records: log.records(),
      firstHostile: stolen,
      dataLeft: reads,
      required: [
        {
          act: 'An add-in of an unknown site is forced on every mailbox, from a network the administrator never used',
          ids: [installed],
          minimum: 'medium',
        },
        { act: 'Six people consent to a new application that reads and sends mail', ids: consents, minimum: 'medium' },
        { act: 'A foreign server synchronizes and reads their mailboxes', ids: reads, minimum: 'high' },
      ],
      quiet: [...quiet, ...commands],
    }
  },
})
