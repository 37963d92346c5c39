// Before an audit the administrator removes outside readers from the files of 55 people with GAM, on four evenings from home.
// The customer exports token, access_evaluation and drive.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { delegatedApp } from '../google-cloud-trust.ts'
import { impersonation, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow, withdrawShare } from '../google-incident-work.ts'
import { DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default benignWork({
  title:
    'Before an audit the administrator removes outside readers from files of 55 people with the house tool, in the evening',
  sources: [
    'https://github.com/GAM-team/GAM/wiki/Users-Drive-Permissions',
    'https://support.google.com/a/answer/14437356',
  ],
  resembles:
    'A delegated service account acts for 55 people, among them all leaders, lists all their files at night from a home network and changes who may read them.',
  accounts: 55,
  days: 8,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'harrowgate-foundation.example', 64)
    const start = time('2026-02-16T00:00:00Z')
    const logs = ['token', 'drive', 'access_evaluation']
    const days = seenIn(background(org, { until: start + 9 * DAY, days: 110, records: 1800 }), logs)
    const project = random.digits(12)
    const account = { project: 'gam-project-hf1', name: 'gam-project-hf1', number: `1${random.digits(20)}` }
    const email = `${account.name}@${account.project}.iam.gserviceaccount.com`
    const tool = delegatedApp(account, 'GAM', ['drive', 'calendar', 'gmail.settings.basic'])
    // Each week since autumn: signatures and shared files of two or three people.
    const weekly = Array.from({ length: 15 }, (_, week) => {
      const at = start - (7 * week + 4) * DAY + 13 * HOUR + random.integer(0, 90) * MINUTE
      return [week % 60, (week * 7 + 3) % 60, (week * 11 + 9) % 60].flatMap((place, index) => {
        const who = person(org, 1 + place)
        const shared = { who, app: tool, from: org.office }
        return [
          impersonation(org, { ...shared, at: at + index * 2 * MINUTE, account: email }),
          ...calls(org, {
            ...shared,
            start: at + index * 2 * MINUTE + 2000,
            count: 4,
            gap: [1, 5],
            methods: ['gmail.users.settings.sendAs.patch', 'drive.files.list'],
            bytes: [400, 22_000],
            impersonates: true,
          }),
        ]
      })
    }).flat()

    const outside = ['studio-lark.example', 'gmail.com', 'former-partner.example', 'printworks.example']
    const evenings = [0, 1, 3, 7]
    const work = Array.from({ length: 55 }, (_, place) => {
      const who = person(org, 1 + place)
      const evening = evenings[Math.floor(place / 14)] ?? 7
      const from = evening === 3 ? org.office : org.admin.home
      const at = start + evening * DAY + 18 * HOUR + 30 * MINUTE + (place % 14) * 13 * MINUTE
      const pages = random.integer(3, 16)
      return [
        impersonation(org, { at, who, app: tool, from, account: email }),
        use(org, { at: at + 1000, who, app: tool, from, method: 'drive.about.get', bytes: 380, impersonates: true }),
        ...calls(org, {
          start: at + 3000,
          count: pages,
          gap: [1, 4],
          who,
          app: tool,
          from,
          methods: ['drive.files.list'],
          bytes: [60_000, 240_000],
          impersonates: true,
        }),
        ...inRow(org, at + 2 * MINUTE, random.integer(2, 22), [1, 5]).flatMap((moment) =>
          withdrawShare(org, {
            at: moment,
            who,
            app: tool,
            project,
            from,
            title: random.pick([
              'Grant letter',
              'Press photographs',
              'Annual report draft',
              'Donor list',
              'Floor plan',
            ]),
            reader: `${random.pick(['anna', 'b.keller', 'office', 'tom.reyes', 'layout'])}@${random.pick(outside)}`,
          }),
        ),
      ]
    }).flat()
    return { records: timeline(days.records, weekly, work), ids: ids(work) }
  },
})
