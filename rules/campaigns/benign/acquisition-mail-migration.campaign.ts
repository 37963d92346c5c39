import { benignWork } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { mailRead, mailSync } from '../microsoft-mail.ts'
import { appRole } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'After an acquisition a migration tool moves all mailboxes in two weekends',
  sources: ['https://learn.microsoft.com/powershell/module/exchange/new-applicationaccesspolicy'],
  resembles: 'A new application gets full access to Exchange and a secret, then synchronises every mailbox at night.',
  accounts: 12,
  days: 15,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'osierford', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 49,
      after: 14,
      records: 200,
    })
    const { admin } = tenant
    const app = makeApp(random, 'MoveMy Mail Migration', tenant.id, { ip: '203.0.113.181' })
    const at = start + 10 * hour
    const key = { id: app.keyId, name: 'migration until June' }
    const ids = [
      ...register(log, at, admin, app),
      appRole(log, at + 6 * minute, admin, app, tenant.exchange, appRoles.fullAccess),
      credential(log, at + 9 * minute, admin, app, [], [key]),
      cmdlet(log, at + 20 * minute, {
        by: admin,
        operation: 'New-ApplicationAccessPolicy',
        objectId: tenant.cloudDomain,
        ip: admin.ip,
        parameters: {
          AppId: app.appId,
          PolicyScopeGroupId: `migration-wave@${tenant.domain}`,
          AccessRight: 'RestrictAccess',
          Description: 'Only mailboxes that move',
        },
      }),
    ]
    const access = { client: app, appOnly: app, ip: app.ip, api: tenant.exchange.appId }
    const info = 'Client=WebServices;MoveMyMail/11.4'
    for (let i = 0; i < 12; i += 1) {
      const owner = person(i + 2)
      const night = start + (i < 6 ? 5 : 12) * day + 20 * hour + (i % 6) * 50 * minute
      ids.push(
        ...['\\Inbox', '\\Sent Items', '\\Archive', '\\Calendar'].map((path, n) =>
          mailSync(log, night + n * 4 * minute, { ...access, owner, info }, path),
        ),
        ...repeat(random, night + 20 * minute, 5, 2 * minute, (moment) =>
          mailRead(log, moment, { ...access, owner, info }, random.integer(80, 200)),
        ),
      )
    }
    ids.push(credential(log, start + 14 * day + 9 * hour, admin, app, [key], []))
    return { records: log.records(), ids }
  },
})
