// Links to the real sign-in page that must fail, so that the browser goes on to the page of the attacker.
import { attackCampaign } from '../campaign.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const reason =
  'The user or administrator has not consented to use the application. Send an interactive authorization request ' +
  'for this user and resource.'

export default attackCampaign({
  title: 'OAuth error redirection: forced failures of consent lead to malware (March 2026)',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2026/03/02/oauth-redirection-abuse-enables-phishing-malware-delivery/',
    'https://nineliveszerotrust.com/blog/oauth-redirect-abuse-sentinel/',
  ],
  facts: [
    'The attacker registers an application in another tenant with a redirect address under his control.',
    'Mails carry a real authorize link with prompt=none and a scope that cannot be granted.',
    'Entra answers with error 65001 and sends the browser to the redirect address, which delivers malware.',
    'No token is issued and no consent is given; the failed sign-ins are the only trace in the tenant.',
    'The targets were government and public bodies; the waves came from several applications.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'lakemoor', {
      feeds: 'entra',
      entra: 'polled',
      from: '2025-12-08',
      days: 78,
      after: 12,
      people: 24,
    })
    const fails = (at: number, who: Person, app: App) =>
      userSignIn(log, at, {
        person: who,
        client: app,
        resource: tenant.graph,
        ip: who.ip,
        error: 65001,
        reason,
        incoming: 'primaryRefreshToken',
        ownerTenant: app.ownerTenant,
      })
    // Every few days somebody meets the consent screen of a new service and goes away.
    const single = routine(log, start - 78 * day, 78, 9, (at) =>
      fails(
        at,
        random.pick(tenant.people),
        makeApp(random, random.pick(['Notelark', 'Pinfold', 'Quizzer']), random.uuid()),
      ),
    )
    const wave = (from: number, app: App, people: readonly number[], pause: number) =>
      people.map((i, n) => fails(from + n * pause + random.integer(0, 90_000), person(i), app))
    const hostile = random.uuid()
    const first = wave(
      start + 8 * hour + 12 * minute,
      makeApp(random, 'Benefits Document Viewer', hostile, { reply: 'https://lakemoor-docs.hosting.example/d' }),
      [4, 7, 8, 11, 13, 14, 15, 18, 19, 21, 22],
      9 * minute,
    )
    // The second wave is small: five people in two days.
    const recording = makeApp(random, 'Teams Recording Access', random.uuid(), {
      reply: 'https://rec-open.hosting.example/r',
    })
    const second = [
      ...wave(start + 6 * day + 9 * hour, recording, [5, 9], 5 * hour),
      ...wave(start + 7 * day + 8 * hour, recording, [12, 16, 20], 3 * hour),
    ]
    return {
      records: log.records(),
      firstHostile: first[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'eleven people fail at the consent of one application that nobody in the tenant uses',
          ids: first,
          minimum: 'medium',
        },
        {
          act: 'five more people fail at a second unknown application within two days',
          ids: second,
          minimum: 'low',
        },
      ],
      quiet: [...quiet, ...single],
    }
  },
})
