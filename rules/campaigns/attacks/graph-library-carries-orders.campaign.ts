// The secret of a report application is in two programs on staff machines, and a document library carries their orders.
import { attackCampaign } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const kept = ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs']
const demon =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Safari/537.36'

export default attackCampaign({
  title: 'Programs on staff machines use the secret of a report application and take orders from a document library',
  sources: [
    'https://www.fortinet.com/blog/threat-research/havoc-sharepoint-with-microsoft-graph-api-turns-into-fud-c2',
    'https://github.com/RedSiege/GraphStrike',
    'https://attack.mitre.org/techniques/T1102/002/',
  ],
  facts: [
    'A changed Havoc agent takes its orders from files in a SharePoint library through Microsoft Graph.',
    'Each victim has one file for orders and one file for answers; the agent empties the file after it has read it.',
    'The agent signs in as an application, here with the stolen secret of a report application of the organization.',
    'The operator uses the same secret from a hosting provider and also copies other libraries.',
    'The organization has only the sign-in logs and the Graph activity log.',
  ],
  build: (random) => {
    const stage = scene(random, 'kornhaven', {
      feeds: 'entra',
      from: '2026-01-19',
      days: 84,
      after: 10,
      records: 620,
      people: 18,
    })
    const { log, tenant, start } = stage
    const { graph } = tenant
    const publisher = makeApp(random, 'Board Report Publisher', tenant.id, { ip: '203.0.113.31' })
    const site = `/sites/${tenant.domain},${random.uuid()},${random.uuid()}`
    const others = [1, 2, 3].map(() => `/sites/${tenant.domain},${random.uuid()},${random.uuid()}`)
    const permissions = 'Sites.ReadWrite.All'
    // The server publishes a report each morning, for months and also during the attack.
    const usual: string[] = []
    for (let date = start - 84 * day; date < start + 9 * day; date += day) {
      const at = date + 5 * hour + random.integer(0, 9) * minute
      const tokenId = token(log)
      const call = { client: publisher, ip: publisher.ip, permissions, agent: publisher.agent, tokenId }
      usual.push(
        appSignIn(log, at, { app: publisher, resource: graph, tokenId }),
        graphCall(log, at + 2_000, { ...call, uri: `${site}/drive/root/children` }),
        graphCall(log, at + 5_000, {
          ...call,
          uri: `${site}/drive/root:/reports/${new Date(date).toISOString().slice(0, 10)}.pdf:/content`,
          method: 'PUT',
          status: 201,
        }),
      )
    }
    // Two staff machines: a sign-in each hour, and between the sign-ins a look at the orders every few minutes.
    const machines = [5, 11].map((index) => stage.person(index).ip)
    const signed: string[] = []
    const polled: string[] = []
    const answered: string[] = []
    const begin = start + 10 * hour + 17 * minute
    for (const [place, ip] of machines.entries()) {
      const name = random.uuid().slice(0, 8).toUpperCase()
      const file = (end: string) => `${site}/drive/root:/${name}${end}:/content`
      for (let step = 0; step < 46; step += 1) {
        const at = begin + place * 19 * hour + step * hour + random.integer(0, 4) * minute
        const tokenId = token(log)
        const call = { client: publisher, ip, permissions, agent: demon, tokenId }
        signed.push(appSignIn(log, at, { app: publisher, resource: graph, ip, tokenId }))
        if (step === 0) {
          polled.push(
            graphCall(log, at + 1_000, { ...call, uri: file('pD-in'), method: 'PUT', status: 201 }),
            graphCall(log, at + 2_000, { ...call, uri: file('pD-out'), method: 'PUT', status: 201 }),
          )
        }
        for (let look = 1; look < 6; look += 1) {
          const moment = at + look * 9 * minute
          polled.push(graphCall(log, moment, { ...call, uri: file('pD-in'), size: look === 3 ? 1_400 : 0 }))
          if (look !== 3) continue
          polled.push(graphCall(log, moment + 1_000, { ...call, uri: file('pD-in'), method: 'PUT' }))
          answered.push(graphCall(log, moment + 20_000, { ...call, uri: file('pD-out'), method: 'PUT' }))
        }
      }
    }
    // The operator at a hosting provider: looks for sites, and then fetches files of three libraries.
    const operator = '192.0.2.139'
    const entered: string[] = []
    const copied: string[] = []
    for (const [evening, other] of others.entries()) {
      const at = begin + (1 + evening) * day + 11 * hour + random.integer(0, 50) * minute
      const tokenId = token(log)
      const call = { client: publisher, ip: operator, permissions, agent: 'python-httpx/0.27.2', tokenId }
      const enter = { app: publisher, resource: graph, ip: operator, tokenId }
      entered.push(placed(log, at, networks.hostingBucharest, (side) => appSignIn(side, at, enter)))
      entered.push(graphCall(log, at + 4_000, { ...call, uri: '/sites?search=*', size: 64_000 }))
      entered.push(graphCall(log, at + 9_000, { ...call, uri: `${other}/drive/root/children`, size: 22_000 }))
      for (let count = 0; count < 40; count += 1) {
        const uri = `${other}/drive/items/01${random.uuid().replaceAll('-', '').toUpperCase()}/content`
        const moment = at + minute + count * 7_000
        copied.push(graphCall(log, moment, { ...call, uri, status: 302, size: random.integer(600, 1_100) }))
      }
    }
    const hostile = [...signed, ...polled, ...answered, ...entered, ...copied]
    const view = only(log.records(), [...hostile, ...stage.quiet, ...usual], kept)
    const known = new Set(view.ids)
    return {
      records: view.records,
      firstHostile: signed[0] ?? '',
      dataLeft: [...answered, ...copied],
      required: [
        { act: 'Staff machines sign in with the secret of a server', ids: signed, minimum: 'medium' },
        {
          act: 'The application reads and empties two small files day and night from staff machines',
          ids: [...polled, ...answered],
          minimum: 'medium',
        },
        {
          act: 'A hosting provider signs in with the same secret and looks for sites',
          ids: entered,
          minimum: 'medium',
        },
        { act: 'The hosting provider fetches files of three other libraries', ids: copied, minimum: 'medium' },
      ],
      quiet: [...stage.quiet.filter((id) => known.has(id)), ...usual.slice(90, 110)],
    }
  },
})
