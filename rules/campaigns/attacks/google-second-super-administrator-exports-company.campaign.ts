// A called administrator's session makes a second super administrator, whose own program lists everybody before the export of the company.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'After a call to the desk a new super administrator lists all people with a program and exports the company',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/unc3944-proactive-hardening-recommendations',
    'https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft',
    'https://docs.alphasoc.com/detections_and_findings/alphasoc_detections/google_workspace_data_export_created/',
  ],
  facts: [
    'Callers pose as staff or as the desk and sign in as an administrator from a commercial VPN.',
    'They make accounts of their own with high roles, so that a reset of the first account does not stop them.',
    'They list people and groups with a program that has a consent of its own.',
    'A super administrator can export the data of the whole organization.',
  ],
  build: (random) => {
    const org = organization(random, 'brackenhall-media.example', 26)
    const hostile = time('2026-05-12T20:41:00Z')
    const end = time('2026-05-20T17:00:00Z')
    const days = background(org, { until: end, days: 75, records: 1100 })
    const vpn = network('203.0.113.141', 9009, 'NL')
    const later = network('203.0.113.176', 20473, 'US')
    const twin = {
      email: `workspace.sync@${org.domain}`,
      name: 'workspace.sync',
      profileId: `1${random.digits(20)}`,
      unit: 'IT',
      home: vpn,
    }
    const console = (at: number, type: string, name: string, values: Readonly<Record<string, string>>) =>
      admin(org, { at, who: org.admin, from: vpn, type, name, values })
    const entry = [
      signIn(org, { at: hostile - 40_000, who: org.admin, from: vpn, failure: 'login_failure_invalid_password' }),
      signIn(org, { at: hostile, who: org.admin, from: vpn }),
    ]
    const account = console(hostile + 6 * MINUTE, 'USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: twin.email })
    const role = [
      console(hostile + 9 * MINUTE, 'DELEGATED_ADMIN_SETTINGS', 'ASSIGN_ROLE', {
        ROLE_NAME: '_SEED_ADMIN_ROLE',
        USER_EMAIL: twin.email,
        ORG_UNIT_NAME: org.domain,
      }),
      console(hostile + 9 * MINUTE + 1000, 'USER_SETTINGS', 'GRANT_ADMIN_PRIVILEGE', {
        USER_EMAIL: twin.email,
        NEW_VALUE: 'true',
      }),
    ]
    const tool = app(
      random,
      'Directory Reports',
      ['openid', 'email', 'admin.directory.user.readonly', 'admin.directory.group.readonly'],
      'NATIVE_DESKTOP',
    )
    const start = hostile + 26 * HOUR
    const first = signIn(org, { at: start, who: twin, from: later })
    const consent = authorize(org, { at: start + 11 * MINUTE, who: twin, app: tool, from: later })
    const lists = calls(org, {
      start: start + 13 * MINUTE,
      count: 42,
      gap: [2, 9],
      who: twin,
      app: tool,
      from: later,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.members.list'],
      bytes: [9_000, 160_000],
    })
    const request = { OBFUSCATED_CUSTOMER_TAKEOUT_REQUEST_ID: random.uuid() }
    const takeout = (at: number, name: string) =>
      admin(org, { at, who: twin, from: later, type: 'CUSTOMER_TAKEOUT', name, values: request })
    const asked = takeout(start + 50 * MINUTE, 'CUSTOMER_TAKEOUT_CREATED')
    const ready = takeout(start + 3 * DAY, 'CUSTOMER_TAKEOUT_SUCCEEDED')
    return {
      records: timeline(days.records, entry, [account], role, [first, consent], lists, [asked, ready]),
      firstHostile: ids(entry)[0] ?? '',
      dataLeft: ids([ready]),
      required: [
        { act: 'A new account becomes a super administrator within minutes', ids: ids(role), minimum: 'high' },
        {
          act: 'The new super administrator lets a new program read the directory, and it lists everybody',
          ids: ids([consent], lists),
          minimum: 'medium',
        },
        { act: 'The new super administrator exports the company', ids: ids([asked, ready]), minimum: 'high' },
      ],
      quiet: days.quiet,
    }
  },
})
