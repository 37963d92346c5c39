import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { directory, principalTarget } from '../microsoft-layouts.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Named } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const migration = {
  id: 'f7264778-fba9-422d-8e9e-2675a2c4b513',
  value: 'Mailbox.Migration',
  title: 'Move mailboxes between organizations',
}

const exchangeShell: Named = {
  name: 'Microsoft Exchange REST API Based Powershell',
  appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
}

export default attackCampaign({
  title: 'A stolen administrator session gives a foreign application the right to pull three mailboxes',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-365/enterprise/cross-tenant-mailbox-migration?view=o365-worldwide',
  ],
  facts: [
    'Two tenants can move mailboxes with an application that has Mailbox.Migration in both tenants.',
    'The source tenant consents to the application of the target tenant.',
    'A relationship in the source names the application, the foreign tenant, and a group of mailboxes to publish.',
    'The target tenant then pulls the mailboxes; no command in the source starts the move.',
    'No public report describes an attack on this path; the author constructed the chain.',
    'The attacker removes the relationship and the application afterwards.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brightmoor-legal', {
      feeds: 'both',
      from: '2026-01-19',
      days: 84,
      after: 10,
      people: 24,
      records: 500,
    })
    const { admin, graph, exchange } = tenant
    const command = (
      at: number,
      operation: string,
      objectId: string,
      parameters: Readonly<Record<string, string>>,
      ip: string,
    ) => cmdlet(log, at, { by: admin, operation, objectId, parameters, ip, clientAppId: exchangeShell.appId })
    // The administrator uses the same shell in the office: groups, members and shared mailboxes.
    const usual = routine(log, start - 84 * day, 92, 60, (at) => {
      userSignIn(log, at - minute, { person: admin, client: exchangeShell, resource: exchange, ip: admin.ip })
      const group = `Matter ${random.integer(1100, 1900)}`
      return random.number() < 0.5
        ? command(at, 'New-DistributionGroup', group, { Name: group, Type: 'Security' }, admin.ip)
        : command(at, 'Add-DistributionGroupMember', group, { Identity: group, Member: person(7).upn }, admin.ip)
    })
    const ip = '192.0.2.118'
    const at = start + day + 19 * hour
    const session = random.uuid()
    const came = [
      { when: at, client: firstParty.azurePortal, resource: graph },
      { when: at + 25 * minute, client: exchangeShell, resource: exchange },
    ].map(({ when, client, resource }) =>
      placed(log, when, networks.hostingHelsinki, (side) =>
        userSignIn(side, when, { person: admin, client, resource, ip, session }),
      ),
    )
    const foreign = random.uuid()
    const mover = makeApp(random, 'Tenant Move Service', foreign, { ip: '2001:db8:41::25', agent: 'MRS/15.20' })
    const granted = [
      ...consent(log, at + 6 * minute, {
        by: admin,
        app: mover,
        resource: graph,
        scopes: 'User.Read',
        admin: true,
        everyone: true,
      }),
      appRole(log, at + 6 * minute + 5, admin, mover, exchange, migration),
    ]
    const group = 'Partner Archive'
    command(at + 28 * minute, 'New-DistributionGroup', group, { Name: group, Type: 'Security' }, ip)
    for (const i of [4, 5, 11])
      command(
        at + (29 + i) * minute,
        'Add-DistributionGroupMember',
        group,
        { Identity: group, Member: person(i).upn },
        ip,
      )
    const related = command(
      at + 45 * minute,
      'New-OrganizationRelationship',
      'Records Exchange',
      {
        Name: 'Records Exchange',
        Enabled: 'True',
        MailboxMoveEnabled: 'True',
        MailboxMoveCapability: 'RemoteOutbound',
        DomainNames: foreign,
        OAuthApplicationId: mover.appId,
        MailboxMovePublishedScopes: group,
      },
      ip,
    )
    repeat(random, at + 2 * hour, 9, 5 * hour, (when) =>
      appSignIn(log, when, { app: mover, resource: exchange, ip: mover.ip }),
    )
    const later = at + 3 * day
    const removed = [
      command(later, 'Remove-OrganizationRelationship', 'Records Exchange', { Identity: 'Records Exchange' }, ip),
      directory(log, later + 9 * minute, {
        operation: 'Remove service principal.',
        by: admin,
        target: principalTarget(mover),
        objectId: mover.appId,
        category: 'ServicePrincipal',
        details: { 'User-Agent': admin.agent, AppId: mover.appId },
        changes: [{ name: 'TargetId.ServicePrincipalNames', now: mover.appId }],
      }),
    ]
    return {
      records: log.records(),
      firstHostile: came[0] ?? '',
      dataLeft: [],
      required: [
        { act: 'The administrator works from a hosting network for the first time', ids: came, minimum: 'medium' },
        { act: 'A foreign application gets the permission to move all mailboxes', ids: granted, minimum: 'high' },
        { act: 'A relationship publishes mailboxes to the foreign application', ids: [related], minimum: 'high' },
        { act: 'The relationship and the application are removed after three days', ids: removed, minimum: 'low' },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 6 === 0)],
    }
  },
})
