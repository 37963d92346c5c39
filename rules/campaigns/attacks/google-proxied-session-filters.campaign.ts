import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn, use, userAccounts } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title:
    'A proxied sign-in grants a desktop client the mailbox; the client hides mail by filters and outlives the reset',
  sources: [
    'https://lexlabtools.com/security/gmail-bitm-defense/gmail-bitm-incident-response/',
    'https://cyfar.ca/posts/huntress-managed-itdr-for-google-workspace-defending-the-new-identity-attack-surface',
    'https://material.security/resources/when-mfa-isnt-enough-defending-google-workspace-from-business-email-compromise',
  ],
  facts: [
    'The victim signs in through a page of the attacker, and the session comes from a computing centre.',
    'A desktop client then gets the scope of the whole mailbox.',
    'Filters delete or archive the security notices and the answers of victims.',
    'Mail is also sent on to an address outside.',
    'A new password and the end of all sessions do not end the refresh token of the client.',
    'At the end the mailbox sends lures to colleagues and partners.',
  ],
  build: (random) => {
    const org = organization(random, 'corvane-freight.example', 15)
    const start = time('2026-04-21T11:42:00Z')
    const quietDays = background(org, { until: start + 11 * DAY, days: 90, records: 640 })
    const victim = person(org, 7)
    const proxy = network('203.0.113.33', 14061, 'US', 'US-NY')
    const later = network('203.0.113.190', 24940, 'DE', 'DE-SN')
    const client = app(
      random,
      'Mail Desk',
      ['https://mail.google.com/', 'gmail.settings.basic', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const entrance = signIn(org, { at: start, who: victim, from: proxy })
    const grant = authorize(org, { at: start + 3 * MINUTE, who: victim, app: client, from: proxy })
    const act = { who: victim, app: client, from: proxy }
    const setting = (at: number, method: string): ReturnType<typeof use> =>
      use(org, { at, ...act, method, bytes: random.integer(300, 700) })
    const looked = setting(start + 5 * MINUTE, 'gmail.users.settings.filters.list')
    const filters = [6, 7, 44].map((minute) => setting(start + minute * MINUTE, 'gmail.users.settings.filters.create'))
    const forwarding = userAccounts(org, {
      at: start + 16 * MINUTE,
      who: victim,
      from: proxy,
      type: 'email_forwarding_change',
      name: 'email_forwarding_out_of_domain',
      values: { email_forwarding_destination_address: 'corvane.desk@mailbox-hold.example' },
    })
    const reading = (from: typeof proxy, at: number, count: number): ReturnType<typeof calls> =>
      calls(org, {
        start: at,
        count,
        gap: [50, 700],
        who: victim,
        app: client,
        from,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [4_000, 80_000],
      })
    const before = [0, 1, 2].flatMap((day) => reading(proxy, start + day * DAY + 2 * HOUR, 14))
    // On the third day the help desk answers in the usual way and forgets the client.
    const response = ['CHANGE_PASSWORD', 'RESET_SIGNIN_COOKIES'].map((name, index) =>
      admin(org, {
        at: start + 3 * DAY + index * 40_000,
        who: org.admin,
        type: 'USER_SETTINGS',
        name,
        values: { USER_EMAIL: victim.email },
      }),
    )
    const back = signIn(org, { at: start + 3 * DAY + 20 * MINUTE, who: victim })
    const after = [4, 5, 7, 8].flatMap((day) => reading(later, start + day * DAY + 5 * HOUR, 11))
    const sent = run(org, { start: start + 9 * DAY + HOUR, count: 38, gap: [8, 40] }, (at) =>
      use(org, { at, ...act, from: later, method: 'gmail.users.messages.send', bytes: random.integer(400, 900) }),
    )
    return {
      records: timeline(
        quietDays.records,
        [entrance, grant, looked, forwarding, back],
        filters,
        before,
        response,
        after,
        sent,
      ),
      firstHostile: ids([entrance])[0] ?? '',
      dataLeft: ids(before, after),
      required: [
        { act: 'an unknown desktop client gets the mailbox and its settings', ids: ids([grant]), minimum: 'high' },
        { act: 'the new client makes filters', ids: ids(filters), minimum: 'high' },
        { act: 'mail is sent on outside', ids: ids([forwarding]), minimum: 'medium' },
        { act: 'the client reads on after the new password', ids: ids(after), minimum: 'high' },
        { act: 'the client sends lures', ids: ids(sent), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids([back])],
    }
  },
})
