// The limits of mail applications move from access policies to roles of Exchange.
import { benignWork } from '../campaign.ts'
import { directory, principalTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const exchangeShell = {
  name: 'Microsoft Exchange REST API Based Powershell',
  appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
}

export default benignWork({
  title: 'Application access policies are replaced by Exchange roles with a scope',
  sources: [
    'https://blog.icewolf.ch/archive/2025/12/03/exchange-online-app-access-policies-are-replaced-by-RBAC-for-applications',
    'https://practical365.com/rbac-for-applications/',
  ],
  resembles: 'an administrator removes the limits of mail applications and gives them mail roles outside Entra',
  accounts: 4,
  days: 15,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fenhurst', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 70,
      after: 16,
    })
    const { admin, mailBridge, helpdesk } = tenant
    const work: string[] = []
    const booking = makeApp(random, 'Room Booking', tenant.id, { ip: '198.51.100.62', agent: 'booking/5.0' })
    const scan = makeApp(random, 'Invoice Scanner', tenant.id, { ip: '198.51.100.63', agent: 'invoice-scan/1.9' })
    const boxes: readonly (readonly [App, typeof helpdesk])[] = [
      [booking, person(5)],
      [scan, person(8)],
      [mailBridge, helpdesk],
    ]
    // The applications read their mailboxes all the time, before and after the change.
    for (let d = -68; d < 15; d += 1)
      for (const [app, owner] of boxes.slice(0, 2)) {
        const at = start + d * day + 8 * hour + random.integer(0, 500) * minute
        const id = mailRead(log, at, { owner, client: app, appOnly: app, ip: app.ip }, random.integer(1, 5))
        if (d >= 0) work.push(id)
      }
    boxes.forEach(([app, owner], i) => {
      const at = start + i * 7 * day + 16 * hour + random.integer(0, 60) * minute
      const scope = `Scope ${app.name}`
      const run = (minutes: number, operation: string, objectId: string, parameters: Record<string, string>) =>
        work.push(
          cmdlet(log, at + minutes * minute, {
            by: admin,
            operation,
            objectId,
            parameters,
            ip: admin.ip,
            clientAppId: exchangeShell.appId,
          }),
        )
      work.push(signInAudit(log, at, { person: admin, client: exchangeShell, resource: tenant.exchange, ip: admin.ip }))
      run(3, 'New-ServicePrincipal', app.spId, { AppId: app.appId, ObjectId: app.spId, DisplayName: app.name })
      run(5, 'New-ManagementScope', scope, {
        Name: scope,
        RecipientRestrictionFilter: `PrimarySmtpAddress -eq '${owner.upn}'`,
      })
      run(8, 'New-ManagementRoleAssignment', `Application Mail.Read-${app.name}`, {
        App: app.spId,
        Role: 'Application Mail.Read',
        CustomResourceScope: scope,
        Name: `Mail ${app.name}`,
      })
      // The permission for all mailboxes goes first, the policy after it.
      work.push(
        directory(log, at + 25 * minute, {
          operation: 'Remove app role assignment from service principal.',
          by: admin,
          target: principalTarget(tenant.graph),
          objectId: tenant.graph.names,
          category: 'ServicePrincipal',
          details: { 'User-Agent': admin.agent, AppId: tenant.graph.appId },
          changes: [
            { name: 'AppRole.Value', now: '', before: 'Mail.Read' },
            { name: 'ServicePrincipal.ObjectID', now: '', before: app.spId },
            { name: 'ServicePrincipal.AppId', now: '', before: app.appId },
            { name: 'TargetId.ServicePrincipalNames', now: tenant.graph.names },
          ],
        }),
      )
      const policy = `${tenant.id}\\${app.appId}:S-1-5-21-${1200 + i};${random.uuid()}`
      run(31, 'Remove-ApplicationAccessPolicy', policy, { Identity: policy })
    })
    return { records: log.records(), ids: work }
  },
})
