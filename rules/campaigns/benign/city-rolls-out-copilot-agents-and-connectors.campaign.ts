// A city introduces Copilot: an administrator approves connectors, departments publish agents, and a crawler fills the index.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { scene } from '../microsoft-scene.ts'
import { login, makeBot, studio } from '../microsoft-studio.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const connectorRoles = [
  {
    id: 'f431331c-49a6-499f-be1c-62af19c34a9d',
    value: 'ExternalConnection.ReadWrite.OwnedBy',
    title: 'Read and write external connections',
  },
  {
    id: '8116ae0f-55c2-452d-9944-d18420f5b2c8',
    value: 'ExternalItem.ReadWrite.OwnedBy',
    title: 'Read and write external items',
  },
]
const permissions = connectorRoles.map((role) => role.value).join(' ')

export default benignWork({
  title: 'A city rolls out Copilot: three approved connectors, five agents of departments, and a nightly crawl',
  sources: [
    'https://learn.microsoft.com/en-us/microsoftsearch/connectors-overview',
    'https://learn.microsoft.com/en-us/microsoft-copilot-studio/configuration-end-user-authentication',
  ],
  resembles:
    'An administrator consents for everyone to new applications of other companies, new applications call Graph in large ' +
    'numbers at night, and departments publish agents with a login of their own.',
  accounts: 2400,
  days: 40,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'stad-havenrode', {
      feeds: 'both',
      from: '2025-08-04',
      days: 70,
      after: 42,
      people: 20,
    })
    const { admin, graph } = tenant
    const ids: string[] = []
    const partners = [
      ['Permit Archive for Copilot', 'Files.Read.All Sites.Read.All User.Read openid profile offline_access'],
      ['Council Minutes Agent', 'Calendars.Read Sites.Read.All User.Read openid profile'],
      ['Street Works Map Agent', 'User.Read openid profile'],
    ] as const
    partners.forEach(([name, scopes], i) => {
      const app = makeApp(random, name, random.uuid())
      const at = start + (1 + i * 3) * day + 9 * hour + 12 * minute
      ids.push(...consent(log, at, { by: admin, app, resource: graph, scopes, admin: true, everyone: true }))
      for (let use = 0; use < 24; use += 1) {
        const who = person(3 + (use % 17))
        ids.push(
          userSignIn(log, at + (1 + use) * day + random.integer(0, 6 * 60) * minute, {
            person: who,
            client: app,
            resource: graph,
            ip: who.ip,
            ownerTenant: app.ownerTenant,
          }),
        )
      }
    })
    const crawler = makeApp(random, 'Building File Connector', tenant.id, {
      ip: '198.51.100.77',
      agent: 'GraphConnectorAgent/3.1',
    })
    const setUp = start + 4 * day + 10 * hour
    ids.push(...register(log, setUp, admin, crawler, { roles: connectorRoles.map((role) => role.id) }))
    connectorRoles.forEach((role, i) => {
      ids.push(appRole(log, setUp + (5 + i) * minute, admin, crawler, graph, role))
    })
    for (let night = 5; night < 35; night += 1) {
      const at = start + night * day + 22 * hour + random.integer(0, 20) * minute
      const tokenId = token(log)
      ids.push(appSignIn(log, at, { app: crawler, resource: graph, kind: 'clientAssertion', tokenId }))
      for (let item = 0; item < 12; item += 1)
        ids.push(
          graphCall(log, at + minute + item * 20_000, {
            client: crawler,
            ip: crawler.ip,
            method: 'PUT',
            uri: `/external/connections/buildingfiles/items/file${night}${item}`,
            permissions,
            agent: crawler.agent,
            tokenId,
          }),
        )
    }
    for (let i = 0; i < 5; i += 1) {
      const maker = person(4 + i)
      const bot = makeBot(log, `department${i + 1}`)
      const at = start + (6 + i * 4) * day + 13 * hour
      ids.push(
        studio(log, at, 'BotCreate', maker, bot),
        studio(log, at + 20 * minute, 'BotComponentCreate', maker, bot),
        studio(log, at + 2 * hour, 'BotUpdateOperation-BotAuthUpdate', maker, bot, login('Integrated', 'Custom')),
        studio(log, at + day, 'BotUpdateOperation-BotShare', maker, bot),
        studio(log, at + day + hour, 'BotUpdateOperation-BotPublish', maker, bot),
        userSignIn(log, at - minute, {
          person: maker,
          client: firstParty.officeHome,
          resource: graph,
          ip: maker.ip,
        }),
      )
    }
    return { records: log.records(), ids }
  },
})
