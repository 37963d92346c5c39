// People try small helpers with few rights. The administrator removes some, allows them after a review, and resets a lost phone's account.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { activityRows } from '../google-big-query.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { resetCookies, revokeForUser } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Small helpers are tried, removed for a review and authorized again',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/6328616',
    'https://support.google.com/a/answer/9079364',
  ],
  resembles:
    'One person grants three new clients in a few days, the administrator revokes one of them and resets the account, and then colleagues grant it again.',
  accounts: 36,
  days: 100,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'papierwerk.example', 36)
    const end = time('2026-05-29T15:00:00Z')
    const start = time('2026-05-04T07:30:00Z')
    const days = background(org, { until: end, days: 100, records: 1000 })
    const [curious, second, third] = inUnit(org, 'Sales')
    if (!curious || !second || !third) throw new RangeError('nobody in sales')
    const poll = app(random, 'Slide Poll', ['openid', 'email', 'drive.file'])
    const agenda = app(random, 'Agenda Printer', ['openid', 'email', 'calendar.events.readonly'])
    const labels = app(random, 'Parcel Labels', ['openid', 'email', 'spreadsheets.currentonly', 'drive.file'])
    const home = network('2001:db8:91:4400:2c:7f:10:8', 64521, 'DE', 'DE-HE')
    const cloud = network('198.18.44.10', 16509, 'IE')
    const grants = [poll, agenda, labels].map((client, index) =>
      authorize(org, { at: start + index * 2 * DAY, who: curious, app: client, from: index === 1 ? home : org.office }),
    )
    const used = [poll, agenda, labels].flatMap((client, index) =>
      calls(org, {
        start: start + index * 2 * DAY + HOUR,
        count: 12,
        gap: [1800, 9000],
        who: curious,
        app: client,
        from: cloud,
        methods: index === 1 ? ['calendar.events.list'] : ['drive.files.create', 'drive.files.get'],
        bytes: [700, 18_000],
      }),
    )
    const phone = start + 9 * DAY
    const lost = [
      admin(org, {
        at: phone,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'CHANGE_PASSWORD',
        values: { USER_EMAIL: curious.email },
      }),
      resetCookies(org, { at: phone + MINUTE, who: org.admin, target: curious }),
      ...revokeForUser(org, { at: phone + 5 * MINUTE, who: org.admin, app: labels, target: curious }),
      signIn(org, { at: phone + 40 * MINUTE, who: curious, from: org.office }),
    ]
    // The review ends well.
    const again = [curious, second, third].map((who, index) =>
      authorize(org, {
        at: phone + 5 * DAY + index * 2 * HOUR,
        who,
        app: labels,
        from: index === 2 ? who.home : org.office,
      }),
    )
    const work = [curious, second, third].flatMap((who, index) =>
      calls(org, {
        start: phone + 6 * DAY + index * HOUR,
        count: 15,
        gap: [1200, 7000],
        who,
        app: labels,
        from: cloud,
        methods: ['drive.files.create', 'sheets.spreadsheets.values.get'],
        bytes: [700, 24_000],
      }),
    )
    return {
      records: activityRows(timeline(days.records, grants, used, lost, again, work)),
      ids: ids(grants, used, lost, again, work),
    }
  },
})
