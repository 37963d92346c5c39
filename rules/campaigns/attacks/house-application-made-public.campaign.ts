// A trusted web application becomes a public client, so device codes give its mail and file rights to a stranger.
import { attackCampaign } from '../campaign.ts'
import { deviceCode, provenCall, publicClient } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const paths = [
  '/me/messages?$top=50',
  '/me/messages/AAMkAGI1MjQ3/attachments',
  '/me/messages?$top=50&$skip=50',
  '/me/drive/items/01CYZLFJGUJ7JHBSZDFZ/content',
]

export default attackCampaign({
  title: 'A trusted web application is switched to a public client, and two people confirm device codes for it',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/msal-client-applications',
    'https://www.appgovscore.com/blog/public-client-flows-what-you-need-to-know',
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
  ],
  facts: [
    'A registration with "Allow public client flows" accepts the device code flow without a secret.',
    'A person who signs in to an application that has the consent of an administrator sees no question about permissions.',
    'In device code phishing the victim enters a code on the page of Microsoft, and the tokens go to the sender of the code.',
    'An owner may change the kind of client of a registration without an administrator role.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'larkfield', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 90,
      after: 20,
    })
    const { graph, developer, admin } = tenant
    const planner = makeApp(random, 'Visit Planner', tenant.id, {
      ip: '198.51.100.75',
      agent: 'visit-planner/5.0 (+dotnet)',
      reply: 'https://visits.larkfield.example/signin-oidc',
    })
    const permissions = 'Calendars.ReadWrite Files.Read.All Mail.ReadWrite User.Read'
    const from = start - 90 * day
    auditConsent(
      log,
      from + 10 * hour,
      admin,
      { client: planner, resource: graph, scopes: `${permissions} offline_access openid profile` },
      true,
      false,
    )
    const usual = routine(log, from + day, 108, 120, (at) => {
      const owner = random.pick(tenant.people)
      const tokenId = token(log)
      provenCall(log, at + 3000, '1', {
        client: planner,
        person: owner,
        ip: planner.ip,
        uri: random.pick(['/me/calendarView', '/me/messages?$top=10', '/me/events']),
        permissions,
        agent: planner.agent,
        tokenId,
      })
      return userSignIn(log, at, {
        person: owner,
        client: planner,
        resource: graph,
        ip: owner.ip,
        ownerTenant: tenant.id,
        tokenId,
      })
    })

    const proxy = '192.0.2.90'
    const begin = start + 16 * hour + 40 * minute
    const portal = userSignIn(log, begin, {
      person: developer,
      client: firstParty.azurePortal,
      resource: graph,
      ip: proxy,
      agent: admin.agent,
    })
    // The first try fails, because the application still needs its secret.
    transferredSignIn(log, begin + 9 * minute, 'deviceCodeFlow', {
      person: developer,
      client: planner,
      resource: graph,
      ip: proxy,
      agent: 'python-requests/2.32.3',
      protocol: 'deviceCode',
      ownerTenant: tenant.id,
      error: 7000218,
      reason: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    })
    const switched = publicClient(log, begin + 14 * minute, developer, planner, true, proxy)

    const sender = '192.0.2.163'
    const agent = 'python-requests/2.32.3'
    const call = (victim: Person, ip: string, tokenId: string, moment: number, uri: string) =>
      provenCall(log, moment, '0', {
        client: planner,
        person: victim,
        ip,
        uri,
        size: random.integer(60_000, 400_000),
        permissions,
        agent,
        tokenId,
      })
    const confirm = (victim: Person, at: number) => {
      const session = random.uuid()
      const tokenId = token(log)
      const codes = deviceCode(log, at, {
        person: victim,
        client: planner,
        resource: graph,
        confirmed: victim.ip,
        ip: sender,
        agent,
        session,
        tokenId,
      })
      const reads = repeat(random, at + 6 * minute, 16, 90_000, (moment, i) =>
        call(victim, sender, tokenId, moment, paths[i % paths.length] ?? '/me'),
      )
      return { codes, reads, session }
    }
    const treasurer = person(6)
    const one = confirm(treasurer, start + day + 9 * hour + 21 * minute)
    const two = confirm(person(11), start + 2 * day + 13 * hour + 2 * minute)

    const later = start + 14 * day + 3 * hour
    const exit = '192.0.2.140'
    const tokenId = token(log)
    const renewed = userSignIn(log, later, {
      person: treasurer,
      client: planner,
      resource: graph,
      ip: exit,
      agent,
      interactive: false,
      incoming: 'refreshToken',
      session: one.session,
      ownerTenant: tenant.id,
      tokenId,
    })
    const again = repeat(random, later + minute, 10, 2 * minute, (moment, i) =>
      call(treasurer, exit, tokenId, moment, `/me/mailFolders/inbox/messages?$top=50&$skip=${i * 50}`),
    )

    return {
      records: log.records(),
      firstHostile: portal,
      dataLeft: [...one.reads, ...two.reads, ...again],
      required: [
        {
          act: 'The owner makes a web application with tenant-wide mail rights a public client, from an unknown network',
          ids: [switched],
          minimum: 'medium',
        },
        {
          act: 'Device codes for an application that never used them, and the tokens go to another network',
          ids: [...one.codes, ...two.codes],
          minimum: 'high',
        },
        {
          act: 'Mail and files of both people are read without the secret',
          ids: [...one.reads, ...two.reads],
          minimum: 'high',
        },
        {
          act: 'The session of the treasurer is used again two weeks later from a third network',
          ids: [renewed, ...again],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.slice(0, 25)],
    }
  },
})
