// The platform team switches old keys and accounts off, waits for complaints, switches some on again and deletes the rest.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { createKey } from '../google-cloud-layouts.ts'
import { accountSwitch } from '../google-cloud-secrets.ts'
import { dailyDelegation, delegatedApp, deleteKey } from '../google-cloud-trust.ts'
import { delegation } from '../google-console.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { accountLife } from '../google-lifecycle.ts'

const start = time('2025-09-08T08:00:00Z')

const projects = ['wexmoor-data', 'wexmoor-web', 'wexmoor-legacy']
const names = [
  'export',
  'loader',
  'thumbnailer',
  'mail-relay',
  'report',
  'crm-sync',
  'backup',
  'pdf',
  'probe',
  'import',
]

export default benignWork({
  title: 'A clean-up of service account keys: off for three weeks, three complaints, some on again, the rest deleted',
  sources: [
    'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
    'https://cloud.google.com/iam/docs/service-accounts-disable-enable',
  ],
  resembles:
    'Dormant keys and a delegated service account that was off come back to life, and a new key is made for an old account.',
  accounts: 4,
  days: 30,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'wexmoor.example', 17)
    const quietDays = background(org, { until: start + 31 * DAY, days: 125, records: 330 })
    const engineers = [person(org, 3), person(org, 8), person(org, 13)]
    const accounts = names.map((name, index) => ({
      project: projects[index % 3] ?? 'wexmoor-data',
      name,
      number: `1${random.digits(20)}`,
    }))
    const keys = accounts.flatMap((account) =>
      [1, 2].map(() => ({ account, key: (random.uuid() + random.uuid()).replaceAll('-', '').slice(0, 40) })),
    )
    const by = (index: number) => {
      const who = engineers[index % 3] ?? org.admin
      return { who, from: index % 7 === 3 ? who.home : org.office }
    }

    // The customer sync acts as the sales people each morning; nobody knew that it was still needed.
    const calendar = accounts[5] ?? { project: 'wexmoor-legacy', name: 'crm-sync', number: `1${random.digits(20)}` }
    const client = delegatedApp(calendar, 'Customer sync', ['calendar.events', 'contacts.readonly'])
    const shared = {
      people: org.people.slice(1, 12),
      app: client,
      account: calendar,
      from: network('203.0.113.64', 64533, 'DE', 'DE-HE'),
      methods: ['calendar.events.list', 'people.connections.list'],
    }
    const agreed = delegation(org, { at: start - 118 * DAY, who: org.admin, app: client })
    const before = dailyDelegation(org, { ...shared, first: start - 117 * DAY - 3 * HOUR, days: 118 })
    const back = dailyDelegation(org, { ...shared, first: start + 4 * DAY + 5 * HOUR, days: 26 })

    const keysOff = keys.map((one, index) =>
      accountSwitch(org, 'Disable', { ...one, ...by(index), at: start + HOUR + index * 3 * MINUTE }),
    )
    const accountsOff = accounts
      .slice(2, 9)
      .map((account, index) =>
        accountSwitch(org, 'Disable', { account, ...by(index), at: start + 2 * DAY + index * 5 * MINUTE }),
      )
    const backOn = [
      accountSwitch(org, 'Enable', { account: calendar, ...by(0), at: start + 4 * DAY + 3 * HOUR }),
      ...keys
        .filter((one) => one.account === calendar)
        .map((one, index) =>
          accountSwitch(org, 'Enable', { ...one, ...by(0), at: start + 4 * DAY + 3 * HOUR + (index + 1) * MINUTE }),
        ),
      ...keys
        .slice(0, 1)
        .map((one) => accountSwitch(org, 'Enable', { ...one, ...by(1), at: start + 8 * DAY + 10 * HOUR })),
    ]
    const report = accounts[4] ?? calendar
    const renewed = [
      accountSwitch(org, 'Enable', { account: report, ...by(2), at: start + 11 * DAY + 2 * HOUR }),
      createKey(org, { account: report, ...by(2), at: start + 11 * DAY + 2 * HOUR + 6 * MINUTE }),
    ]
    const kept = new Set([calendar, report, accounts[0]])
    const deleted = keys
      .filter((one) => !kept.has(one.account))
      .map((one, index) => deleteKey(org, { ...one, ...by(index), at: start + 22 * DAY + index * 2 * MINUTE }))
    const gone = accounts
      .slice(2, 9)
      .filter((account) => !kept.has(account))
      .map((account, index) =>
        accountLife(org, 'Delete', { account, ...by(index), at: start + 23 * DAY + index * 4 * MINUTE }),
      )
    const relay = delegatedApp(accounts[3] ?? calendar, 'Mail relay', ['gmail.send'])
    const ended = delegation(org, { at: start + 23 * DAY + 3 * HOUR, who: org.admin, app: relay, removed: true })

    const work = [keysOff, accountsOff, backOn, renewed, deleted, gone, [ended], back]
    return { records: timeline(quietDays.records, [agreed], before, ...work), ids: ids(...work) }
  },
})
