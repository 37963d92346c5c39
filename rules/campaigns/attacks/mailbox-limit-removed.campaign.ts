// The limit of an approved mail application is removed, then it reads a little of many mailboxes.
import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const exchangeShell = {
  name: 'Microsoft Exchange REST API Based Powershell',
  appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
}

export default attackCampaign({
  title: 'Application access policy removed and an Exchange role without a scope; slow reading of leaders',
  sources: [
    'https://practical365.com/rbac-for-applications/',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  facts: [
    'An application access policy limits a permission for all mailboxes to a group; without the policy it is for all.',
    'An Exchange role such as Application Mail.Read gives an application mailboxes without any consent in Entra.',
    'Midnight Blizzard read mailboxes of leaders through applications with permissions for all mailboxes.',
    'Only the administrator commands of Exchange and the reading itself are in the unified audit log.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brannoch', {
      feeds: 'audit',
      from: '2025-08-04',
      days: 75,
      after: 35,
      people: 20,
      records: 420,
    })
    const { mailBridge, hrSync } = tenant
    const operator = person(5)
    const away = '192.0.2.52'
    const enter = (at: number) =>
      signInAudit(log, at, {
        person: operator,
        client: exchangeShell,
        resource: tenant.exchange,
        ip: away,
        agent: 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.22621.4391',
      })
    const run = (at: number, operation: string, objectId: string, parameters: Readonly<Record<string, string>>) =>
      cmdlet(log, at, { by: operator, operation, objectId, parameters, ip: away, clientAppId: exchangeShell.appId })
    const evening = start + 18 * hour + 20 * minute
    const firstHostile = enter(evening)
    const policy = `${tenant.id}\\${mailBridge.appId}:S-1-5-21-1180;${random.uuid()}`
    const removed = run(evening + 7 * minute, 'Remove-ApplicationAccessPolicy', policy, {
      Identity: policy,
      Confirm: 'False',
    })
    const leaders = [0, 3, 6, 8, 10, 14, 17].map(person)
    const bridge = Array.from({ length: 20 }, (_, i) =>
      mailRead(
        log,
        start + (1 + i) * day + 11 * hour + random.integer(0, 300) * minute,
        { owner: leaders[i % leaders.length] ?? operator, client: mailBridge, appOnly: mailBridge, ip: '192.0.2.90' },
        random.integer(1, 4),
      ),
    )
    const later = start + 9 * day + 6 * hour
    enter(later)
    const shadow = run(later + 5 * minute, 'New-ServicePrincipal', hrSync.spId, {
      AppId: hrSync.appId,
      ObjectId: hrSync.spId,
      DisplayName: hrSync.name,
    })
    const role = run(later + 8 * minute, 'New-ManagementRoleAssignment', 'Application Mail.Read-HR Directory Sync', {
      App: hrSync.spId,
      Role: 'Application Mail.Read',
    })
    const hr = Array.from({ length: 8 }, (_, i) =>
      mailRead(
        log,
        start + (12 + i * 2) * day + 3 * hour + random.integer(0, 90) * minute,
        { owner: leaders[(i * 2) % leaders.length] ?? operator, client: hrSync, appOnly: hrSync, ip: '192.0.2.91' },
        random.integer(1, 3),
        '\\Sent Items',
      ),
    )
    return {
      records: log.records(),
      firstHostile,
      dataLeft: [...bridge, ...hr],
      required: [
        { act: 'the policy that limits an application to one mailbox is removed', ids: [removed], minimum: 'medium' },
        {
          act: 'the application reads mailboxes that it never read, from a new network',
          ids: bridge,
          minimum: 'medium',
        },
        { act: 'an application gets a mail role in Exchange without a scope', ids: [role, shadow], minimum: 'high' },
        { act: 'a directory application reads mail for the first time', ids: hr, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
