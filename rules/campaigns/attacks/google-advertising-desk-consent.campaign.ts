import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, idOf, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { mailEvent } from '../google-outside.ts'

export default attackCampaign({
  title:
    'A false review of the advertising account gets a consent, hides the warnings of Google and survives a password',
  sources: [
    'https://www.malwarebytes.com/blog/news/2025/01/the-great-google-ads-heist-criminals-ransack-advertiser-accounts-via-fake-google-ads',
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/consent_phishing/description.md',
    'https://attack.mitre.org/techniques/T1528/',
  ],
  facts: [
    'Criminals hunt for people who manage advertising accounts, because campaigns then run at the cost of the victim.',
    'Consent phishing asks for scopes instead of a password, and so a second factor does not help.',
    'A filter made through the Gmail API removes the warnings about new managers and new campaigns.',
    'The grant is still good after the victim has changed the password.',
  ],
  build: (random) => {
    const org = organization(random, 'lindenfaehre.example', 24)
    const end = time('2026-05-22T16:00:00Z')
    const days = background(org, { until: end, days: 96, records: 980 })
    const client = app(random, 'Anzeigen-Kontoprüfung', [
      'openid',
      'userinfo.email',
      'adwords',
      'gmail.modify',
      'gmail.settings.basic',
    ])
    const server = network('192.0.2.77', 200019, 'NL')
    const start = time('2026-05-04T08:10:00Z')
    const targets = inUnit(org, 'Sales').slice(0, 4)
    const letters = targets.map((who, place) =>
      mailEvent(org, {
        at: start + place * 9 * MINUTE,
        who,
        kind: 2,
        sender: 'pruefung@anzeigen-service.example',
        display: 'Anzeigen Service',
        subject: 'Ihr Anzeigenkonto wird am 8. Mai eingeschränkt',
        messageId: `<${random.uuid()}@anzeigen-service.example>`,
        links: ['konto-pruefung.example', 'accounts.google.com'],
      }),
    )
    const victims = [targets[1], targets[3]].flatMap((who) => (who ? [who] : []))
    const grants = victims.map((who, place) =>
      authorize(org, {
        at: start + (3 + place * 26) * HOUR,
        who,
        app: client,
        from: place === 0 ? org.office : who.home,
      }),
    )
    const call = (at: number, place: number, method: string, bytes: number) =>
      use(org, { at, who: victims[place] ?? org.admin, app: client, from: server, method, bytes })
    const reads = (at: number, place: number) => [
      call(at, place, 'gmail.users.messages.list', random.integer(900, 2_500)),
      ...[20, 47, 71].map((later) =>
        call(at + later * 1000, place, 'gmail.users.messages.get', random.integer(8_000, 60_000)),
      ),
    ]
    // Minutes after each consent one filter, and then two short looks for codes and invoices.
    const filters = victims.map((_, place) =>
      call(start + (3 + place * 26) * HOUR + 14 * MINUTE, place, 'gmail.users.settings.filters.create', 310),
    )
    const looks = victims.flatMap((_, place) => [
      ...reads(start + (3 + place * 26) * HOUR + 40 * MINUTE, place),
      ...reads(start + (30 + place * 26) * HOUR, place),
    ])
    // The second victim becomes suspicious and changes the password; nobody removes the grant.
    const changed = start + 4 * DAY + 2 * HOUR
    const password = victims
      .slice(1)
      .map((who) => userAccounts(org, { at: changed, who, type: 'password_change', name: 'password_edit', values: {} }))
    const later = [1, 3, 6, 9].flatMap((day) => reads(changed + day * DAY + random.integer(0, 90) * MINUTE, 1))
    const ordinary = Array.from({ length: 20 }, (_, place) =>
      mailEvent(org, {
        at: workMoment(org, end, 60),
        who: random.pick(org.people),
        kind: 2,
        sender: `rundbrief${place % 4}@messe-nord.example`,
        display: 'Messe Nord',
        subject: 'Programm der Woche',
        messageId: `<${random.uuid()}@messe-nord.example>`,
        links: ['messe-nord.example'],
      }),
    )
    const left = [...looks, ...later].filter((record) => JSON.stringify(record).includes('messages.get'))
    return {
      records: timeline(days.records, ordinary, letters, grants, filters, looks, password, later),
      firstHostile: letters[0] ? idOf(letters[0]) : '',
      dataLeft: ids(left),
      required: [
        {
          act: 'Two people of the advertising desk grant mail and settings to an unknown client',
          ids: ids(grants),
          minimum: 'medium',
        },
        { act: 'The client makes a mail filter', ids: ids(filters), minimum: 'medium' },
        { act: 'The client reads mail after the password was changed', ids: ids(later), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(ordinary.slice(0, 6))],
    }
  },
})
