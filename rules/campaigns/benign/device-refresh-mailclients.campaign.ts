// Everybody gets a new phone and a new computer: mail programs ask for the mailbox again, the old devices are removed.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, revoke, signIn } from '../google-events.ts'
import { type App, DAY, HOUR, ids, MINUTE, organization, scope, time, timeline } from '../google-layouts.ts'

const mail = 'https://mail.google.com/'
const client = (id: string, name: string, type: string, scopes: readonly string[]): App => ({
  id: `${id}.apps.googleusercontent.com`,
  name,
  type,
  scopes: scopes.map(scope),
})
const phone = client('450232826690-0rm6bs9d2fps9tifvk2oodh3tasd7vl7', 'iOS Account Manager', 'NATIVE_IOS', [
  mail,
  'https://www.google.com/m8/feeds',
  'calendar',
  'userinfo.email',
])
const mac = client('946018238758-bi6ni53dfoddlgn97pk3b8i7nphige40', 'macOS', 'NATIVE_APPLICATION', [
  mail,
  'https://www.google.com/m8/feeds',
  'calendar',
  'userinfo.email',
])
const bird = client('406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj', 'Mozilla Thunderbird', 'NATIVE_APPLICATION', [
  mail,
  'carddav',
  'calendar',
])

export default benignWork({
  title: 'New phones and computers for the whole staff',
  sources: ['https://support.google.com/mail/answer/7126229', 'https://support.google.com/a/answer/7281227'],
  resembles: 'Within a week every person grants full mailbox access to programs, some from home late in the day.',
  accounts: 18,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'bluethorn.example', 18)
    const start = time('2026-10-05T07:00:00Z')
    const days = 9
    const quietDays = background(org, { until: start + days * DAY, days: 110, records: 240 })
    const desktop = (index: number): App => (index % 4 === 0 ? bird : mac)
    // The old devices, set up in the weeks before and in daily use since.
    const old = org.people.flatMap((who, index) => {
      const at = start - (100 - index * 4) * DAY + (index % 6) * HOUR
      return [
        authorize(org, { at, who, app: phone, from: who.home }),
        authorize(org, { at: at + 3 * HOUR, who, app: desktop(index) }),
      ]
    })
    const work = org.people.flatMap((who, index) => {
      const day = [0, 1, 2, 3, 4, 7, 8][index % 7] ?? 0
      const at = start + day * DAY + HOUR + random.integer(0, 300) * MINUTE
      const evening = start + day * DAY + 11 * HOUR + random.integer(0, 180) * MINUTE
      const computer = desktop(index)
      return [
        signIn(org, { at, who }),
        authorize(org, { at: at + 6 * MINUTE, who, app: computer }),
        ...(index % 3 === 0 ? [authorize(org, { at: at + 9 * MINUTE, who, app: bird })] : []),
        signIn(org, { at: evening, who, from: who.home }),
        authorize(org, { at: evening + 3 * MINUTE, who, app: phone, from: who.home }),
        ...(index % 5 === 2 ? [revoke(org, { at: evening + 40 * MINUTE, who, app: computer, from: who.home })] : []),
        ...(index % 5 === 2 ? [authorize(org, { at: evening + 52 * MINUTE, who, app: computer, from: who.home })] : []),
      ]
    })
    return { records: timeline(quietDays.records, old, work), ids: ids(work) }
  },
})
