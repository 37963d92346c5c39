// A stolen session is used for a consent before identity protection has judged it; Entra diagnostic logs alone.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { userRisk } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stolen session consents to a calendar helper with mail scopes; the verdict on the session comes later',
  sources: [
    'https://casmerlabs.com/2025/10/22/attackers-weaponizing-internal-oauth-apps-to-persist-past-password-resets',
    'https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/aaduserriskevents',
    'https://www.cicada-ir.ai/blog/investigating-m365-bec-oauth-abuse',
  ],
  facts: [
    'The attacker takes a session of a person with a proxy between the person and the sign-in page.',
    'From that session the attacker consents to an application with mail scopes and offline access.',
    'The name of the application looks like a common tool.',
    'The application gets tokens without the person, and no second factor is asked again.',
    'Identity protection writes the verdict on a sign-in in real time or offline, with the id of the sign-in.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'tidewaterlegal', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 78,
      after: 14,
      records: 420,
      people: 19,
    })
    const victim = person(9)
    const traveller = person(12)
    const proxy = '192.0.2.77'
    const worker = '192.0.2.140'
    const session = random.uuid()
    const graph = tenant.graph

    // Three weeks before: an employee in a train; a low verdict and nothing after it.
    const before = start - 20 * day + 15 * hour
    const train = userSignIn(log, before, {
      person: traveller,
      client: firstParty.outlookMobile,
      resource: tenant.exchange,
      ip: '203.0.113.231',
      risk: 'low',
    })
    const lowRisk = { person: traveller, kind: 'unfamiliarFeatures', level: 'low', ip: '203.0.113.231' } as const
    userRisk(log, before, { ...lowRisk, signIn: train })

    const at = start + day + 13 * hour + 8 * minute
    const stolen = userSignIn(log, at, {
      person: victim,
      client: firstParty.officeHome,
      resource: graph,
      ip: proxy,
      session,
      risk: 'medium',
    })
    const helper = makeApp(random, 'Meeting Time Helper', random.uuid(), { ip: worker })
    const prompt = {
      person: victim,
      client: helper,
      resource: graph,
      ip: proxy,
      session,
      ownerTenant: helper.ownerTenant,
    }
    const asked = at + 22 * minute
    userSignIn(log, asked, { ...prompt, error: 65001, reason: 'The user or administrator has not consented.' })
    const scopes = 'Calendars.Read Mail.ReadWrite MailboxSettings.Read User.Read offline_access openid profile'
    const granted = auditConsent(log, asked + 31_000, victim, { client: helper, resource: graph, scopes, user: victim })
    userSignIn(log, asked + 33_000, prompt)
    const verdict = userRisk(log, at, {
      person: victim,
      kind: 'anomalousToken',
      level: 'high',
      ip: proxy,
      signIn: stolen,
      offline: true,
    })
    const renewed = repeat(random, asked + 2 * hour, 44, 5 * hour, (then) =>
      userSignIn(log, then, {
        person: victim,
        client: helper,
        resource: graph,
        ip: worker,
        agent: 'axios/1.7.9',
        interactive: false,
        incoming: 'refreshToken',
        ownerTenant: helper.ownerTenant,
        singleFactor: true,
      }),
    )

    const kept = only(log.records(), quiet, [
      'AuditLogs',
      'SignInLogs',
      'NonInteractiveUserSignInLogs',
      'ServicePrincipalSignInLogs',
      'UserRiskEvents',
    ])
    return {
      records: kept.records,
      firstHostile: stolen,
      dataLeft: [],
      required: [
        { act: 'consent with mail scopes from the risky session', ids: [...granted, verdict], minimum: 'high' },
        { act: 'the new application renews its tokens from a hosting network', ids: renewed, minimum: 'low' },
      ],
      quiet: [...kept.ids, train],
    }
  },
})
