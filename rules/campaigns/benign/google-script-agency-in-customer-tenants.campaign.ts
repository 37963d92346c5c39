// An agency builds Apps Script helpers and add-ons inside the tenants of four customers, with an account in each.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { authorize, file, revoke, signIn } from '../google-events.ts'
import {
  type App,
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { clasp, push, scriptCall } from '../google-scripts.ts'

const start = time('2026-04-07T08:00:00Z')
const customers = [
  'aldergate-foods.example',
  'finchley-print.example',
  'oakmere-care.example',
  'sandwick-boats.example',
]
const helpers = [
  { name: 'Quote Builder', scopes: ['spreadsheets', 'documents', 'drive', 'script.external_request'] },
  { name: 'Shift Planner', scopes: ['spreadsheets.currentonly', 'calendar', 'script.scriptapp'] },
  { name: 'Inbox Sorter', scopes: ['gmail.modify', 'gmail.labels', 'script.scriptapp', 'userinfo.email'] },
  { name: 'Delivery Notes', scopes: ['spreadsheets', 'gmail.send', 'drive.file', 'script.container.ui'] },
] as const

export default benignWork({
  title: 'An agency writes scripts and add-ons in the tenants of four customers',
  sources: [
    'https://developers.google.com/apps-script/guides/clasp',
    'https://developers.google.com/workspace/add-ons/how-tos/testing-workspace-addons',
  ],
  resembles:
    'One address with one developer client works in four tenants, and in each of them new scripts with wide scopes get consents and run at night.',
  accounts: 24,
  days: 28,
  allowed: 'medium',
  build: (random) => {
    const agency = network('198.51.100.212', 64515, 'DE', 'DE-HH')
    const built = customers.map((domain, turn) => {
      const org = organization(random, domain, 13)
      const quiet = background(org, { until: start + 28 * DAY, days: 92, records: 320 })
      const guest: Person = {
        email: `agency@${domain}`,
        name: 'Script Agency',
        profileId: `1${random.digits(20)}`,
        unit: 'IT',
        home: agency,
      }
      const { name, scopes } = helpers[turn] ?? helpers[0]
      const helper: App = app(random, name, scopes)
      const first = start + turn * DAY
      const begun = [
        signIn(org, { at: first, who: guest, from: agency }),
        authorize(org, { at: first + 6 * MINUTE, who: guest, app: clasp, from: agency }),
        authorize(org, { at: first + 50 * MINUTE, who: guest, app: helper, from: agency }),
      ]
      const days = Array.from({ length: 17 }, (_, day) => first + day * DAY).filter(
        (day) => ![0, 6].includes(new Date(day).getUTCDay()),
      )
      const written = days.flatMap((day, index) =>
        [0, 1, 2].flatMap((round) =>
          push(org, {
            at: day + (1 + round * 2) * HOUR + random.integer(0, 50) * MINUTE,
            who: guest,
            from: agency,
            deploys: index % 3 === 2 && round === 2,
          }),
        ),
      )
      const tests = days.map((day) =>
        file(org, {
          at: day + 5 * HOUR,
          who: guest,
          from: agency,
          name: 'edit',
          kind: 'spreadsheet',
          owner: person(org, 3),
          title: `${name} test sheet`,
        }),
      )
      const trusted =
        turn % 2 === 0
          ? [
              trust(org, {
                at: first + 7 * DAY,
                who: org.admin,
                app: helper,
                kind: 'WEB_APPLICATION',
                unit: 'Operations',
              }),
            ]
          : []
      // The people of the department accept the finished helper after a short lesson.
      const users = org.people.slice(2, 7)
      const accepted = users.map((who, index) =>
        authorize(org, { at: first + 13 * DAY + 2 * HOUR + index * random.integer(2, 9) * MINUTE, who, app: helper }),
      )
      const again = users
        .slice(0, 2)
        .flatMap((who) => [
          revoke(org, { at: first + 14 * DAY + HOUR, who, app: helper }),
          authorize(org, { at: first + 14 * DAY + HOUR + 3 * MINUTE, who, app: helper }),
        ])
      const method = name === 'Inbox Sorter' ? 'gmail.users.threads.modify' : 'sheets.spreadsheets.values.get'
      const nightly = Array.from({ length: 10 }, (_, night) => first + 14 * DAY + night * DAY + 17 * HOUR).flatMap(
        (at) =>
          users.map((who, index) =>
            scriptCall(org, {
              at: at + index * 4 * MINUTE + random.integer(0, 100) * 1000,
              who,
              app: helper,
              from: null,
              method,
              bytes: random.integer(900, 30_000),
            }),
          ),
      )
      const work = [begun, written, tests, trusted, accepted, again, nightly]
      return { records: [...quiet.records, ...work.flat()], ids: ids(...work) }
    })
    return { records: timeline(...built.map((one) => one.records)), ids: built.flatMap((one) => one.ids) }
  },
})
