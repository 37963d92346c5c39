// Access tokens from the memory of desktop programs, used for minutes from a second address: few reads in six weeks.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Person } from '../microsoft-tenant.ts'

const scopes =
  'Calendars.ReadWrite Chat.ReadWrite Files.ReadWrite.All Mail.ReadWrite People.Read Presence.ReadWrite User.Read'

/** Days after the start, all of them working days. */
const workdays = [0, 3, 8, 14, 17, 23, 28, 31, 38]

export default attackCampaign({
  title: 'Access tokens of Teams on a desktop computer are used from another network',
  sources: [
    'https://securelist.com/toddycat-apt-steals-email-data-from-outlook/118044/',
    'https://www.pcquest.com/security-products/microsoft-teams-token-replay-attack-what-happened-and-fixes-10590106',
    'https://ctrlaltdel.blog/archives/783',
  ],
  facts: [
    'Attackers with code on a computer take access tokens of Microsoft 365 programs from memory or local files.',
    'They use the token outside the network of the victim to read mail; no new sign-in happens.',
    'Investigators saw successful Graph calls of one account from different addresses and clients.',
    'An access token lives about an hour, so that each theft gives a few reads.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'northquay', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 70,
      after: 44,
      records: 360,
    })
    const attackerIp = '192.0.2.201'
    const call = (at: number, who: Person, ip: string, uri: string, tokenId: string, agent: string, size?: number) =>
      graphCall(log, at, {
        client: firstParty.teams,
        person: who,
        ip,
        uri,
        permissions: scopes,
        agent,
        tokenId,
        ...(size ? { size } : {}),
      })
    /** A working hour of the Teams program: a silent sign-in and a few calls with its token. */
    const workingHour = (at: number, who: Person): string => {
      const tokenId = token(log)
      userSignIn(log, at, {
        person: who,
        client: firstParty.teams,
        resource: tenant.graph,
        ip: who.ip,
        interactive: false,
        tokenId,
        incoming: 'primaryRefreshToken',
      })
      for (const uri of ['/me/presence', '/me/calendarView', '/me/people'])
        call(at + random.integer(1, 50) * minute, who, who.ip, uri, tokenId, who.agent)
      return tokenId
    }
    for (let i = 0; i < 60; i += 1)
      workingHour(start - random.integer(5, 60) * day + random.integer(7, 15) * hour, person(random.integer(3, 12)))
    const victims = [person(4), person(9)]
    const stolen: string[][] = victims.map(() => [])
    // Nine thefts in six weeks, with five to eight messages each.
    for (let theft = 0; theft < 9; theft += 1) {
      const i = theft % 2
      const who = victims[i] ?? tenant.admin
      const at = start + (workdays[theft] ?? 0) * day + (8 + (theft % 5)) * hour + random.integer(0, 50) * minute
      const tokenId = workingHour(at, who)
      const reads = random.integer(5, 8)
      for (let read = 0; read < reads; read += 1) {
        const uri =
          read === 0
            ? '/me/mailFolders/inbox/messages?$top=25&$select=subject,from'
            : `/me/messages/AAMk${random.uuid()}`
        // Every third theft has the client name of a script; the others copy the name of the program.
        const agent = theft % 3 === 2 ? 'Go-http-client/1.1' : who.agent
        const later = at + 20 * minute + read * random.integer(60, 200) * 1000
        stolen[i]?.push(call(later, who, attackerIp, uri, tokenId, agent, random.integer(20_000, 190_000)))
      }
    }
    const left = stolen.flat()
    return {
      records: log.records(),
      firstHostile: stolen[0]?.[0] ?? '',
      dataLeft: left,
      required: [
        {
          act: 'The first person: a token reads mail from a network where it was not issued',
          ids: stolen[0] ?? [],
          minimum: 'medium',
        },
        { act: 'The second person: the same', ids: stolen[1] ?? [], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
