// A company forbids keys of service accounts; for three vendors the platform team lifts the policy for half an hour and makes a new key.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { keyPolicy, refusedKey } from '../google-cloud-policy.ts'
import { dailyDelegation, delegatedApp, deleteKey } from '../google-cloud-trust.ts'
import { delegation } from '../google-console.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline, timeOf } from '../google-layouts.ts'

export default benignWork({
  title: 'Keys of service accounts are forbidden, and three vendors get a key in a short exception',
  sources: [
    'https://docs.cloud.google.com/resource-manager/docs/organization-policy/audit-logging',
    'https://cloud.google.com/resource-manager/docs/organization-policy/restricting-service-accounts',
  ],
  resembles:
    'Somebody lifts a security policy for half an hour, makes a key of an account with domain-wide delegation, and puts the policy back.',
  accounts: 3,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'thornlea-textiles.example', 48)
    const end = time('2026-05-08T16:00:00Z')
    const days = background(org, { until: end, days: 112, records: 1200 })
    const start = time('2026-04-13T07:30:00Z')
    const number = random.digits(12)
    const account = (project: string, name: string): ServiceAccount => ({
      project,
      name,
      number: `1${random.digits(20)}`,
    })
    const archive = account('thornlea-archive', 'mail-archive-vendor')
    const vendors = [account('thornlea-reports', 'report-loader'), account('thornlea-plant', 'sensor-bridge'), archive]
    const numbers = vendors.map(() => random.digits(12))

    // The archive vendor fetches mail with the delegation, every morning, before and after the new key.
    const client = delegatedApp(archive, 'Mail archive', ['gmail.readonly', 'admin.directory.user.readonly'])
    const first = Math.floor((end - 110 * DAY) / DAY) * DAY + 4 * HOUR
    const granted = delegation(org, { at: first - 2 * DAY + 5 * HOUR, who: org.admin, app: client })
    const archived = dailyDelegation(org, {
      first,
      days: 109,
      people: org.people,
      app: client,
      account: archive,
      from: network('192.0.2.150', 8075, 'NL'),
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
    })

    const [lead, second] = [person(org, 3), person(org, 8)]
    const from = org.office
    const organizationId = `organizations/${number}`
    const forbidden = [
      keyPolicy(org, { at: start, who: lead, from, act: 'Create', parent: organizationId, enforced: true }),
      // A wrong rule for an hour, then the right one.
      keyPolicy(org, { at: start + HOUR, who: lead, from, act: 'Update', parent: organizationId, enforced: false }),
      keyPolicy(org, { at: start + 2 * HOUR, who: lead, from, act: 'Update', parent: organizationId, enforced: true }),
    ]
    const refused = vendors.flatMap((one, index) =>
      Array.from({ length: 1 + (index % 2) }, (_, attempt) =>
        refusedKey(org, {
          at: start + (2 + index) * DAY + 3 * HOUR + attempt * 4 * MINUTE,
          who: index === 1 ? second : org.admin,
          from: index === 1 ? second.home : from,
          account: one,
        }),
      ),
    )
    const old = vendors.map(() => (random.uuid() + random.uuid()).replaceAll('-', '').slice(0, 40))
    const windows = vendors.flatMap((one, index) => {
      const at = start + (8 + index * 2) * DAY + 2 * HOUR
      const parent = `projects/${numbers[index] ?? number}`
      const who = index === 1 ? second : lead
      // The vendor of the sensors answers late: its exception stays open from Thursday to Monday.
      const closed = index === 1 ? 4 * DAY + 20 * MINUTE : random.integer(22, 38) * MINUTE
      const made = index === 1 ? closed - 11 * MINUTE : 9 * MINUTE
      return [
        keyPolicy(org, { at, who, from, act: 'Create', parent, project: one.project, enforced: false }),
        createKey(org, { at: at + made, who, from, account: one }),
        keyPolicy(org, { at: at + closed, who, from, act: 'Delete', parent, project: one.project }),
        deleteKey(org, { at: at + closed + DAY, who, from, account: one, key: old[index] ?? '' }),
      ]
    })
    // The team tries afterwards whether the policy is in force again.
    const proved = refusedKey(org, { at: start + 17 * DAY, who: lead, from, account: archive })
    const after = archived.filter((record) => timeOf(record) > start)
    const work = [forbidden, refused, windows, [proved]]
    return { records: timeline(days.records, [granted], archived, ...work), ids: ids(...work, after) }
  },
})
