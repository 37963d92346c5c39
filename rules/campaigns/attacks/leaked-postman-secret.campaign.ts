import { attackCampaign } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { workloadRisk } from '../microsoft-identity.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const days = 90

export default attackCampaign({
  title: 'A secret in a public Postman workspace: the application lists the directory and reads channels of Teams',
  sources: [
    'https://freedium-mirror.cfd/https://medium.com/p/9c303ea2aa02',
    'https://windowsnews.ai/article/exposed-appsettingsjson-files-unleash-master-key-to-azure-tenants-via-oauth-' +
      'token-abuse.379542',
    'https://learn.microsoft.com/en-us/graph/api/resources/serviceprincipalriskdetection',
  ],
  facts: [
    'The id and the secret of an application were left in a place that everybody can read.',
    'A token was issued for client credentials; neither MFA nor a device stood in the way.',
    'All users and memberships of groups were listed within minutes.',
    'Messages of Teams were read with the permissions of the application.',
    'Identity protection of the vendor names leaked credentials and anomalous activity of a service principal.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'copperwade', {
      feeds: 'entra',
      from: '2026-03-16',
      days,
      records: 260,
    })
    const app = makeApp(random, 'Shift Portal Backend', tenant.id, {
      ip: '198.51.100.92',
      agent: 'axios/1.7.2',
    })
    const permissions = 'ChannelMessage.Read.All Directory.Read.All Group.Read.All'
    const teams = Array.from({ length: 6 }, () => random.uuid())
    const from = start - days * day
    const runs = routine(log, from, days, 40, (at) => {
      const id = appSignIn(log, at, { app, resource: tenant.graph })
      graphCall(log, at + 4_000, {
        client: app,
        ip: app.ip,
        uri: `/teams/${teams[0]}/channels?$select=id,displayName`,
        permissions,
        agent: app.agent,
      })
      return id
    })

    const at = start + 18 * hour + 37 * minute
    const leaked = workloadRisk(log, at, { app, kind: 'leakedCredentials', level: 'high', keyIds: [app.keyId] })
    const night = at + 5 * hour
    const ip = '192.0.2.129'
    const agent = 'PostmanRuntime/7.49.0'
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const entered = [
      appSignIn(log, night, { app, resource: tenant.graph, ip, tokenId }),
      appSignIn(log, night + 70 * minute, { app, resource: tenant.graph, ip: '2001:db8:9c:7::2' }),
    ]
    const call = (moment: number, uri: string, size: number, status = 200) =>
      graphCall(log, moment, { client: app, ip, uri, size, status, permissions, agent, tokenId })
    const listed = [
      ...repeat(random, night + 2 * minute, 5, 15_000, (moment, i) =>
        call(moment, `/users?$top=999&$skiptoken=p${i}`, 720_000),
      ),
      ...repeat(random, night + 6 * minute, 12, 4_000, (moment) =>
        call(moment, `/groups/${random.uuid()}/members?$top=999`, 90_000),
      ),
      call(night + 9 * minute, '/directoryRoles?$expand=members', 31_000),
      call(night + 10 * minute, '/servicePrincipals?$top=999', 640_000),
    ]
    call(night + 11 * minute, `/users/${tenant.admin.oid}/messages?$top=5`, 700, 403)
    const taken = teams.flatMap((team, i) =>
      repeat(random, night + (14 + i * 4) * minute, 8, 9_000, (moment, n) =>
        call(
          moment,
          `/teams/${team}/channels/19%3a${random.uuid().replaceAll('-', '')}%40thread.tacv2/messages?$top=50&page=${n}`,
          150_000,
        ),
      ),
    )
    const odd = workloadRisk(log, night + 90 * minute, {
      app,
      kind: 'anomalousServicePrincipalActivity',
      level: 'medium',
      keyIds: [],
    })
    return {
      records: log.records(),
      firstHostile: leaked,
      dataLeft: [...listed.slice(0, 17), ...taken],
      required: [
        { act: 'Identity protection judges the application to be at risk', ids: [leaked, odd], minimum: 'medium' },
        { act: 'The application signs in from unknown networks', ids: entered, minimum: 'medium' },
        { act: 'The application lists the whole directory', ids: listed, minimum: 'medium' },
        { act: 'The application reads channels of many teams', ids: taken, minimum: 'medium' },
      ],
      quiet: [...quiet.slice(0, 40), ...runs.slice(0, 12)],
    }
  },
})
