// The refresh token of the directory synchronization is taken from its server and makes an account elsewhere.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  type App,
  activity,
  DAY,
  HOUR,
  idOf,
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

const start = time('2025-10-08T01:15:00Z')

/** The public client of Google Cloud Directory Sync. */
const directorySync: App = {
  id: '118556098869.apps.googleusercontent.com',
  name: 'Google Cloud Directory Sync',
  type: 'NATIVE_DESKTOP',
  scopes: [
    'admin.directory.user',
    'admin.directory.group',
    'admin.directory.orgunit',
    'admin.directory.resource.calendar',
    'apps.licensing',
    'apps.groups.settings',
    'https://www.google.com/m8/feeds/',
  ].map(scope),
}

export default attackCampaign({
  title: 'The token of Google Cloud Directory Sync makes a new member of the organization administrators',
  sources: [
    'https://cloud.hacktricks.wiki/en/pentesting-cloud/workspace-security/gws-workspace-sync-attacks-gcpw-gcds-gps-directory-sync-with-ad-and-entraid/gcds-google-cloud-directory-sync.html',
  ],
  facts: [
    'Google Cloud Directory Sync runs on a server of the organization and keeps a refresh token of an administrator there.',
    'Who controls the server can decrypt the token from the configuration.',
    'Its scopes let the holder make users, change passwords and change the members of groups.',
    'A user who joins gcp-organization-admins administers the Google Cloud of the organization.',
  ],
  build: (random) => {
    const org = organization(random, 'starrow.example', 16)
    const quietDays = background(org, { until: start + 6 * DAY, days: 100, records: 320 })
    const keeper = person(org, 5)
    const server = network('203.0.113.91', 64521, 'DE', 'DE-HE')
    const foreign = network('192.0.2.55', 64537, 'MD', 'MD-CU')
    const granted = authorize(org, { at: start - 98 * DAY + 9 * HOUR, who: keeper, app: directorySync })
    const change = (at: number, from: Network, type: string, name: string, values: Readonly<Record<string, string>>) =>
      activity(org, {
        at,
        application: 'admin',
        who: keeper,
        from,
        through: directorySync,
        events: [{ type, name, parameters: parameters(values) }],
      })
    const usual = steadyUse(org, directorySync, {
      until: start + 6 * DAY,
      days: 96,
      count: 150,
      people: [keeper],
      from: server,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.members.list', 'directory.orgunits.list'],
    })
    // Joiners come into the directory through the synchronization.
    const joiners = [88, 71, 60, 43, 29, 12].map((days, index) =>
      change(start - days * DAY + 8 * HOUR, server, 'USER_SETTINGS', 'CREATE_USER', {
        USER_EMAIL: `joiner.${index + 1}@${org.domain}`,
      }),
    )
    const explored = calls(org, {
      start,
      count: 24,
      gap: [4, 18],
      who: keeper,
      app: directorySync,
      from: foreign,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.members.list'],
      bytes: [20_000, 300_000],
    })
    const stranger = `svc.reporting@${org.domain}`
    const added = calls(org, {
      start: start + 16 * MINUTE,
      count: 2,
      gap: [60, 120],
      who: keeper,
      app: directorySync,
      from: foreign,
      methods: ['directory.users.insert', 'directory.members.insert'],
      bytes: [900, 1600],
    })
    const made = [
      change(start + 16 * MINUTE, foreign, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: stranger }),
      change(start + 18 * MINUTE, foreign, 'GROUP_SETTINGS', 'ADD_GROUP_MEMBER', {
        GROUP_EMAIL: `gcp-organization-admins@${org.domain}`,
        USER_EMAIL: stranger,
      }),
    ]
    return {
      records: timeline(quietDays.records, [granted], usual, joiners, explored, added, made),
      firstHostile: idOf(explored[0] ?? {}),
      dataLeft: ids(explored),
      required: [
        {
          act: 'the synchronization client works from a network that is not its server',
          ids: ids(explored, added, made),
          minimum: 'medium',
        },
        {
          act: 'from there it makes an account and puts it into the group of organization administrators',
          ids: ids(made, added),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(0, 6), joiners.slice(2, 5))],
    }
  },
})
