// One wide delegated account of the intranet becomes three narrow ones; the wide one goes after a week side by side.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { admin } from '../google-events.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'

const wideScopes = ['calendar', 'admin.directory.user.readonly', 'admin.directory.group.readonly', 'contacts.readonly']

export default benignWork({
  title: 'An administrator splits a wide delegation into three narrow ones',
  sources: ['https://support.google.com/a/answer/162106', 'https://support.google.com/a/answer/14437356'],
  resembles: 'Three new clients may act as everybody within an hour, and they call from a new address at once.',
  accounts: 13,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'tidewater-law.example', 23)
    const change = time('2026-08-11T08:30:00Z')
    const end = time('2026-08-28T15:00:00Z')
    const days = background(org, { until: end, days: 90, records: 800 })
    const service = (name: string): ServiceAccount => ({
      project: 'tidewater-intranet',
      name,
      number: random.digits(21),
    })
    const people = org.people.slice(1, 13)
    const wide = service('intranet')
    const before = dailyDelegation(org, {
      first: change - 80 * DAY,
      days: 87,
      people,
      app: delegatedApp(wide, 'intranet', wideScopes),
      account: wide,
      from: network('192.0.2.12', 396982, 'BE'),
      methods: ['calendar.events.list', 'directory.users.list'],
    })
    const delegation = (at: number, name: string, account: ServiceAccount, scopes: readonly string[]) =>
      admin(org, {
        at,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name,
        values: {
          DOMAIN_NAME: org.domain,
          API_CLIENT_NAME: account.number,
          ...(scopes.length === 0 ? {} : { API_SCOPES: scopes.map(scope) }),
        },
      })
    const narrow = [
      { name: 'intranet-rooms', scopes: ['calendar.readonly'], method: 'calendar.events.list' },
      { name: 'intranet-phonebook', scopes: ['admin.directory.user.readonly'], method: 'directory.users.list' },
      { name: 'intranet-teams', scopes: ['admin.directory.group.readonly'], method: 'directory.groups.list' },
    ].flatMap(({ name, scopes, method }, index) => {
      const account = service(name)
      return [
        delegation(change + index * 14 * MINUTE, 'AUTHORIZE_API_CLIENT_ACCESS', account, scopes),
        ...dailyDelegation(org, {
          first: change + 2 * HOUR + index * 5 * MINUTE,
          days: 16,
          people,
          app: delegatedApp(account, name, scopes),
          account,
          from: network('192.0.2.13', 396982, 'BE'),
          methods: [method],
        }),
      ]
    })
    const ended = delegation(change + 7 * DAY + 3 * HOUR, 'REMOVE_API_CLIENT_ACCESS', wide, [])
    return { records: timeline(days.records, before, narrow, [ended]), ids: ids(narrow, [ended]) }
  },
})
