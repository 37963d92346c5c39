// Stolen credentials fail at the second step; it is turned off, the command line of Google Cloud gets a token and a key, and it is turned on again.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { authorize, signIn, userAccounts } from '../google-events.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { passwordSignIn } from '../google-outside.ts'

export default attackCampaign({
  title: 'The second step is off for forty minutes while the Google Cloud command line gets a token',
  sources: [
    'https://cloud.google.com/security/report/resources/cloud-threat-horizons-report-h2-2025',
    'https://cloud.google.com/sdk/gcloud/reference/auth/login',
  ],
  facts: [
    'UNC4899 lured employees with job offers and ran malicious containers on their workstations.',
    'It used stolen credentials with the Google Cloud command line over an anonymous network service.',
    'Multi-factor authentication stopped it at first; it disabled it for the account and enabled it again later.',
    'The victims were companies of the cryptocurrency trade.',
  ],
  build: (random) => {
    const org = organization(random, 'orchardchain.example')
    const start = time('2026-03-05T22:06:00Z')
    const quietDays = background(org, { until: start + 5 * DAY, days: 80, records: 320 })
    const hidden = network('193.138.218.214', 39351, 'SE', 'SE-AB')
    const sdk: App = {
      id: '32555940559.apps.googleusercontent.com',
      name: 'Google Cloud SDK',
      type: 'NATIVE_DESKTOP',
      scopes: [
        'openid',
        ...[
          'userinfo.email',
          'cloud-platform',
          'appengine.admin',
          'sqlservice.login',
          'compute',
          'accounts.reauth',
        ].map(scope),
      ],
    }
    const who = person(org, 3)
    const account: ServiceAccount = {
      project: 'orchard-wallet-prod',
      name: 'frontend-deploy',
      number: random.digits(21),
    }
    const tried = [0, 4, 9].map((minutes) =>
      signIn(org, { at: start + minutes * MINUTE, who, from: hidden, failure: 'login_failure_invalid_second_factor' }),
    )
    const step = (at: number, name: string) =>
      userAccounts(org, { at, who, from: hidden, type: '2sv_change', name, values: {} })
    const pause = [
      step(start + 31 * MINUTE, '2sv_disable'),
      passwordSignIn(org, { at: start + 34 * MINUTE, who, from: hidden }),
      authorize(org, { at: start + 36 * MINUTE, who, app: sdk, from: hidden }),
    ]
    const key = [createKey(org, { at: start + 58 * MINUTE, who, from: hidden, account })]
    const closed = [step(start + 71 * MINUTE, '2sv_enroll')]
    // Ordinary work: engineers grant the command line from the office, and one replaces a phone.
    const engineers = [3, 8, 13].map((index) => person(org, index))
    const ordinary = engineers.flatMap((one, order) =>
      [50, 36, 22, 8].map((ago) =>
        authorize(org, { at: start - ago * DAY - (11 + order) * HOUR, who: one, app: sdk, from: org.office }),
      ),
    )
    const replaced = ['2sv_disable', '2sv_enroll'].map((name, order) =>
      userAccounts(org, {
        at: start - 26 * DAY - 12 * HOUR + order * 6 * MINUTE,
        who: person(org, 5),
        from: org.office,
        type: '2sv_change',
        name,
        values: {},
      }),
    )
    return {
      records: timeline(quietDays.records, ordinary, replaced, tried, pause, key, closed),
      firstHostile: ids(tried)[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'from a hidden address the second step is turned off and the command line gets the rights of the cloud',
          ids: ids(pause),
          minimum: 'medium',
        },
        {
          act: 'the same address makes a key of a deployment account',
          ids: ids(key),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.slice(4), replaced)],
    }
  },
})
