// A stolen super administrator delegates the whole domain to a foreign client and starts an export.
import { attackCampaign } from '../campaign.ts'
import { takeoutAlert } from '../google-alerts.ts'
import { background } from '../google-background.ts'
import { admin, impersonation, signIn, use, userAccounts } from '../google-events.ts'
import { type App, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const until = time('2026-07-09T00:00:00Z')
const rules = 'https://github.com/elastic/detection-rules/blob/main/rules/integrations/google_workspace'

export default attackCampaign({
  title: 'Compromised super administrator grants domain-wide delegation, a role and an export',
  sources: [
    `${rules}/persistence_google_workspace_api_access_granted_via_dwd.toml`,
    `${rules}/persistence_google_workspace_admin_role_assigned_to_user.toml`,
    `${rules}/collection_google_workspace_gmail_forwarding_setting_enabled.toml`,
  ],
  facts: [
    'An adversary with administrator rights may let an outside client act for all users of the domain.',
    'An administrator role for an account that the adversary holds keeps control after a password change.',
    'With the delegation the adversary can read mail and set forwarding through the API.',
  ],
  build: (random) => {
    const org = organization(random, 'graymarsh.example', 16)
    const quietDays = background(org, { until, days: 100, records: 360 })
    const thief = network('192.0.2.61', 64593, 'BG')
    const { admin: who } = org
    const start = time('2026-07-09T22:15:09Z')
    const number = `1${random.digits(20)}`
    const account = 'connector@workspace-sync-417.iam.gserviceaccount.com'
    const scopes = ['https://mail.google.com/', 'gmail.settings.sharing', 'drive', 'admin.directory.user'].map(scope)
    const client: App = { id: number, name: number, type: 'TYPE_UNSPECIFIED', scopes }
    const session = signIn(org, { at: start, who, from: thief, suspicious: true })
    const delegation = admin(org, {
      at: start + 4 * MINUTE,
      who,
      from: thief,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: number, API_SCOPES: scopes },
    })
    const role = admin(org, {
      at: start + 7 * MINUTE,
      who,
      from: thief,
      type: 'DELEGATED_ADMIN_SETTINGS',
      name: 'ASSIGN_ROLE',
      values: { ROLE_NAME: '_SEED_ADMIN_ROLE', USER_EMAIL: account, ORG_UNIT_NAME: '/' },
    })
    const victims = [1, 2, 3, 5, 6, 8, 9, 10, 13].map((index) => person(org, index))
    const entered = victims.map((victim, index) =>
      impersonation(org, { at: start + (12 + index) * MINUTE, who: victim, from: thief, app: client, account }),
    )
    const reads = victims.flatMap((victim, index) =>
      Array.from({ length: 9 }, (_, step) =>
        use(org, {
          at: start + (12 + index) * MINUTE + 2000 + step * 1400,
          who: victim,
          app: client,
          from: thief,
          method: step === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(20_000, 500_000),
          impersonates: true,
        }),
      ),
    )
    const target = person(org, 2)
    const forwardAt = start + 24 * MINUTE
    const forwarding = [
      use(org, {
        at: forwardAt,
        who: target,
        app: client,
        from: thief,
        bytes: 310,
        impersonates: true,
        method: 'gmail.users.settings.forwardingAddresses.create',
      }),
      use(org, {
        at: forwardAt + 1500,
        who: target,
        app: client,
        from: thief,
        bytes: 190,
        impersonates: true,
        method: 'gmail.users.settings.updateAutoForwarding',
      }),
      userAccounts(org, {
        at: forwardAt + 1600,
        who: target,
        from: thief,
        type: 'email_forwarding_change',
        name: 'email_forwarding_out_of_domain',
        values: { email_forwarding_destination_address: 'ledger.copy@boxed-mail.example' },
      }),
    ]
    const exportAt = start + 31 * MINUTE
    const takeout = [
      admin(org, {
        at: exportAt,
        who,
        from: thief,
        type: 'CUSTOMER_TAKEOUT',
        name: 'CUSTOMER_TAKEOUT_CREATED',
        values: { OBFUSCATED_CUSTOMER_TAKEOUT_REQUEST_ID: random.uuid() },
      }),
      takeoutAlert(org, exportAt, who),
    ]
    return {
      records: timeline(quietDays.records, [session, delegation, role], entered, reads, forwarding, takeout),
      firstHostile: ids([session])[0] ?? '',
      dataLeft: ids(reads, forwarding.slice(1)),
      required: [
        {
          act: 'domain-wide delegation of mail, files and directory to a new client',
          ids: ids([delegation]),
          minimum: 'high',
        },
        { act: 'super administrator role for a service account', ids: ids([role]), minimum: 'high' },
        { act: 'the new client reads many mailboxes', ids: ids(entered, reads), minimum: 'medium' },
        { act: 'forwarding to an outside address set through the client', ids: ids(forwarding), minimum: 'medium' },
        { act: 'export of the whole organization started', ids: ids(takeout), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
