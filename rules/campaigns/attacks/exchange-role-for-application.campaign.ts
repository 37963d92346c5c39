// An approved application gets mailbox rights in Exchange itself, without any consent record in Entra.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Exchange role for the personnel application opens the mailboxes of managers',
  sources: [
    'https://practical365.com/rbac-for-applications/',
    'https://graphlattice-corp.pages.dev/blog/2026-06-10-silent-org-wide-mailbox-reads-exchange-applicati',
    'https://practical365.com/application-impersonation-midnight-blizzard/',
  ],
  facts: [
    'Exchange has its own roles for applications; an assignment there needs no permission and no consent in Entra.',
    'An application with such a role reads every mailbox without a user, and the log names the application only.',
    'A password reset of the people does not help.',
    'Variant: an old application of the organization gets a new secret and the role, and reads little and slowly.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'hallowfen', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 77,
      after: 24,
    })
    const { admin, hrSync, exchange } = tenant
    const hosted = '193.142.146.51'
    const thief = { ...admin, ip: hosted }
    const begin = start + day + 3 * hour
    const shell = signInAudit(log, begin, {
      person: admin,
      client: { name: 'Microsoft Exchange REST API Based Powershell', appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b' },
      resource: exchange,
      ip: hosted,
    })
    signInAudit(log, begin + minute, {
      person: admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: hosted,
    })
    const known = { id: hrSync.keyId, name: 'hr-sync 2025' }
    const key = credential(log, begin + 4 * minute, thief, hrSync, [known], [known, { id: random.uuid(), name: '' }])
    const run = (later: number, operation: string, objectId: string, parameters: Readonly<Record<string, string>>) =>
      cmdlet(log, begin + later * minute, { by: admin, operation, objectId, parameters, ip: hosted })
    const principal = run(9, 'New-ServicePrincipal', hrSync.spId, {
      AppId: hrSync.appId,
      ObjectId: hrSync.spId,
      DisplayName: hrSync.name,
    })
    const role = run(11, 'New-ManagementRoleAssignment', `Application Mail.Read-${hrSync.spId}`, {
      Name: `Application Mail.Read-${hrSync.spId}`,
      App: hrSync.spId,
      Role: 'Application Mail.Read',
    })

    const owners = [person(3), person(8), person(13)]
    const reads = repeat(random, begin + 6 * hour, 30, 17 * hour, (at, i) =>
      mailRead(
        log,
        at,
        { owner: owners[i % 3] ?? person(3), client: hrSync, appOnly: hrSync, ip: hosted },
        random.integer(2, 5),
      ),
    )
    cmdlet(log, start + 23 * day + 2 * hour, {
      by: admin,
      operation: 'Remove-ManagementRoleAssignment',
      objectId: `Application Mail.Read-${hrSync.spId}`,
      parameters: { Identity: `Application Mail.Read-${hrSync.spId}`, Confirm: 'False' },
      ip: hosted,
    })

    return {
      records: log.records(),
      firstHostile: shell,
      dataLeft: reads,
      required: [
        { act: 'A second secret on an old application from a hosting network', ids: [key], minimum: 'medium' },
        {
          act: 'An application gets a mail role in Exchange for all mailboxes',
          ids: [role, principal],
          minimum: 'high',
        },
        { act: 'The personnel application reads mail for the first time', ids: reads, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
