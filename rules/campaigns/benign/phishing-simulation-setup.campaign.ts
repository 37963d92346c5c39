// A training vendor may put test messages into mailboxes; two tests follow.
import { benignWork } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole, consent, newPrincipal } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const mailReadWrite = {
  id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  value: 'Mail.ReadWrite',
  title: 'Read and write mail in all mailboxes',
}

export default benignWork({
  title: 'A phishing simulation puts its test messages straight into the mailboxes',
  sources: [
    'https://support.knowbe4.com/hc/en-us/articles/360054494394-Direct-Message-Injection-DMI-Configuration-Guide',
    'https://learn.microsoft.com/en-us/defender-office-365/advanced-delivery-policy-configure',
  ],
  resembles:
    'A new foreign application gets write access to all mailboxes and creates a message in each within minutes.',
  accounts: 15,
  days: 15,
  allowed: 'high',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'brackenhay', {
      feeds: 'both',
      from: '2026-02-09',
      days: 76,
      after: 16,
      records: 340,
      people: 17,
    })
    const { admin, graph } = tenant
    const trainer = makeApp(random, 'Awareness Training Injector', random.uuid(), {
      ip: '203.0.113.78',
      agent: 'awareness-injector/5.2',
    })
    const at = start + 9 * hour
    signInAudit(log, at - 10 * minute, { person: admin, client: firstParty.azurePortal, resource: graph, ip: admin.ip })
    const ids = [
      newPrincipal(log, at, admin, trainer),
      appRole(log, at + 700, admin, trainer, graph, mailReadWrite),
      appRole(log, at + 1400, admin, trainer, graph, appRoles.directoryRead),
      ...consent(log, at + 2000, {
        by: admin,
        app: trainer,
        resource: graph,
        scopes: 'openid profile User.Read',
        admin: true,
        everyone: true,
        isNew: false,
      }),
    ]
    const permissions = 'Directory.Read.All Mail.ReadWrite'
    for (const wave of [start + day + 8 * hour, start + 14 * day + 13 * hour]) {
      const tokenId = token(log)
      ids.push(
        appSignIn(log, wave, { app: trainer, resource: graph, tokenId }),
        graphCall(log, wave + 3000, {
          client: trainer,
          ip: trainer.ip,
          agent: trainer.agent,
          tokenId,
          permissions,
          uri: '/users?$select=id,mail,displayName&$top=999',
        }),
        ...repeat(random, wave + 20_000, 15, 40_000, (moment, i) =>
          graphCall(log, moment, {
            client: trainer,
            ip: trainer.ip,
            agent: trainer.agent,
            tokenId,
            permissions,
            method: 'POST',
            status: 201,
            uri: `/users/${person(2 + i).oid}/mailFolders/inbox/messages`,
          }),
        ),
      )
    }
    return { records: log.records(), ids }
  },
})
