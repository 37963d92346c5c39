// The backup service restores the mail of four leavers into the mailboxes of their successors.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { absent } from '../google-guests.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { backupVendor, nightlyBackup, restoreInto } from '../google-restore.ts'

const until = time('2026-04-30T00:00:00Z')

export default benignWork({
  title: 'The backup service restores the mail of four leavers into the mailboxes of their successors at night',
  sources: ['https://docs.duplicati.com/automation-and-integration/google-workspace-backup-and-restore.md'],
  resembles:
    'A service with a delegation for all mailboxes writes hundreds of messages into mailboxes of other people.',
  accounts: 8,
  days: 19,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'milldrift.example', 20)
    const start = time('2026-04-06T00:00:00Z')
    const leavers = [5, 9, 12, 16].map((index) => person(org, index))
    const heirs = [6, 10, 13, 17].map((index) => person(org, index))
    const days = absent(background(org, { until, days: 120, records: 340 }), leavers, start + 7 * HOUR)
    const vendor = backupVendor(org, 'Keepsafe Backup')
    const staff = org.people.filter((one) => !leavers.includes(one))
    const nights = nightlyBackup(org, vendor, {
      first: time('2026-01-02T00:40:00Z'),
      days: 116,
      people: staff,
      each: 2,
    })
    const repair = restoreInto(org, {
      at: time('2026-02-24T13:12:00Z'),
      who: person(org, 11),
      vendor,
      count: 8,
      gap: [2, 5],
    })
    const program = app(random, 'Mailbird', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_DESKTOP')
    const granted = consents(org, {
      start: time('2026-01-05T09:00:00Z'),
      gap: [300, 9_000],
      people: heirs,
      app: program,
    })
    const daily = steadyUse(org, program, {
      until,
      days: 110,
      count: 180,
      people: heirs,
      from: org.office,
      methods: ['gmail.users.history.list', 'gmail.users.messages.list', 'gmail.users.messages.get'],
    })
    const suspended = leavers.map((one, index) =>
      userSetting(org, {
        at: start + 8 * HOUR + index * 6 * MINUTE,
        who: org.admin,
        name: 'SUSPEND_USER',
        values: { USER_EMAIL: one.email },
      }),
    )
    const restored = heirs.map((who, index) =>
      restoreInto(org, {
        at: start + (2 + index * 5) * DAY + 21 * HOUR,
        who,
        vendor,
        count: random.integer(140, 260),
        gap: [2, 6],
      }),
    )
    // The successors read the old mail on the next day, and delete what nobody needs.
    const sorted = heirs.flatMap((who, index) => {
      const morning = start + (3 + index * 5) * DAY + 8 * HOUR
      return Array.from({ length: 44 }, (_, place) =>
        use(org, {
          at: morning + place * random.integer(50, 70) * 1000,
          who,
          app: program,
          from: org.office,
          method: place % 20 === 19 ? 'gmail.users.messages.batchDelete' : 'gmail.users.messages.get',
          bytes: place % 20 === 19 ? 0 : random.integer(2_000, 90_000),
        }),
      )
    })
    return {
      records: timeline(days.records, nights, repair, granted, daily, suspended, ...restored, sorted),
      ids: ids(suspended, ...restored, sorted),
    }
  },
})
