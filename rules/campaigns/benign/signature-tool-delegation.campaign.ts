// Marketing gets one signature for everybody: a tool with domain-wide delegation writes it into each mailbox.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail, createKey } from '../google-cloud-layouts.ts'
import { admin, impersonation } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'E-mail signature tool with domain-wide delegation',
  sources: [
    'https://github.com/rjelierse/update-gmail-signature',
    'https://developers.google.com/gmail/api/guides/alias_and_signature_settings',
    'https://support.google.com/a/answer/162106',
  ],
  resembles: 'A new key and a new delegation let a service account change the mail settings of every person at night.',
  accounts: 16,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'velvetpine.example', 16)
    const account = { project: 'velvetpine-signatures', name: 'signature-writer', number: `1${random.digits(20)}` }
    const tool = {
      id: account.number,
      name: 'signature-writer',
      type: 'WEB',
      scopes: ['admin.directory.user.readonly', 'gmail.settings.basic'].map(scope),
    }
    const server = network('192.0.2.64', 64541, 'IE')
    const start = time('2026-04-14T09:10:00Z')
    const days = 24
    const quietDays = background(org, { until: start + days * DAY, days: 100, records: 220 })
    const key = createKey(org, { at: start, who: org.admin, from: org.office, account })
    const delegation = admin(org, {
      at: start + 22 * MINUTE,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: tool.id, API_SCOPES: tool.scopes },
    })
    // The first run in the afternoon, then every Monday night.
    const runs = [start + 5 * HOUR, ...[6, 13, 20].map((day) => start + day * DAY - 7 * HOUR)]
    const work = runs.flatMap((at) => [
      ...calls(org, {
        start: at,
        count: 1,
        gap: [1, 2],
        who: org.admin,
        app: tool,
        from: server,
        methods: ['directory.users.list'],
        bytes: [20_000, 40_000],
        impersonates: true,
      }),
      ...org.people.flatMap((who, index) => [
        impersonation(org, {
          at: at + MINUTE + index * 9_000,
          who,
          app: tool,
          from: server,
          account: accountEmail(account),
        }),
        ...calls(org, {
          start: at + MINUTE + index * 9_000 + 2_000,
          count: 2,
          gap: [1, 3],
          who,
          app: tool,
          from: server,
          methods: ['gmail.users.settings.sendAs.list', 'gmail.users.settings.sendAs.patch'],
          bytes: [400, 4_000],
          impersonates: true,
        }),
      ]),
    ])
    return {
      records: timeline(quietDays.records, [key, delegation], work),
      ids: ids([key, delegation], work),
    }
  },
})
