// Before the summer the administrator gives assistants the mailboxes of their managers with GAM, in part on a train.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { actsAs, delegatedApp } from '../google-cloud-trust.ts'
import { use } from '../google-events.ts'
import {
  type App,
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

const first = time('2026-06-22T00:00:00Z')
const until = first + 24 * DAY

export default benignWork({
  title:
    'Before the summer the administrator gives assistants the mailboxes of managers with GAM, from office, home and train',
  sources: [
    'https://github.com/GAM-team/GAM/wiki/Users-Gmail-Delegates',
    'https://developers.google.com/gmail/api/reference/rest/v1/users.settings.delegates/create',
  ],
  resembles:
    'A delegated service account opens mailboxes of managers to other accounts, sets replies and filters, from a new network and in the evening.',
  accounts: 10,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'coppergate.example', 20)
    const quietDays = background(org, { until, days: 140, records: 360 })
    const boss = org.admin
    const project = random.digits(12)
    const client: App = {
      ...app(
        random,
        'GAM',
        ['admin.directory.user', 'admin.directory.group', 'admin.reports.audit.readonly', 'apps.groups.settings'],
        'NATIVE_DESKTOP',
      ),
      id: `${project}-${random.uuid().replaceAll('-', '')}.apps.googleusercontent.com`,
    }
    const account = { project: 'coppergate-gam', name: 'gam-project-k41', number: `1${random.digits(20)}` }
    const delegated = delegatedApp(account, 'GAM', [
      'https://mail.google.com/',
      'gmail.settings.sharing',
      'gmail.settings.basic',
    ])

    const lists = (at: number, from: typeof org.office) =>
      use(org, {
        at,
        who: boss,
        app: client,
        from,
        method: 'directory.users.list',
        bytes: random.integer(20_000, 60_000),
      })
    // For months: a list of the accounts, and now and then a signature, a reply or a delegate for one person.
    const habit = Array.from({ length: 40 }, (_, index) => {
      const at = workMoment(org, first, 112)
      const from = index % 5 === 0 ? boss.home : org.office
      const who = person(org, 1 + (index % 18))
      const method =
        index % 8 === 0
          ? 'gmail.users.settings.delegates.create'
          : index % 3 === 0
            ? 'gmail.users.settings.updateVacation'
            : 'gmail.users.settings.sendAs.update'
      return [
        lists(at, from),
        ...actsAs(org, { at: at + 20_000, who, app: delegated, account, from, methods: [method] }),
      ]
    }).flat()

    // The summer: nine managers, three rounds.
    const train = network('80.187.104.33', 3320, 'DE', 'DE-NW')
    const managers = [2, 3, 5, 6, 9, 11, 13, 14, 17].map((index) => person(org, index))
    const round = (
      day: number,
      hour: number,
      from: typeof org.office,
      people: typeof managers,
      methods: readonly string[],
    ) => {
      const begin = first + day * DAY + hour * HOUR
      return [
        lists(begin, from),
        ...people.flatMap((who, index) =>
          actsAs(org, { at: begin + (1 + index * 2) * MINUTE, who, app: delegated, account, from, methods }),
        ),
      ]
    }
    const give = ['gmail.users.settings.delegates.list', 'gmail.users.settings.delegates.create']
    const summer = [
      ...round(1, 9, org.office, managers.slice(0, 4), give),
      ...round(3, 16, train, managers.slice(4, 7), give),
      ...round(7, 19, boss.home, managers.slice(7), [...give, 'gmail.users.settings.updateVacation']),
      ...round(10, 8, org.office, managers.slice(0, 3), ['gmail.users.settings.filters.create']),
      ...round(21, 10, org.office, managers, [
        'gmail.users.settings.delegates.list',
        'gmail.users.settings.delegates.delete',
      ]),
    ]
    return { records: timeline(quietDays.records, habit, summer), ids: ids(summer) }
  },
})
