// The token of a managed identity is taken from a machine and used from a hosting network; only Graph activity is collected.
import { attackCampaign } from '../campaign.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const permissions = 'Mail.Read Sites.Read.All User.Read.All'

export default attackCampaign({
  title: 'Token of a managed identity is used outside Azure',
  sources: [
    'https://www.hunters.security/en/blog/azure-managed-identity-threat-hunting-detection-methods',
    'https://cyberpress.org/researchers-detail-new-threat-hunting-methods-revealed',
  ],
  facts: [
    'The token of a managed identity can be asked for at the metadata service of the machine.',
    'A stolen token works outside Azure until it ends; no key or sign-in with a key exists.',
    'Signs are use from addresses that are not Azure, listing of the directory, and permissions that the identity does not use.',
    'Managed identities with Graph permissions exist in many deployments.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'corvane', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 77,
      records: 900,
    })
    const identity = makeApp(random, 'vm-invoice-reader', tenant.id, {
      ip: '20.50.118.9',
      agent: 'azsdk-net-Identity/1.13.2 (.NET 8.0.11; Ubuntu 22.04.5 LTS)',
    })
    const mailbox = person(11)
    const site = `/sites/${random.uuid()}/drive/root/children`
    const usual = routine(log, start - 77 * day, 84, 160, (at) =>
      graphCall(log, at, {
        client: identity,
        ip: identity.ip,
        agent: identity.agent,
        permissions,
        uri: random.number() < 0.7 ? `/users/${mailbox.oid}/mailFolders/inbox/messages?$top=10` : site,
      }),
    )

    const away = '167.99.214.36'
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const begin = start + day + 1 * hour
    const ask = (uri: string) => (at: number) =>
      graphCall(log, at, {
        client: identity,
        ip: away,
        agent: 'python-requests/2.32.3',
        permissions,
        uri,
        tokenId,
        size: random.integer(40_000, 400_000),
      })
    const lists = [
      '/users?$top=999',
      '/users?$filter=accountEnabled eq true&$select=userPrincipalName,jobTitle,mail',
      '/sites?search=*',
      '/users?$select=displayName,assignedLicenses&$top=999',
    ].map((uri, i) => ask(uri)(begin + i * 2 * minute))
    const refused = ['/servicePrincipals?$top=999', '/directoryRoles', '/groups?$top=999'].map((uri, i) =>
      graphCall(log, begin + (10 + i) * minute, {
        client: identity,
        ip: away,
        agent: 'python-requests/2.32.3',
        permissions,
        uri,
        tokenId,
        status: 403,
        size: 420,
      }),
    )
    const mails = [0, 3, 4, 8, 12].flatMap((i) =>
      repeat(random, begin + (15 + i * 4) * minute, 6, minute, (at, page) =>
        ask(`/users/${person(i).oid}/messages?$top=50&$skip=${page * 50}`)(at),
      ),
    )
    const first = lists[0]
    if (first === undefined) throw new RangeError('no call')

    const collected = only(log.records(), [...quiet, ...usual.slice(0, 40)], ['MicrosoftGraphActivityLogs'])
    return {
      records: collected.records,
      firstHostile: first,
      dataLeft: mails,
      required: [
        {
          act: 'The identity lists the directory from a network and with a program that it never used',
          ids: [...lists, ...refused],
          minimum: 'medium',
        },
        { act: 'The identity reads mailboxes of five people that it never opened', ids: mails, minimum: 'high' },
      ],
      quiet: collected.ids,
    }
  },
})
