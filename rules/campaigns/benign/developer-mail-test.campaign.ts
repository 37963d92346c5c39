// A developer tries an application of his own on his own mailbox, and deletes it later.
import { benignWork } from '../campaign.ts'
import { scopeIds } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { applicationTarget, directory } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Developer tests reading of mail on the own mailbox',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app',
    'https://learn.microsoft.com/en-us/graph/tutorials/python',
  ],
  resembles:
    'A new application with a secret gets Mail.Read and offline_access of one account and reads the mailbox with a script.',
  accounts: 1,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'ploverfield', {
      feeds: 'audit',
      from: '2026-01-05',
      days: 77,
      after: 14,
    })
    const { developer } = tenant
    // The developer made other applications before.
    ;['Label Printer', 'Room Sign'].forEach((name, i) => {
      const old = makeApp(random, name, tenant.id)
      const at = start - (60 - i * 25) * day + 9 * hour
      register(log, at, developer, old, { scopes: [scopeIds.userRead] })
      credential(log, at + 8 * minute, developer, old, [], [{ id: old.keyId, name: 'dev' }])
    })

    const app = makeApp(random, 'ticket-import-test', tenant.id, {
      ip: developer.ip,
      reply: 'http://localhost:8000/callback',
    })
    const begin = start + day + 9 * hour
    const ids = [
      ...register(log, begin, developer, app, { scopes: [scopeIds.mailRead, scopeIds.offline] }),
      credential(log, begin + 5 * minute, developer, app, [], [{ id: app.keyId, name: 'local test' }]),
      signInAudit(log, begin + 21 * minute - 4000, {
        person: developer,
        client: app,
        resource: tenant.graph,
        ip: developer.ip,
      }),
      ...consent(log, begin + 21 * minute, {
        by: developer,
        app,
        resource: tenant.graph,
        scopes: 'openid profile offline_access User.Read Mail.Read',
        isNew: false,
      }),
      ...repeat(random, begin + 25 * minute, 12, 50 * minute, (at) =>
        mailRead(log, at, { owner: developer, client: app, ip: developer.ip }, random.integer(1, 10)),
      ),
    ]
    const over = start + 11 * day + 15 * hour
    ids.push(
      credential(log, over, developer, app, [{ id: app.keyId, name: 'local test' }], []),
      directory(log, over + minute, {
        operation: 'Delete application.',
        by: developer,
        target: applicationTarget(app),
        objectId: `Application_${app.objectId}`,
        category: 'Application',
        details: { 'User-Agent': developer.agent, AppId: app.appId },
        changes: [],
      }),
    )
    return { records: log.records(), ids }
  },
})
