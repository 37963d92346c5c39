// A consented scanner with Drive scopes keeps reading after the password reset that ends the tokens with mail scopes.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, revoke, signIn, use, userAccounts } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'The help desk resets a password; a scanner with Drive and contact scopes keeps reading for eleven days',
  sources: [
    'https://support.google.com/a/answer/6328616?hl=en',
    'https://hacked.com/oauth-consent-phishing',
    'https://www.xitx.com/?p=40170',
  ],
  facts: [
    'Consent phishing needs no password; the person grants an application its scopes.',
    'Google ends the tokens of applications with mail scopes when the password changes.',
    'Tokens for other products, such as Drive, stay valid until somebody revokes them.',
    'The person changes the password and sees further strange activity, because the application has its own token.',
  ],
  build: (random) => {
    const org = organization(random, 'quillfordprint.example', 21)
    const start = time('2025-10-20T00:00:00Z')
    const days = background(org, { until: start, days: 82, records: 430 })
    const after = background(org, { until: start + 19 * DAY, days: 19, records: 60 })
    const victim = person(org, 7)
    const scanner = app(random, 'ScanDesk PDF', ['drive.readonly', 'contacts.readonly', 'userinfo.email', 'openid'])
    const outlook = app(random, 'Outlook for iOS', ['https://mail.google.com/', 'userinfo.email'], 'NATIVE_IOS')
    const mailGrant = authorize(org, { at: start - 40 * DAY + 9 * HOUR, who: victim, app: outlook, from: victim.home })

    const at = start + DAY + 18 * HOUR + 12 * MINUTE
    const grant = authorize(org, { at, who: victim, app: scanner, from: victim.home })
    const vps = network('45.76.33.214', 20473, 'NL')
    const read = (begin: number, count: number, gap: readonly [number, number]) =>
      calls(org, {
        start: begin,
        count,
        gap,
        who: victim,
        app: scanner,
        from: vps,
        methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.export'],
        bytes: [20_000, 1_900_000],
      })
    const early = read(at + 50 * MINUTE, 26, [9_000, 21_000])
    const contacts = use(org, {
      at: at + 55 * MINUTE,
      who: victim,
      app: scanner,
      from: vps,
      method: 'people.people.connections.list',
      bytes: 88_000,
    })

    const reset = start + 6 * DAY + 10 * HOUR
    const values = { USER_EMAIL: victim.email }
    const type = 'USER_SETTINGS'
    const helpdesk = [
      admin(org, { at: reset, who: org.admin, type, name: 'CHANGE_PASSWORD', values }),
      admin(org, { at: reset + MINUTE, who: org.admin, type, name: 'RESET_SIGNIN_COOKIES', values }),
    ]
    const recovered = [
      revoke(org, { at: reset + 2 * MINUTE, who: victim, app: outlook, from: null }),
      signIn(org, { at: reset + 14 * MINUTE, who: victim }),
      userAccounts(org, {
        at: reset + 16 * MINUTE,
        who: victim,
        type: 'password_change',
        name: 'password_edit',
        values: {},
      }),
      authorize(org, { at: reset + 31 * MINUTE, who: victim, app: outlook, from: victim.home }),
    ]
    const late = read(reset + 3 * HOUR, 52, [12_000, 24_000])
    return {
      records: timeline(days.records, after.records, [mailGrant, grant, contacts], early, helpdesk, recovered, late),
      firstHostile: idOf(grant),
      dataLeft: ids(early, [contacts], late),
      required: [
        {
          act: 'a new client gets Drive and contacts, and reads from a hosting network',
          ids: ids([grant, contacts], early),
          minimum: 'low',
        },
        { act: 'the client keeps reading after the password reset', ids: ids(late), minimum: 'medium' },
      ],
      quiet: [...days.quiet, idOf(mailGrant), ...ids(recovered.slice(1, 3))],
    }
  },
})
