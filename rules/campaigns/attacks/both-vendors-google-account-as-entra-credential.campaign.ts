// A new Google service account becomes the federated credential of an Entra application: no secret, and tokens from Google on demand.
import { attackCampaign } from '../campaign.ts'
import { background as googleDays, workMoment } from '../google-background.ts'
import { createAccount, type ServiceAccount } from '../google-cloud-layouts.ts'
import { changeMember } from '../google-cloud-trust.ts'
import { merged } from '../google-crowd.ts'
import { signIn } from '../google-events.ts'
import { DAY, HOUR, idOf, ids, MINUTE, network, person, time } from '../google-layouts.ts'
import { accountLife } from '../google-lifecycle.ts'
import { orgOf } from '../google-outside.ts'
import { identityToken } from '../google-protection.ts'
import { background as microsoftDays } from '../microsoft-background.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { buildIssuer, federatedTrust } from '../microsoft-federated.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { Log, makeApp, makeTenant } from '../microsoft-tenant.ts'

const project = 'brackenford-lab'
const rights = 'Mail.Read Sites.Read.All'

export default attackCampaign({
  title:
    'A new Google service account becomes the credential of an Entra application, which then reads mail on four nights',
  sources: [
    'https://microsoft.github.io/identity-spiffe/platform-learnings/Google-Cloud-Federation/',
    'https://dirkjanm.io/persisting-with-federated-credentials-entra-apps-managed-identities/',
    'https://cloud.google.com/iam/docs/create-short-lived-credentials-direct',
  ],
  facts: [
    'Entra accepts tokens of Google for an application after its registration trusts the issuer and a subject.',
    'The subject of a Google service account is its unique number.',
    'Who may act as the service account gets such tokens without a key file.',
    'The way back lasts when the secret of the application is changed.',
  ],
  build(random) {
    const tenant = makeTenant(random, 'brackenford', 17)
    const log = new Log(random, tenant)
    const org = orgOf(random, tenant)
    const start = time('2025-11-17T00:00:00Z')
    const until = start + 24 * DAY
    const first = start - 90 * DAY
    const google = googleDays(org, { until, days: 114, records: 650 })
    const quiet = microsoftDays(log, { feeds: 'entra', from: first, days: 90, records: 420 })
    microsoftDays(log, { feeds: 'entra', from: start, days: 24, records: 90 })

    const { developer, graph } = tenant
    const register = makeApp(random, 'Contract Register Sync', tenant.id, {
      ip: '198.51.100.70',
      agent: 'contract-register/2.2',
    })
    const syncs = (at: number) => {
      const tokenId = token(log)
      appSignIn(log, at, { app: register, resource: graph, tokenId })
      return graphCall(log, at + 3000, {
        client: register,
        ip: register.ip,
        uri: '/sites/root/lists/contracts/items?$expand=fields',
        permissions: rights,
        agent: register.agent,
        tokenId,
      })
    }
    const works = routine(log, first, 89, 210, syncs)
    routine(log, start, 22, 50, syncs)
    const build = {
      id: random.uuid(),
      name: 'main-branch',
      issuer: buildIssuer,
      subject: 'repo:brackenford/register:ref:refs/heads/main',
    }
    const trustedBuild = federatedTrust(log, start - 60 * DAY + 10 * HOUR, 'entra', developer, register, [], [build])
    const engineer = person(org, 2)
    const ordinary = ['ocr-test', 'report-store'].map((name) =>
      createAccount(org, {
        at: workMoment(org, start - 10 * DAY, 60),
        who: engineer,
        from: org.office,
        account: { project, name, number: `10${random.digits(19)}` },
      }),
    )

    // The laptop session of the developer works with both vendors.
    const rented = network('192.0.2.77', 64511, 'MD')
    const begin = start + 20 * HOUR + 26 * MINUTE
    const account: ServiceAccount = { project, name: 'calendar-probe', number: `11${random.digits(19)}` }
    const entered = signIn(org, { at: begin, who: engineer, from: rented })
    const cloud = { who: engineer, from: rented, account }
    const made = createAccount(org, { ...cloud, at: begin + 7 * MINUTE })
    const lent = changeMember(org, {
      ...cloud,
      at: begin + 9 * MINUTE,
      action: 'ADD',
      member: `user:${engineer.email}`,
      role: 'roles/iam.serviceAccountOpenIdTokenCreator',
    })
    const trust = {
      id: random.uuid(),
      name: 'calendar',
      issuer: 'https://accounts.google.com',
      subject: account.number,
    }
    const trusted = federatedTrust(log, begin + 21 * MINUTE, 'entra', developer, register, [build], [build, trust], {
      ip: rented.ip,
    })
    const nights = [9, 11, 15, 20].map((day) => begin + day * DAY + random.integer(60, 300) * MINUTE)
    const tokens = nights.map((at) => identityToken(org, { ...cloud, at, audience: 'api://AzureADTokenExchange' }))
    const exit = '192.0.2.113'
    const entries: string[] = []
    const reads = nights.flatMap((at) => {
      const tokenId = token(log)
      const how = { ip: exit, keyId: trust.id, kind: 'federatedIdentityCredential', tokenId } as const
      entries.push(appSignIn(log, at + 40_000, { app: register, resource: graph, ...how }))
      return Array.from({ length: random.integer(14, 22) }, (_, i) =>
        graphCall(log, at + (i + 2) * 35_000, {
          client: register,
          ip: exit,
          uri: `/users/${tenant.people[3 + (i % 4)]?.oid ?? ''}/messages?$top=100&$skip=${100 * Math.floor(i / 4)}`,
          permissions: rights,
          agent: 'python-httpx/0.27.2',
          size: random.integer(150_000, 900_000),
          tokenId,
        }),
      )
    })
    const removed = accountLife(org, 'Delete', { ...cloud, at: begin + 21 * DAY })

    return {
      records: merged(google.records, ordinary, [entered, made, lent, ...tokens, removed], log.records()),
      firstHostile: idOf(entered),
      dataLeft: reads,
      required: [
        { act: 'An application begins to trust a Google account as its credential', ids: [trusted], minimum: 'medium' },
        { act: 'The application signs in with the new credential from a new network', ids: entries, minimum: 'medium' },
        { act: 'The application reads mailboxes that it never read', ids: reads, minimum: 'medium' },
      ],
      quiet: [...google.quiet, ...quiet, ...ids(ordinary), ...works, trustedBuild],
    }
  },
})
