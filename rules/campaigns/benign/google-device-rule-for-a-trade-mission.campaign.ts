// Eleven people travel on a trade mission: their unit gets a wider device rule for two weeks, and then the old one again.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { contextRule } from '../google-context-rules.ts'
import { anyAddress } from '../google-crowd.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { deniedByContext } from '../google-lifecycle.ts'
import { createUnit, moveUser } from '../google-units.ts'

const strict = {
  levels: ['Company devices'],
  covered: 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS_WITH_EXEMPTION',
} as const
const wide = {
  levels: ['Company devices', 'Loan laptops abroad'],
  covered: 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS',
} as const

export default benignWork({
  title: 'Eleven people on a trade mission get a wider device rule for two weeks, and then the old one again',
  sources: [
    'https://support.google.com/a/answer/13583073',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/admin-security-settings',
    'https://developers.google.com/admin-sdk/reports/v1/appendix/activity/context-aware-access',
  ],
  resembles:
    'An administrator takes interfaces out of a device rule, and the known clients of the same people then call from a far country.',
  accounts: 12,
  days: 19,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'tidewell-pumps.example', 28)
    const start = time('2026-05-04T00:00:00Z')
    const end = start + 19 * DAY
    const days = background(org, { until: end, days: 125, records: 850 })
    const travellers = org.people.slice(5, 16)
    const mail = app(random, 'Thunderbird', ['email', 'https://mail.google.com/', 'calendar'], 'NATIVE_DESKTOP')
    const scanner = app(random, 'Cardwise Scanner', ['openid', 'email', 'contacts', 'drive.file'], 'NATIVE_ANDROID')
    const granted = travellers.map((who, index) =>
      authorize(org, { at: start - (60 - index) * DAY + 10 * HOUR, who, app: mail, from: who.home }),
    )
    const usual = steadyUse(org, mail, {
      until: start + 3 * DAY,
      days: 60,
      count: 240,
      people: travellers,
      from: org.office,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
    })

    const by = (at: number) => ({ at, who: org.admin, from: org.office })
    const morning = start + DAY + 9 * HOUR
    const unit = '/Sales/Trade mission'
    const prepared = [
      createUnit(org, { ...by(morning), unit }),
      ...travellers.map((target, index) =>
        moveUser(org, { ...by(morning + (4 + index) * MINUTE), target, before: `/${target.unit}`, after: unit }),
      ),
    ]
    const hotel = network('192.0.2.118', 64590, 'VN', 'VN-SG')
    const arrival = start + 4 * DAY
    const refused = travellers.slice(0, 4).flatMap((who, index) =>
      [0, 1].map((turn) =>
        deniedByContext(org, {
          at: arrival + HOUR + index * 9 * MINUTE + turn * 2 * MINUTE,
          who,
          from: hotel,
          application: 'Gmail',
          level: 'Company devices',
          state: 'No Device Information',
        }),
      ),
    )
    const change = (at: number, before: typeof strict | typeof wide, after: typeof strict | typeof wide) =>
      (['Gmail', 'Drive and Docs', 'Google Calendar'] as const).map((application, index) =>
        contextRule(org, { ...by(at + index * 70_000), application, unit, before, after }),
      )
    const widened = change(arrival + 8 * HOUR, strict, wide)
    const abroad = travellers.flatMap((who, index) =>
      Array.from({ length: 12 }, (_, day) => {
        const from = day % 3 === 0 ? anyAddress(org, '113.161', 45899, 'VN') : hotel
        const at = arrival + (day + 1) * DAY + random.integer(1, 11) * HOUR + index * 3 * MINUTE
        const work = [0, 1, 2].map((turn) =>
          use(org, {
            at: at + (5 + turn * 7) * MINUTE,
            who,
            app: mail,
            from,
            method: turn === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(1_500, 60_000),
          }),
        )
        const opened = file(org, { at: at + 32 * MINUTE, who, from, name: 'view', title: 'Price list for partners' })
        return [signIn(org, { at, who, from }), ...work, ...(day % 2 === 0 ? [opened] : [])]
      }).flat(),
    )
    const cards = travellers
      .slice(0, 6)
      .map((who, index) =>
        authorize(org, { at: arrival + 2 * DAY + (4 + index) * 31 * MINUTE, who, app: scanner, from: hotel }),
      )
    const back = end - DAY + 9 * HOUR
    const ended = [
      ...change(back, wide, strict),
      ...travellers.map((target, index) =>
        moveUser(org, { ...by(back + (6 + index) * MINUTE), target, before: unit, after: `/${target.unit}` }),
      ),
    ]
    return {
      records: timeline(days.records, granted, usual, prepared, refused, widened, abroad, cards, ended),
      ids: ids(prepared, refused, widened, abroad, cards, ended),
    }
  },
})
