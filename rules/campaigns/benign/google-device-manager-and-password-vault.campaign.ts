// A company introduces a device manager and a password manager for Google Workspace in three weeks.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { delegation, extensionPolicy, trust } from '../google-console.ts'
import { admin, signIn } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { marketplace } from '../google-marketplace.ts'
import { samlService } from '../google-saml.ts'

const start = time('2026-03-02T08:30:00Z')

export default benignWork({
  title: 'Roll-out of a device manager and a password manager',
  sources: [
    'https://support.google.com/a/answer/162106',
    'https://support.1password.com/scim/',
    'https://learn.jamf.com/en-US/bundle/jamf-pro-documentation-current/page/Cloud_Identity_Providers.html',
  ],
  resembles:
    'An administrator delegates the directory to two vendors, trusts clients, forces an extension, and everybody signs in to new clients.',
  accounts: 30,
  days: 23,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'tannerybridge.example', 30)
    const end = start + 23 * DAY
    const quiet = background(org, { until: end, days: 95, records: 900 })
    const manager = app(random, 'Mosyle Device Sync', ['openid', 'email', 'profile'])
    const directory = {
      ...app(random, 'Mosyle Device Sync', ['admin.directory.user.readonly', 'admin.directory.group.readonly']),
      id: `1${random.digits(20)}`,
    }
    const bridge = app(random, '1Password SCIM Bridge', [
      'openid',
      'userinfo.email',
      'admin.directory.user.readonly',
      'admin.directory.group.readonly',
      'admin.reports.audit.readonly',
    ])
    const vault = app(random, '1Password', ['openid', 'email', 'profile'])
    const extension = { id: 'aeblfdkhhhdcdjpifhhbdiojplfjncoa', name: '1Password' }
    const who = org.admin

    const prepared = [
      marketplace(org, { at: start, who, name: 'ADD_APPLICATION', listing: random.digits(12), label: manager.name }),
      delegation(org, { at: start + 9 * MINUTE, who, app: directory }),
      trust(org, { at: start + 15 * MINUTE, who, app: manager, kind: 'WEB_APPLICATION', unit: org.domain }),
      trust(org, { at: start + 7 * DAY, who, app: bridge, kind: 'WEB_APPLICATION', unit: 'IT' }),
      trust(org, { at: start + 7 * DAY + 4 * MINUTE, who, app: vault, kind: 'WEB_APPLICATION', unit: org.domain }),
    ]
    const settings = ['ENFORCE_STRONG_AUTHENTICATION', 'CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS'].map(
      (name, index) =>
        admin(org, {
          at: start + DAY + index * 5 * MINUTE,
          who,
          type: 'SECURITY_SETTINGS',
          name,
          values: {
            ORG_UNIT_NAME: org.domain,
            OLD_VALUE: index === 0 ? 'false' : 'ANY',
            NEW_VALUE: index === 0 ? 'true' : 'NO_TELEPHONY',
          },
        }),
    )
    const forced = ['IT', 'Finance', 'Sales', 'Engineering', 'People', 'Operations'].map((unit, index) =>
      extensionPolicy(org, {
        at: start + ([8, 9, 10, 11, 14, 15][index] ?? 8) * DAY,
        who,
        extension,
        unit,
        setting: 'InstallType',
        before: 'ALLOWED',
        after: 'FORCED',
      }),
    )
    const bridged = consents(org, { start: start + 7 * DAY + 20 * MINUTE, gap: [30, 60], people: [who], app: bridge })
    const enrolled = [0, 1, 2, 3, 4].flatMap((wave) =>
      consents(org, {
        start: start + ([2, 3, 4, 7, 8][wave] ?? 2) * DAY,
        gap: [90, 900],
        people: org.people.slice(wave * 6, wave * 6 + 6),
        app: manager,
        from: (person) => (wave % 2 === 0 ? org.office : person.home),
      }),
    )
    const unlocked = [0, 1, 2, 3, 4].flatMap((wave) =>
      consents(org, {
        start: start + ([9, 10, 11, 14, 15][wave] ?? 9) * DAY + HOUR,
        gap: [60, 800],
        people: org.people.slice(wave * 6, wave * 6 + 6),
        app: vault,
      }),
    )
    const entered = org.people.flatMap((person, index) => [
      signIn(org, { at: start + ([9, 10, 11, 14, 15][index % 5] ?? 9) * DAY + index * 11 * MINUTE, who: person }),
      samlService(org, {
        at: start + ([9, 10, 11, 14, 15][index % 5] ?? 9) * DAY + index * 11 * MINUTE + 20_000,
        who: person,
        service: '1Password',
      }),
    ])
    const synced = [
      steadyUse(org, directory, {
        until: end,
        days: 22,
        count: 90,
        people: [who],
        from: network('203.0.113.74', 64524, 'US'),
        methods: ['directory.users.list', 'directory.groups.list', 'directory.members.list'],
        impersonates: true,
      }),
      steadyUse(org, bridge, {
        until: end,
        days: 15,
        count: 80,
        people: [who],
        from: network('198.51.100.30', 64501, 'DE', 'DE-HE'),
        methods: ['directory.users.list', 'directory.groups.list', 'reports.activities.list'],
      }),
    ].flat()
    const work = [prepared, settings, forced, bridged, enrolled, unlocked, entered, synced]
    return { records: timeline(quiet.records, ...work), ids: ids(...work) }
  },
})
