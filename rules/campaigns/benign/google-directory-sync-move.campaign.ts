// The directory synchronization moves to another data center and brings a class of trainees in.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import {
  type App,
  activity,
  DAY,
  HOUR,
  ids,
  MINUTE,
  type Network,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { parameters } from '../google-parameters.ts'

const start = time('2026-03-16T06:30:00Z')

/** The public client of Google Cloud Directory Sync. */
const directorySync: App = {
  id: '118556098869.apps.googleusercontent.com',
  name: 'Google Cloud Directory Sync',
  type: 'NATIVE_DESKTOP',
  scopes: [
    'admin.directory.user',
    'admin.directory.group',
    'admin.directory.orgunit',
    'apps.licensing',
    'apps.groups.settings',
    'https://www.google.com/m8/feeds/',
  ].map(scope),
}

export default benignWork({
  title: 'Google Cloud Directory Sync moves to a server in another data center',
  sources: ['https://support.google.com/a/answer/106368'],
  resembles:
    'A client with power over accounts is authorized again and makes accounts from a network never seen before.',
  accounts: 1,
  days: 10,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'copperleigh.example', 15)
    const quietDays = background(org, { until: start + 12 * DAY, days: 100, records: 300 })
    const keeper = person(org, 2)
    const before = network('203.0.113.40', 64521, 'DE', 'DE-HE')
    const after = network('203.0.113.201', 64525, 'DE', 'DE-BY')
    const first = authorize(org, { at: start - 86 * DAY, who: keeper, app: directorySync })
    const methods = ['directory.users.list', 'directory.groups.list', 'directory.members.list']
    const usual = steadyUse(org, directorySync, {
      until: start,
      days: 84,
      count: 110,
      people: [keeper],
      from: before,
      methods,
    })
    const change = (at: number, from: Network, name: string, type: string, values: Readonly<Record<string, string>>) =>
      activity(org, {
        at,
        application: 'admin',
        who: keeper,
        from,
        through: directorySync,
        events: [{ type, name, parameters: parameters(values) }],
      })
    const earlier = [70, 48, 33, 14].map((days, index) =>
      change(start - days * DAY, before, 'CREATE_USER', 'USER_SETTINGS', {
        USER_EMAIL: `joiner.${index + 1}@${org.domain}`,
      }),
    )
    const moved = [
      authorize(org, { at: start, who: keeper, app: directorySync }),
      revoke(org, {
        at: start + 6 * HOUR,
        who: keeper,
        app: directorySync,
      }),
      authorize(org, { at: start + 6 * HOUR + 5 * MINUTE, who: keeper, app: directorySync }),
    ]
    const trainees = Array.from({ length: 8 }, (_, index) => [
      change(start + 2 * DAY + index * 40_000, after, 'CREATE_USER', 'USER_SETTINGS', {
        USER_EMAIL: `trainee.${index + 1}@${org.domain}`,
      }),
      change(start + 2 * DAY + index * 40_000 + 9000, after, 'ADD_GROUP_MEMBER', 'GROUP_SETTINGS', {
        GROUP_EMAIL: `trainees@${org.domain}`,
        USER_EMAIL: `trainee.${index + 1}@${org.domain}`,
      }),
    ]).flat()
    const works = steadyUse(org, directorySync, {
      until: start + 11 * DAY,
      days: 9,
      count: 36,
      people: [keeper],
      from: after,
      methods: [...methods, 'directory.users.insert'],
    })
    return {
      records: timeline(quietDays.records, [first], usual, earlier, moved, trainees, works),
      ids: ids(moved, trainees, works),
    }
  },
})
