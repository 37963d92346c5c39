// A consented app hides from the account page and comes back for short bursts of reading.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, revoke, use, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, ids, network, organization, person, time, timeline } from '../google-layouts.ts'

const until = time('2026-03-31T00:00:00Z')

export default attackCampaign({
  title: 'GhostToken: an app that the user can neither see nor remove reads mail and files in bursts',
  sources: ['https://cloudvulndb.org/ghosttoken'],
  facts: [
    'A user allowed a third-party app to read mail and files.',
    'Its publisher put the cloud project into pending deletion, so the page of apps with access did not list the app.',
    'The publisher restored the project for a short time, used the old refresh token and hid the app again.',
    'What the user removed from the page, and a new password, did not end the access of the hidden app.',
  ],
  build: (random) => {
    const org = organization(random, 'mossbarn.example', 12)
    const quietDays = background(org, { until, days: 80, records: 340 })
    const ghost = app(random, 'PDF Toolbox Connect', ['openid', 'userinfo.email', 'gmail.readonly', 'drive.readonly'])
    const known = app(random, 'Notion', ['openid', 'userinfo.email', 'drive.file'])
    const victim = person(org, 7)
    const hidden = network('192.0.2.93', 64597, 'PA')
    const consent = authorize(org, { at: time('2026-02-24T09:12:31Z'), who: victim, app: ghost })
    const burst = (start: number): { calls: ReturnType<typeof use>[]; files: ReturnType<typeof file>[] } => ({
      calls: Array.from({ length: 16 }, (_, index) =>
        use(org, {
          at: start + index * 1800,
          who: victim,
          app: ghost,
          from: hidden,
          method: index % 8 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(15_000, 300_000),
        }),
      ),
      files: Array.from({ length: 8 }, (_, index) =>
        file(org, {
          at: start + 40_000 + index * 2500,
          who: victim,
          from: hidden,
          name: 'download',
          app: ghost,
          title: `Project dossier ${index + 1}`,
        }),
      ),
    })
    const bursts = ['2026-03-04T02:20:00Z', '2026-03-16T03:05:00Z', '2026-03-29T01:44:00Z'].map(time).map(burst)
    const calls = bursts.flatMap((one) => one.calls)
    const files = bursts.flatMap((one) => one.files)
    // The user cleans up what the account page shows and changes the password between the second and third burst.
    const cleaning = [
      authorize(org, { at: time('2026-02-10T08:00:00Z'), who: victim, app: known }),
      revoke(org, { at: time('2026-03-20T09:30:00Z'), who: victim, app: known }),
      userAccounts(org, {
        at: time('2026-03-20T09:30:00Z') + HOUR,
        who: victim,
        type: 'password_change',
        name: 'password_edit',
        values: {},
      }),
      revoke(org, {
        at: time('2026-03-20T09:30:00Z') + DAY,
        who: victim,
        app: app(random, 'Doodle', ['openid', 'email']),
      }),
    ]
    return {
      records: timeline(quietDays.records, [consent], calls, files, cleaning),
      firstHostile: ids([consent])[0] ?? '',
      dataLeft: ids(
        calls.filter((_, index) => index % 8 !== 0),
        files,
      ),
      required: [
        {
          act: 'consent of one user to an unknown app with mail and file scopes',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'bursts of mail reading from an unknown network at night', ids: ids(calls), minimum: 'medium' },
        { act: 'files downloaded by the same app', ids: ids(files), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
