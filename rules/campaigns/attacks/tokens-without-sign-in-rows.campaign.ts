// A password spray whose successful sign-ins are not logged: Graph activity alone shows the stolen tokens.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Person } from '../microsoft-tenant.ts'

const agent = 'python-requests/2.32.5'
const invalidClient = 'Application with identifier was not found in the directory.'

export default attackCampaign({
  title: 'Tokens without a row in the sign-in log list the directory, search mail and copy files',
  sources: [
    'https://ubos.tech/news/azure-entra-id-sign%e2%80%91in-log-bypass-revealed-new-techniques-and-mitigations/',
    'https://nebelwolfi.xyz/blog/2026-03-20-four-azure-sign-in-log-bypasses-in-and-the-architecture-behind-all-of-them/',
  ],
  facts: [
    'An unknown client id checks a password: the log has a failure, although the password is right.',
    'A password sign-in with thousands of repeated scopes, or a very long user agent, gives a token and no log row.',
    'The Graph activity log keeps the calls, and their sign-in identifier has no partner in the sign-in log.',
    'The tokens have the scopes of a Microsoft client, and work until they end.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'ashcombe', {
      feeds: 'entra',
      from: '2025-08-18',
      days: 84,
      records: 400,
      people: 16,
    })
    const hostile = '192.0.2.48'
    const unknown = { name: '', appId: random.uuid() }
    const first = start + 2 * hour
    const checked = repeat(random, first, 14, 20_000, (at, i) =>
      userSignIn(log, at, {
        person: person(i),
        client: unknown,
        resource: { name: '', appId: '' },
        ip: hostile,
        agent,
        error: 700016,
        reason: invalidClient,
        protocol: 'ropc',
        singleFactor: true,
      }),
    )
    const clerk = person(7)
    const manager = person(9)
    const ask = (at: number, who: Person, tokenId: string, uri: string, size: number) =>
      graphCall(log, at, {
        client: firstParty.office,
        person: who,
        ip: hostile,
        uri,
        size,
        permissions:
          'Calendars.ReadWrite Contacts.ReadWrite Directory.Read.All Files.ReadWrite.All Mail.ReadWrite openid User.ReadBasic.All',
        agent,
        tokenId,
      })
    const held = token(log)
    const begin = first + 3 * hour
    ask(begin, clerk, held, '/me', 1_400)
    const lists = ['users', 'groups', 'applications', 'servicePrincipals', 'directoryRoles', 'devices']
    const listed = repeat(random, begin + minute, 54, 3_000, (at, i) => {
      const name = lists[Math.floor(i / 9)] ?? 'users'
      return ask(at, clerk, held, `/${name}?$top=999&$skiptoken=${random.uuid().slice(0, 8)}`, 520_000)
    })
    const words = ['password', 'vpn', 'invoice', 'iban', 'mfa', 'credentials']
    const second = token(log)
    const next = begin + day + 20 * minute
    const searched = repeat(random, next, 12, 9_000, (at, i) =>
      ask(at, manager, second, `/me/messages?$search="${words[i % words.length]}"&$top=100`, 380_000),
    )
    const read = repeat(random, next + 4 * minute, 70, 3_000, (at) =>
      ask(at, manager, second, `/me/messages/AAMk${random.uuid().replaceAll('-', '')}/$value`, 90_000),
    )
    const third = token(log)
    const copied = repeat(random, next + 40 * minute, 80, 5_000, (at) =>
      ask(
        at,
        manager,
        third,
        `/drives/b!${random.uuid().slice(0, 14)}/items/01${random.uuid().slice(0, 18)}/content`,
        810_000,
      ),
    )
    return {
      records: log.records(),
      firstHostile: checked[0] ?? '',
      dataLeft: [...read, ...copied],
      required: [
        {
          act: 'One address tries fourteen accounts with an unknown client',
          ids: checked,
          minimum: 'low',
        },
        { act: 'A script lists the directory with a token of a clerk', ids: listed, minimum: 'medium' },
        {
          act: 'A script searches the mail of a manager for secrets and reads it',
          ids: [...searched, ...read],
          minimum: 'high',
        },
        { act: 'A script downloads eighty files of the manager', ids: copied, minimum: 'high' },
      ],
      quiet,
    }
  },
})
