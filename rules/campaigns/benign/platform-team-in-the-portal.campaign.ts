// The platform team works in the Azure portal all week; the portal takes tokens for its nested clients.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const nested = [
  { name: 'ADIbizaUX', appId: '74658136-14ec-4630-ad9b-26e160ff0fc6' },
  { name: 'Microsoft_AAD_RegisteredApps', appId: '18ed3507-a475-4ccb-b669-d66bc9f2a36e' },
]
const uris = ['/users?$top=20', '/applications?$top=50', '/groups?$top=20', '/me', '/directoryRoles?$expand=members']

export default benignWork({
  title: 'Four administrators review registrations in the portal for two weeks and renew eight secrets',
  sources: [
    'https://specterops.io/blog/2025/10/15/naa-or-broci-let-me-explain',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-create-service-principal-portal',
  ],
  resembles:
    'Clients that were rare get tokens with wide rights without a sign-in, read users and roles, and new keys appear and are used.',
  accounts: 4,
  days: 14,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'sandpiper-bank', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 56,
      after: 30,
      people: 24,
      records: 900,
    })
    const team = [tenant.admin, tenant.developer, person(4), person(7)]
    const ids: string[] = []
    for (let d = 0; d < 14; d += 1) {
      if (d % 7 > 4) continue
      for (const who of team) {
        // On Wednesdays two of them work at home.
        const ip = d % 7 === 2 && who.ip.startsWith('198.51.100.') ? `203.0.113.${130 + team.indexOf(who)}` : who.ip
        const at = start + d * day + 8 * hour + random.integer(0, 100) * minute
        const session = random.uuid()
        const signIn = { person: who, resource: tenant.graph, ip, session }
        ids.push(userSignIn(log, at, { ...signIn, client: firstParty.azurePortal }))
        for (let i = 0; i < 4; i += 1) {
          const later = at + (5 + i * 70) * minute
          const tokenId = token(log)
          const client = nested[i % 2] ?? firstParty.azurePortal
          ids.push(
            userSignIn(log, later, { ...signIn, client, interactive: false, incoming: 'refreshToken', tokenId }),
            graphCall(log, later + 3_000, {
              client,
              person: who,
              ip,
              uri: random.pick(uris),
              permissions: 'Application.ReadWrite.All Directory.AccessAsUser.All User.ReadWrite.All',
              agent: who.agent,
              tokenId,
              wids: '62e90394-69f5-4237-9190-012177145e10',
            }),
          )
        }
      }
    }
    const names = ['Claims Intake', 'Vault Rota', 'Ledger Mirror', 'Branch Screens']
    for (const [i, name] of [...names, 'Card Ordering', 'Rates Feed', 'Queue Board', 'Form Store'].entries()) {
      const app = makeApp(random, name, tenant.id, { ip: `198.51.100.${70 + i}` })
      for (let week = 1; week < 8; week += 1)
        appSignIn(log, start - week * 7 * day + 6 * hour + i * minute, { app, resource: tenant.graph })
      const at = start + (i < 4 ? 1 : 8) * day + 11 * hour + i * 7 * minute
      const old = { id: app.keyId, name: '2025' }
      const key = { id: random.uuid(), name: '2026' }
      ids.push(auditKeys(log, at, team[i % 4] ?? tenant.admin, app, [old], [old, key]))
      for (let later = 1; later < 4; later += 1)
        ids.push(appSignIn(log, at + later * day, { app, resource: tenant.graph, keyId: key.id }))
      ids.push(auditKeys(log, at + 4 * day, team[i % 4] ?? tenant.admin, app, [old, key], [key]))
    }
    return { records: log.records(), ids }
  },
})
