// A help desk is talked into a reset; a data synchronization service then carries Drive away.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, signIn } from '../google-events.ts'
import { calls, run, samlSignIn } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2024-05-21T19:40:00Z')

export default attackCampaign({
  title: 'Data of Drive is carried away by a genuine data synchronization service',
  sources: ['https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications'],
  facts: [
    'The callers convince a help desk to reset the password and the second factor of a privileged account.',
    'The account of the identity provider then opens the applications behind the single sign-on.',
    'The group uses genuine synchronization services such as Airbyte and Fivetran to take data from cloud applications.',
    'The service moves the data to storage that the attackers own; only the path and the login of the source are needed.',
  ],
  build: (random) => {
    const org = organization(random, 'hollowgate.example', 16)
    const quietDays = background(org, { until: start + 7 * DAY, days: 92, records: 330 })
    const victim = person(org, 4)
    const usual = [3, 9, 17, 26, 40, 61].map((day) =>
      samlSignIn(org, {
        at: start - day * DAY - 10 * HOUR,
        who: victim,
        from: day % 2 === 0 ? victim.home : undefined,
      }),
    )
    const foreign = network('192.0.2.9', 64535, 'US', 'US-CA')
    const service = network('192.0.2.140', 64536, 'US', 'US-OR')
    const loader = app(random, 'Airbyte', ['drive.readonly', 'spreadsheets.readonly', 'userinfo.email'])
    const help = person(org, 1)
    const reset = [
      admin(org, {
        at: start - 50 * MINUTE,
        who: help,
        type: 'USER_SETTINGS',
        name: 'CHANGE_PASSWORD',
        values: { USER_EMAIL: victim.email },
      }),
      admin(org, {
        at: start - 48 * MINUTE,
        who: help,
        type: 'USER_SETTINGS',
        name: 'TURN_OFF_2_STEP_VERIFICATION',
        values: { USER_EMAIL: victim.email },
      }),
    ]
    const entered = [
      signIn(org, { at: start - 20 * MINUTE, who: victim, from: foreign, failure: 'login_failure_unknown' }),
      samlSignIn(org, { at: start, who: victim, from: foreign, suspicious: true }),
    ]
    const looked = run(org, { start: start + 6 * MINUTE, count: 9, gap: [20, 80] }, (at) =>
      file(org, { at, who: victim, from: foreign, name: 'view', title: random.pick(['VPN setup', 'Access list']) }),
    )
    const granted = authorize(org, { at: start + 31 * MINUTE, who: victim, app: loader, from: foreign })
    const listed = calls(org, {
      start: start + 36 * MINUTE,
      count: 40,
      gap: [4, 12],
      who: victim,
      app: loader,
      from: service,
      methods: ['drive.files.list', 'drive.files.get'],
      bytes: [40_000, 900_000],
    })
    const copied = run(org, { start: start + 41 * MINUTE, count: 140, gap: [3, 11] }, (at, index) =>
      file(org, {
        at,
        who: victim,
        from: service,
        name: 'download',
        title: `${random.pick(['Customer', 'Payroll', 'Design', 'Audit', 'Network'])} ${index + 1}`,
        kind: random.pick(['document', 'spreadsheet', 'pdf', 'presentation']),
        owner: random.pick(org.people),
        app: loader,
      }),
    )
    return {
      records: timeline(quietDays.records, usual, reset, entered, looked, [granted], listed, copied),
      firstHostile: idOf(entered[0] ?? {}),
      dataLeft: ids(listed, copied),
      required: [
        {
          act: 'a client new to the organization gets all of Drive from a network unknown for the person',
          ids: [idOf(granted)],
          minimum: 'medium',
        },
        {
          act: 'the new client downloads files of many owners in minutes',
          ids: ids(listed, copied),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(0, 4))],
    }
  },
})
