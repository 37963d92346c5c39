// Travellers change the network while the token of a program is valid: train, hotspot, hotel, roaming.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const scopes =
  'Calendars.ReadWrite Chat.ReadWrite Files.ReadWrite.All Mail.ReadWrite People.Read Presence.ReadWrite User.Read'

export default benignWork({
  title: 'A sales team on the road to a trade fair',
  sources: [
    'https://learn.microsoft.com/en-us/graph/microsoft-graph-activity-logs-overview',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-continuous-access-evaluation',
  ],
  resembles: 'One access token of a desktop program reads mail from two networks within an hour.',
  accounts: 6,
  days: 11,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fairpoint', {
      feeds: 'entra',
      from: '2026-01-26',
      days: 70,
      after: 14,
      records: 360,
    })
    const ids: string[] = []
    for (let trip = 0; trip < 36; trip += 1) {
      const who = person(3 + (trip % 6))
      const days = [0, 1, 2, 3, 4, 7, 8, 9, 10]
      const at = start + (days[trip % 9] ?? 0) * day + (7 + (trip % 10)) * hour + random.integer(0, 40) * minute
      const tokenId = token(log)
      // The train or the hotel first, then the telephone of the person; abroad it has an IPv6 address.
      const first = trip % 4 === 0 ? who.ip : `203.0.113.${160 + random.integer(0, 40)}`
      const second = trip % 3 === 0 ? `2001:db8:4a:${trip + 1}::1` : `203.0.113.${210 + random.integer(0, 40)}`
      ids.push(
        userSignIn(log, at, {
          person: who,
          client: firstParty.teams,
          resource: tenant.graph,
          ip: first,
          interactive: false,
          tokenId,
          incoming: 'primaryRefreshToken',
        }),
      )
      const uris = [
        '/me/presence',
        '/me/mailFolders/inbox/messages?$top=25&$select=subject,from',
        `/me/messages/AAMk${random.uuid()}`,
        '/me/calendarView',
        `/me/messages/AAMk${random.uuid()}`,
        '/me/chats',
      ]
      for (const [i, uri] of uris.entries())
        ids.push(
          graphCall(log, at + (2 + i * 7) * minute, {
            client: firstParty.teams,
            person: who,
            ip: i < 3 ? first : second,
            uri,
            permissions: scopes,
            agent: who.agent,
            tokenId,
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
