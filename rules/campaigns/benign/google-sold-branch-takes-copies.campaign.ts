// The people of a sold branch copy their own accounts with Takeout, as the contract of sale allows.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin } from '../google-events.ts'
import { DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { exportAccount } from '../google-takeout.ts'

const until = time('2026-07-04T00:00:00Z')

export default benignWork({
  title: 'The people of a sold branch copy their own mail and files to the storage of the buyer with Takeout',
  sources: ['https://developers.google.com/workspace/admin/reports/v1/appendix/activity/takeout'],
  resembles: 'An administrator opens Takeout, and nine accounts leave for OneDrive or as downloads within a week.',
  accounts: 10,
  days: 11,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'hollinmoor.example', 24)
    const start = time('2026-06-22T08:10:00Z')
    const quiet = background(org, { until, days: 115, records: 380 })
    const branch = [3, 5, 8, 10, 13, 15, 18, 20, 23].map((index) => person(org, index))
    // Over the months, a few people copied something of their own.
    const earlier = [6, 11, 16].flatMap((index) =>
      exportAccount(org, {
        at: time('2026-04-02T09:00:00Z') + index * 3 * DAY,
        who: person(org, index),
        from: person(org, index).home,
        products: 'Contacts, Calendar',
        destination: 'EMAIL',
        minutes: random.integer(4, 12),
      }),
    )
    const toggle = (at: number, before: string, after: string) =>
      admin(org, {
        at,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'TOGGLE_SERVICE_ENABLED',
        values: {
          SERVICE_NAME: 'Google Takeout',
          OLD_VALUE: before,
          NEW_VALUE: after,
          ORG_UNIT_NAME: '/Branch North',
        },
      })
    const opened = toggle(start, 'false', 'true')
    const closed = toggle(start + 10 * DAY, 'true', 'false')
    const copies = branch.map((who, index) =>
      exportAccount(org, {
        at: start + (index % 5) * DAY + random.integer(1, 8) * HOUR + index * 7 * MINUTE,
        who,
        from: index % 3 === 2 ? who.home : org.office,
        products: index % 4 === 0 ? 'Mail, Drive, Contacts, Calendar' : 'Drive, Contacts',
        destination: index % 2 === 0 ? 'ONEDRIVE' : 'EMAIL',
        minutes: random.integer(25, 240),
      }),
    )
    return {
      records: timeline(quiet.records, earlier, [opened], ...copies, [closed]),
      ids: ids([opened], ...copies, [closed]),
    }
  },
})
