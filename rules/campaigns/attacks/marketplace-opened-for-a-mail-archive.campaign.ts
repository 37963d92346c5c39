// A stolen administrator session opens the Marketplace and Gmail for all applications, and installs one for everybody.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const hosting = network('146.70.124.66', 9009, 'RO', 'RO-B')
const server = network('159.65.42.190', 14061, 'NL', 'NL-NH')

export default attackCampaign({
  title: 'The Marketplace is opened, and an application for everybody reads mail',
  sources: [
    'https://www.elastic.co/security-labs/google-workspace-attack-surface-part-one',
    'https://docs.alphasoc.com/detections_and_findings/alphasoc_detections/google_workspace_marketplace_allow_any_app/',
    'https://wursta.com/why-unmanaged-api-access-is-your-biggest-blind-spot/',
  ],
  facts: [
    'An administrator may change the Marketplace from a list of approved applications to all applications.',
    'An attacker with administrator rights adds a malicious Marketplace application for the whole domain.',
    'The application keeps access to mail and files through the API and needs no password of a person.',
    'API controls that are open permit an application far access without a review.',
  ],
  build: (random) => {
    const org = organization(random, 'meadowforge.example', 16)
    const start = time('2026-02-10T02:15:00Z')
    const quietDays = background(org, { until: start + 3 * DAY, days: 100, records: 420 })
    const archive = app(random, 'Inbox Archive Pro', [
      'openid',
      'userinfo.email',
      'https://mail.google.com/',
      'drive.readonly',
    ])
    const who = org.admin
    const entry = signIn(org, { at: start, who, from: hosting, suspicious: true })
    const opened = [
      admin(org, {
        at: start + 5 * MINUTE,
        who,
        from: hosting,
        type: 'APPLICATION_SETTINGS',
        name: 'CHANGE_APPLICATION_SETTING',
        values: {
          APPLICATION_NAME: 'Google Workspace Marketplace',
          SETTING_NAME: 'Apps Access Setting Allowlist access',
          OLD_VALUE: 'ALLOW_SPECIFIED',
          NEW_VALUE: 'ALLOW_ALL',
          ORG_UNIT_NAME: org.domain,
        },
      }),
      admin(org, {
        at: start + 7 * MINUTE,
        who,
        from: hosting,
        type: 'SECURITY_SETTINGS',
        name: 'ALLOW_SERVICE_FOR_OAUTH2_ACCESS',
        values: { OAUTH2_SERVICE_NAME: 'GMAIL_HIGH_RISK', ORG_UNIT_NAME: org.domain },
      }),
    ]
    const installed = admin(org, {
      at: start + 16 * MINUTE,
      who,
      from: hosting,
      type: 'DOMAIN_SETTINGS',
      name: 'ADD_APPLICATION',
      values: { APP_ID: archive.id.split('-')[0] ?? '', APPLICATION_NAME: archive.name, APPLICATION_ENABLED: 'true' },
    })
    const reads = [1, 5, 9, 13].flatMap((index) =>
      calls(org, {
        start: start + (index + 6) * HOUR,
        count: 6,
        gap: [20, 200],
        who: person(org, index),
        app: archive,
        from: server,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [9_000, 110_000],
      }),
    )
    return {
      records: timeline(quietDays.records, [entry, ...opened, installed], reads),
      firstHostile: ids([entry])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'the Marketplace or the high-risk scopes of Gmail are opened for all applications',
          ids: ids(opened),
          minimum: 'medium',
        },
        {
          act: 'an application is installed for everybody minutes after the setting was opened',
          ids: ids([installed]),
          minimum: 'high',
        },
        { act: 'the new application reads mail of several people', ids: ids(reads), minimum: 'high' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
