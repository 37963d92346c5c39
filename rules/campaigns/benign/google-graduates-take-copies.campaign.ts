// The last six weeks of a school year: 400 graduates move their mail and files to private accounts with many tools.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { anyAddress, crowd } from '../google-crowd.ts'
import { admin, authorize, file, signIn } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Graduates of a school copy their mail and files before the accounts end',
  sources: [
    'https://googleadminbootcamp.com/manage-google-takeout-transfer-admin/',
    'https://support.google.com/a/answer/6364687',
    'https://services.newschool.edu/TDClient/32/Portal/KB/ArticleDet?ID=1042',
  ],
  resembles: 'Hundreds of people grant full mail and Drive scopes to foreign tools, and download everything from home.',
  accounts: 3400,
  days: 100,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'westmere-school.example', 40)
    const start = time('2026-05-18T07:00:00Z')
    const until = start + 42 * DAY
    const days = background(org, { until, days: 100, records: 2400 })
    const graduates = crowd(org, 's26', 'Class of 2026', 400)
    const rclone = app(random, 'rclone', ['drive'], 'NATIVE_DESKTOP')
    const tools = [
      app(random, 'Cloudhop Transfer', ['openid', 'userinfo.email', 'drive.readonly']),
      app(random, 'Mailcrate', ['openid', 'userinfo.email', 'https://mail.google.com/']),
      app(random, 'Thunderbird', ['https://mail.google.com/', 'calendar', 'carddav'], 'NATIVE_DESKTOP'),
      rclone,
    ]
    const starts: readonly (readonly [string, number, string])[] = [
      ['18.157', 16509, 'DE'],
      ['52.215', 16509, 'IE'],
    ]
    const methods = {
      mail: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      drive: ['drive.files.list', 'drive.files.get', 'drive.files.get'],
    }
    const work = graduates.flatMap((who, index) => {
      // Most do it in the last two weeks.
      const day = index % 4 === 0 ? random.integer(0, 27) : random.integer(28, 40)
      const at = start + day * DAY + 8 * HOUR + random.integer(0, 6 * 60) * MINUTE
      const logins = [signIn(org, { at: at - 5 * MINUTE, who, from: who.home })]
      // One half uses the browser alone.
      if (index % 2 === 0) {
        const count = random.integer(4, 24)
        const files = run(org, { start: at, count, gap: [5, 60] }, (moment, place) =>
          file(org, { at: moment, who, from: who.home, name: 'download', title: `Coursework ${place + 1}` }),
        )
        return [...logins, ...files]
      }
      const tool = tools[(index >> 1) % tools.length] ?? rclone
      const [prefix, asn, region] = random.pick(starts)
      const from = tool.type === 'NATIVE_DESKTOP' ? who.home : anyAddress(org, prefix, asn, region)
      const mail = tool.scopes.includes('https://mail.google.com/')
      const reads = calls(org, {
        start: at + MINUTE,
        count: random.integer(12, 40),
        gap: [1, 9],
        who,
        app: tool,
        from,
        methods: mail ? methods.mail : methods.drive,
        bytes: [2_000, 400_000],
      })
      return [...logins, authorize(org, { at, who, app: tool, from: who.home }), ...reads]
    })
    const ended = graduates.map((one, index) =>
      admin(org, {
        at: until - 8 * HOUR + index * 1500,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'SUSPEND_USER',
        values: { USER_EMAIL: one.email },
      }),
    )
    return { records: timeline(days.records, work, ended), ids: ids(work, ended) }
  },
})
