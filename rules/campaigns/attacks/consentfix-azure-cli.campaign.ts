import { attackCampaign } from '../campaign.ts'
import { azureManagement, firstParty, oldDirectory } from '../microsoft-clients.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Pasted localhost address gives tokens of the Azure command line to a stranger (ConsentFix)',
  sources: [
    'https://pushsecurity.com/blog/consentfix',
    'https://www.glueckkanja.com/en/posts/2025-12-27-vulnerability-consentfix',
  ],
  facts: [
    'A hijacked web page opens the genuine sign-in for the Azure command line and asks to ' +
      'paste the resulting localhost address.',
    'The interactive sign-in comes from the network of the victim, the redemption of the ' +
      'code from that of the intruder, in one session.',
    'The client is trusted in every tenant, so no consent is asked and none is logged.',
    'The intruder prefers the old directory interface and then lists users, groups and applications.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quillmoor', {
      feeds: 'entra',
      from: '2026-01-26',
      days: 60,
      records: 360,
      people: 14,
    })
    const victim = person(9)
    const foreign = '2001:db8:c0de::66'
    const session = random.uuid()
    const cli = firstParty.azureCli
    const at = start + 13 * hour + 8 * minute
    const clicked = userSignIn(log, at, {
      person: victim,
      client: cli,
      resource: azureManagement,
      ip: victim.ip,
      session,
    })
    const redeemed = userSignIn(log, at + 2 * minute, {
      person: victim,
      client: cli,
      resource: azureManagement,
      ip: foreign,
      session,
      interactive: false,
      agent: 'python-requests/2.32.5',
    })
    const tokenId = token(log)
    const further = [
      userSignIn(log, at + 5 * minute, {
        person: victim,
        client: cli,
        resource: oldDirectory,
        ip: foreign,
        session,
        interactive: false,
        incoming: 'refreshToken',
        agent: 'python-requests/2.32.5',
      }),
      userSignIn(log, at + 9 * minute, {
        person: victim,
        client: cli,
        resource: tenant.graph,
        ip: foreign,
        session,
        interactive: false,
        incoming: 'refreshToken',
        agent: 'python-requests/2.32.5',
        tokenId,
      }),
    ]
    const wanted = ['users', 'groups', 'servicePrincipals', 'applications', 'directoryRoles', 'devices']
    const listed = repeat(random, at + 10 * minute, 48, 9_000, (moment, i) =>
      graphCall(log, moment, {
        client: cli,
        person: victim,
        ip: foreign,
        agent: 'python-requests/2.32.5',
        tokenId,
        permissions:
          'AuditLog.Read.All Directory.AccessAsUser.All Group.ReadWrite.All User.ReadWrite.All email openid profile',
        size: random.integer(120_000, 600_000),
        uri: `/${wanted[Math.floor(i / 8)] ?? 'users'}?$top=999${i % 8 === 0 ? '' : `&$skiptoken=p${i % 8}`}`,
      }),
    )
    return {
      records: log.records(),
      firstHostile: clicked,
      dataLeft: listed,
      required: [
        {
          act: 'the code of one user is redeemed in another network',
          ids: [clicked, redeemed, ...further],
          minimum: 'medium',
        },
        { act: 'the whole directory is listed with the command line client', ids: listed, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
