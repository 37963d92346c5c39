// An eight-day export without the consent: an inbox helper writes filters for two people and reads their mail, and their mail goes outside.
import type { RawRecord } from '../campaign.ts'
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { userAccounts } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, network, organization, type Person, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'An inbox helper hides and reads the mail of two people, and both mailboxes forward to one outside address',
  sources: [
    'https://pushsecurity.com/kb/10022/',
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/evil_twin_integrations/description.md',
    'https://material.security/workspace-resources/a-pragmatic-guide-to-google-account-takeover-protection',
  ],
  facts: [
    'An intruder in a mailbox adds filters and forwarding to keep a copy of new mail.',
    'A client with the settings scope can write filters through the Gmail API without a sign-in.',
    'The forwarding itself is switched on in the stolen browser session, from a commercial VPN.',
    'The export starts after the consent; it has the token log and the account log alone.',
  ],
  build: (random) => {
    const org = organization(random, 'larkmoor-freight.example', 18)
    const end = time('2026-04-17T18:00:00Z')
    const days = seenIn(background(org, { until: end, days: 9, records: 420 }), ['token', 'user_accounts'])
    const server = network('203.0.113.66', 14061, 'SG')
    const vpn = network('203.0.113.188', 9009, 'CH')
    const helper = app(random, 'Inbox Tidy', ['openid', 'userinfo.email', 'gmail.modify', 'gmail.settings.basic'])
    const target = 'records.archive@mail-keep.example'
    const shared = { app: helper, from: server }
    const one = (who: Person, start: number, method: string): RawRecord[] =>
      calls(org, { ...shared, start, count: 1, gap: [1, 1], who, methods: [method], bytes: [180, 520] })
    const acts = (who: Person, start: number) => {
      const looks = one(who, start, 'gmail.users.settings.filters.list')
      const writes = [
        ...one(who, start + 20_000, 'gmail.users.labels.create'),
        ...one(who, start + 95_000, 'gmail.users.settings.filters.create'),
        ...one(who, start + 99_000, 'gmail.users.settings.filters.create'),
      ]
      const forwards = userAccounts(org, {
        at: start + 131_000,
        who,
        from: vpn,
        type: 'email_forwarding_change',
        name: 'email_forwarding_out_of_domain',
        values: { email_forwarding_destination_address: target },
      })
      const reads = calls(org, {
        ...shared,
        start: start + 5 * 60_000,
        count: 90,
        gap: [1, 6],
        who,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [2_000, 120_000],
      })
      return { looks, writes, forwards, reads }
    }
    const start = time('2026-04-15T02:17:00Z')
    const head = acts(person(org, 2), start)
    const clerk = acts(person(org, 7), start + DAY + 3 * HOUR)
    const writes = [...head.writes, ...clerk.writes]
    const forwards = [head.forwards, clerk.forwards]
    const reads = [...head.reads, ...clerk.reads]
    return {
      records: timeline(days.records, head.looks, clerk.looks, writes, forwards, reads),
      firstHostile: ids(head.looks)[0] ?? '',
      dataLeft: ids(forwards, reads),
      required: [
        { act: 'The helper writes filters into two mailboxes at night', ids: ids(writes), minimum: 'medium' },
        { act: 'The mail of two people goes to the same outside address', ids: ids(forwards), minimum: 'high' },
        { act: 'The same helper reads both mailboxes at night', ids: ids(reads), minimum: 'medium' },
      ],
      quiet: days.quiet,
    }
  },
})
