// A stolen administrator session opens the API controls and gives an outside client a delegation over the domain.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { admin, file, impersonation, signIn } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

const titles = ['Bid strategy', 'Patent draft', 'Pricing model', 'Board minutes', 'Partner agreement']

export default attackCampaign({
  title: 'Administrator takeover: API controls opened and a new domain-wide delegation for an outside client',
  sources: [
    'https://www.elastic.co/guide/en/security/8.19/google-workspace-api-access-granted-via-domain-wide-delegation.html',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/access-evaluation',
  ],
  facts: [
    'Who holds a super administrator can authorize any service account, also one of a foreign project.',
    'The grant names the client and the scopes and needs no consent of the people of the domain.',
    'The client then acts for single people and reads mail, files and the directory.',
    'The access outlives a new password of the administrator, because it does not use that account any more.',
  ],
  build: (random) => {
    const org = organization(random, 'ironbrook-legal.example', 15)
    const account = { project: 'mail-tools-883120', name: 'sync-agent', number: `1${random.digits(20)}` }
    const client = {
      id: account.number,
      name: 'sync-agent',
      type: 'WEB',
      scopes: ['https://mail.google.com/', 'drive', 'admin.directory.user'].map(scope),
    }
    const thief = network('203.0.113.99', 64777, 'RU')
    const server = network('203.0.113.152', 64778, 'LT')
    const start = time('2026-08-15T23:05:00Z')
    const quietDays = background(org, { until: start + 3 * DAY, days: 90, records: 230 })
    const entry = signIn(org, { at: start, who: org.admin, from: thief, suspicious: true })
    const step = (at: number, type: string, name: string, values: Record<string, string | readonly string[]>) =>
      admin(org, { at, who: org.admin, from: thief, type, name, values })
    const opened = [
      step(start + 6 * MINUTE, 'SECURITY_SETTINGS', 'UNBLOCK_ALL_THIRD_PARTY_API_ACCESS', { ORG_UNIT_NAME: '/' }),
      ...['GMAIL_HIGH_RISK', 'DRIVE_HIGH_RISK'].map((service, index) =>
        step(start + (7 + index) * MINUTE, 'SECURITY_SETTINGS', 'ALLOW_SERVICE_FOR_OAUTH2_ACCESS', {
          OAUTH2_SERVICE_NAME: service,
          ORG_UNIT_NAME: '/',
        }),
      ),
    ]
    const delegation = step(start + 13 * MINUTE, 'DOMAIN_SETTINGS', 'AUTHORIZE_API_CLIENT_ACCESS', {
      DOMAIN_NAME: org.domain,
      API_CLIENT_NAME: client.id,
      API_SCOPES: client.scopes,
    })
    const response = ['CHANGE_PASSWORD', 'RESET_SIGNIN_COOKIES'].map((name, index) =>
      admin(org, {
        at: start + 33 * HOUR + index * MINUTE,
        who: org.admin,
        type: 'USER_SETTINGS',
        name,
        values: { USER_EMAIL: org.admin.email },
      }),
    )
    const victims = [1, 3, 5, 8, 12].map((index) => person(org, index))
    const visits = victims.map((who, index) => ({ who, at: start + 26 * HOUR + index * 4 * HOUR }))
    const tokens = visits.map(({ who, at }) =>
      impersonation(org, { at, who, app: client, from: server, account: accountEmail(account) }),
    )
    const mail = visits.flatMap(({ who, at }) =>
      calls(org, {
        start: at + MINUTE,
        count: 26,
        gap: [1, 6],
        who,
        app: client,
        from: server,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [5_000, 130_000],
        impersonates: true,
      }),
    )
    const taken = visits
      .slice(0, 2)
      .flatMap(({ who, at }) =>
        run(org, { start: at + 6 * MINUTE, count: 34, gap: [2, 7] }, (moment) =>
          file(org, { at: moment, who, from: server, name: 'download', title: random.pick(titles), app: client }),
        ),
      )
    return {
      records: timeline(quietDays.records, [entry], opened, [delegation], response, tokens, mail, taken),
      firstHostile: idOf(entry),
      dataLeft: ids(mail, taken),
      required: [
        { act: 'API access of outside apps opened for everybody', ids: ids(opened), minimum: 'medium' },
        { act: 'Delegation of mail, files and directory to a new client', ids: [idOf(delegation)], minimum: 'high' },
        { act: 'The new client acts for people of the domain', ids: ids(tokens), minimum: 'medium' },
        { act: 'Mail of several people read through the delegation', ids: ids(mail), minimum: 'medium' },
        { act: 'Many files downloaded through the delegation', ids: ids(taken), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
