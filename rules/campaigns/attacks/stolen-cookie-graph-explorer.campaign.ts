// A browser extension steals the login cookie of a buyer; the thief works in Graph Explorer. No directory audit was collected.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Named } from '../microsoft-tenant.ts'

const explorer: Named = { name: 'Graph Explorer', appId: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' }
const permissions = 'Mail.ReadWrite Mail.Send openid profile User.Read User.ReadBasic.All'
const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

export default attackCampaign({
  title:
    'The stolen login cookie of a buyer opens Graph Explorer on another machine, which lists people, reads and sends mail',
  sources: [
    'https://www.varonis.com/blog/cookie-bite',
    'https://nineliveszerotrust.com/blog/session-hijack-detection-sentinel',
  ],
  facts: [
    'A browser extension sends the cookies of each Microsoft login to the thief.',
    'The cookies open the session on another machine without a password and without a second factor.',
    'Graph Explorer is a web page of Microsoft; it lists people, and reads and sends mail.',
    'The persistent cookie works again on later days.',
  ],
  build: (random) => {
    const stage = scene(random, 'brackwater-foods', {
      feeds: 'entra',
      from: '2025-06-02',
      days: 72,
      records: 480,
      people: 18,
    })
    const { log, tenant, start, person } = stage
    const { graph, developer } = tenant
    // The developer tries queries in Graph Explorer each week.
    const learned = routine(log, start - 72 * day, 72, 24, (at) => {
      userSignIn(log, at - minute, { person: developer, client: explorer, resource: graph, ip: developer.ip })
      return graphCall(log, at, {
        client: explorer,
        person: developer,
        ip: developer.ip,
        uri: random.pick(['/me', '/me/memberOf', '/users?$top=5']),
        permissions: 'openid profile User.Read User.ReadBasic.All',
        agent: developer.agent,
      })
    })
    const buyer = person(9)
    const session = random.uuid()
    const morning = start + 8 * hour + 3 * minute
    userSignIn(log, morning, {
      person: buyer,
      client: firstParty.officeHome,
      resource: graph,
      ip: buyer.ip,
      session,
    })
    const logins: string[] = []
    const listed: string[] = []
    const read: string[] = []
    const sent: string[] = []
    const visits = [
      { at: morning + 3 * hour + 37 * minute, ip: '192.0.2.45', network: networks.hostingFrankfurt, letters: 0 },
      { at: start + 2 * day + 19 * hour, ip: '192.0.2.46', network: networks.hostingFrankfurt, letters: 6 },
    ]
    for (const visit of visits) {
      const { at, ip, network } = visit
      const tokenId = token(log)
      const call = (later: number, uri: string, more: { readonly size?: number; readonly send?: boolean } = {}) =>
        graphCall(log, at + later, {
          client: explorer,
          person: buyer,
          ip,
          uri,
          permissions,
          agent: chrome,
          tokenId,
          ...(more.size ? { size: more.size } : {}),
          ...(more.send ? { method: 'POST', status: 202 } : {}),
        })
      logins.push(
        placed(log, at, network, (side) =>
          userSignIn(side, at, {
            person: buyer,
            client: explorer,
            resource: graph,
            ip,
            agent: chrome,
            session,
            tokenId,
          }),
        ),
      )
      listed.push(
        call(40_000, '/me'),
        call(70_000, '/users?$top=999&$select=displayName,mail,jobTitle', { size: 310_000 }),
        call(110_000, '/groups?$top=999', { size: 120_000 }),
      )
      for (let i = 0; i < 18; i += 1)
        read.push(
          call(4 * minute + i * 50_000, `/me/messages?$search="invoice"&$top=50&$skip=${50 * i}`, {
            size: random.integer(150_000, 700_000),
          }),
        )
      for (let i = 0; i < visit.letters; i += 1)
        sent.push(call(25 * minute + i * 2 * minute, '/me/sendMail', { send: true }))
    }
    const kept = only(
      log.records(),
      [...stage.quiet, ...learned.slice(0, 20)],
      ['SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs', 'MicrosoftGraphActivityLogs'],
    )
    return {
      records: kept.records,
      firstHostile: logins[0] ?? '',
      dataLeft: [...listed, ...read, ...sent],
      required: [
        {
          act: 'The session of the buyer continues on another machine in a hosting network',
          ids: logins,
          minimum: 'medium',
        },
        { act: 'Graph Explorer reads the mailbox of the buyer for the first time', ids: read, minimum: 'medium' },
        { act: 'Graph Explorer sends letters as the buyer', ids: sent, minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
