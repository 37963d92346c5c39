// A stolen administrator opens the controls for apps, and colleagues then allow an app that was blocked before.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, deny, signIn, use } from '../google-events.ts'
import { app, DAY, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const until = time('2026-04-14T00:00:00Z')
const rules = 'https://github.com/elastic/detection-rules/blob/main/rules/integrations/google_workspace'

export default attackCampaign({
  title: 'App taken off the block list and controls opened, then the app is allowed and reads mail',
  sources: [
    `${rules}/defense_evasion_application_removed_from_blocklist_in_google_workspace.toml`,
    `${rules}/defense_evasion_restrictions_for_marketplace_modified_to_allow_any_app.toml`,
  ],
  facts: [
    'Administrators block hostile apps by name; an adversary with their rights can take an app off that list.',
    'The limit of the Marketplace to listed apps can be lifted so that users may install any app.',
    'After that users can allow the app and it reads their data.',
  ],
  build: (random) => {
    const org = organization(random, 'millbrook.example', 18)
    const quietDays = background(org, { until, days: 85, records: 340 })
    const thief = network('192.0.2.118', 64594, 'MD')
    const { admin: who } = org
    const hostile = app(random, 'Mail Tracker for Teams', [
      'openid',
      'userinfo.email',
      'https://mail.google.com/',
      'contacts',
    ])
    const sellers = inUnit(org, 'Sales')
    const refused = sellers
      .slice(0, 2)
      .map((one, index) => deny(org, { at: until - (40 - index * 3) * DAY + 10 * 60 * MINUTE, who: one, app: hostile }))
    const start = time('2026-04-14T05:48:33Z')
    const change = (
      minute: number,
      type: string,
      name: string,
      values: Record<string, string>,
    ): ReturnType<typeof admin> => admin(org, { at: start + minute * MINUTE, who, from: thief, type, name, values })
    const appValues = {
      OAUTH2_APP_ID: hostile.id,
      OAUTH2_APP_NAME: hostile.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: org.domain,
    }
    const session = signIn(org, { at: start, who, from: thief, suspicious: true })
    const market = change(3, 'APPLICATION_SETTINGS', 'CHANGE_APPLICATION_SETTING', {
      APPLICATION_NAME: 'Google Workspace Marketplace',
      SETTING_NAME: 'Apps Access Setting Allowlist access',
      OLD_VALUE: 'ALLOW_SPECIFIED',
      NEW_VALUE: 'ALLOW_ALL',
      ORG_UNIT_NAME: org.domain,
      APPLICATION_EDITION: 'standard',
      GROUP_EMAIL: '',
    })
    const opened = change(5, 'SECURITY_SETTINGS', 'ALLOW_SERVICE_FOR_OAUTH2_ACCESS', {
      OAUTH2_SERVICE_NAME: 'GMAIL_HIGH_RISK',
      ORG_UNIT_NAME: org.domain,
    })
    const listed = [
      change(6, 'SECURITY_SETTINGS', 'REMOVE_FROM_BLOCKED_OAUTH2_APPS', appValues),
      change(7, 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', appValues),
    ]
    const consents = sellers.map((one, index) =>
      authorize(org, { at: start + (180 + index * 21) * MINUTE, who: one, app: hostile }),
    )
    const server = network('192.0.2.119', 64594, 'MD')
    const reads = sellers.flatMap((one, index) =>
      Array.from({ length: 20 }, (_, step) =>
        use(org, {
          at: start + (190 + index * 21) * MINUTE + step * 2200,
          who: one,
          app: hostile,
          from: server,
          method: step === 0 ? 'people.connections.list' : 'gmail.users.messages.get',
          bytes: random.integer(16_000, 350_000),
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, refused, [session, market, opened], listed, consents, reads),
      firstHostile: ids([session])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        { act: 'Marketplace opened for any app', ids: ids([market]), minimum: 'medium' },
        { act: 'high-risk Gmail access opened for third parties', ids: ids([opened]), minimum: 'medium' },
        { act: 'blocked app unblocked and trusted', ids: ids(listed), minimum: 'medium' },
        { act: 'the app gets full mail access of several people', ids: ids(consents), minimum: 'medium' },
        { act: 'the app reads their mail in bulk', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
