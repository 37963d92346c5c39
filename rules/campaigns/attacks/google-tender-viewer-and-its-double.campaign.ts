// A tender lure wins one salesman; mails from his box win five colleagues; after the block a client of the same name wins three.
// The customer exports token (an edition without the calls of clients), gmail and admin.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, deny } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { blockClient, inRow, revokeForUser, withoutCalls } from '../google-incident-work.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'
import { mailEvent } from '../google-outside.ts'
import { delivery } from '../google-routing.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A tender viewer spreads by answers from one mailbox, and its double returns hours after the block',
  sources: [
    'https://arstechnica.com/information-technology/2017/05/dont-trust-oauth-why-the-google-docs-worm-was-so-convincing/',
    'https://www.paloaltonetworks.com/blog/?p=360729',
    'https://support.google.com/a/answer/7281227',
  ],
  facts: [
    'A mail about a shared document leads to the real consent screen of Google for a client with a harmless name.',
    'The client asks for reading and sending of mail and for the contacts.',
    'It sends the same link to the contacts of its victim, so that the next mail comes from a known colleague.',
    'An administrator can block one client; a second client with the same name is not affected by this block.',
  ],
  build: (random) => {
    const org = organization(random, 'ashgrove-timber.example', 40)
    const start = time('2026-03-10T00:00:00Z')
    const logs = ['token', 'gmail', 'admin']
    const days = withoutCalls(seenIn(background(org, { until: start + 5 * DAY, days: 130, records: 2400 }), logs))

    // Ordinary: mail between colleagues and from outside, and a booking client that six people connected in one day.
    const post = Array.from({ length: 260 }, (_, index) => {
      const at = start - random.integer(1, 128) * DAY + random.integer(7 * 60, 17 * 60) * MINUTE
      const who = random.pick(org.people)
      const outside = index % 3 === 0
      const sender = outside ? `office${random.integer(1, 30)}@sawmill-partners.example` : random.pick(org.people).email
      return delivery(org, {
        at,
        who,
        kind: 2,
        sender,
        subject: random.pick(['Delivery dates', 'Re: price list', 'Minutes of Tuesday', 'Re: transport', 'Invoice']),
        to: [{ address: who.email, service: 'gmail-ui' }],
      })
    })
    const booking = app(random, 'Slotwell Booking', ['openid', 'userinfo.email', 'calendar.events'])
    const booked = consents(org, {
      start: start - 62 * DAY + 9 * HOUR,
      gap: [300, 2600],
      people: [3, 8, 13, 18, 23, 28].map((place) => person(org, place)),
      app: booking,
    })

    const scopes = ['openid', 'userinfo.email', 'gmail.modify', 'gmail.send', 'contacts.readonly']
    const viewer = app(random, 'Tender Documents Viewer', scopes)
    const double = app(random, 'Tender Documents Viewer', scopes)
    const first = person(org, 6)
    const begin = start + 14 * HOUR + 11 * MINUTE
    const lure = {
      who: first,
      sender: 'tenders@municipal-procurement.example',
      display: 'Procurement office',
      subject: 'Tender 2026/114: documents for your bid',
      messageId: `<${random.uuid()}@municipal-procurement.example>`,
      links: ['accounts.google.com', 'municipal-procurement.example'],
    }
    const arrived = mailEvent(org, { ...lure, at: begin, kind: 2 })
    const opened = mailEvent(org, { ...lure, at: begin + 6 * MINUTE, kind: 15 })
    const consent = authorize(org, { at: begin + 7 * MINUTE, who: first, app: viewer, from: first.home })

    // Two days later the client answers old threads of its victim with the link.
    const wave = start + 2 * DAY + 9 * HOUR + 38 * MINUTE
    const colleagues = [2, 4, 9, 11, 14, 17, 21, 26, 31, 35, 38].map((place) => person(org, place))
    const answers = inRow(org, wave, colleagues.length, [14, 55]).flatMap((at, place) => {
      const to = colleagues[place] ?? first
      const subject = random.pick(['Re: Offer for beams', 'Re: Stock list', 'Re: Visit on Friday'])
      const destinations = [{ address: to.email, service: 'gmail-ui' }]
      return [
        delivery(org, { at, who: first, kind: 1, sender: first.email, subject, to: destinations }),
        delivery(org, { at: at + 3000, who: to, kind: 2, sender: first.email, subject, to: destinations }),
      ]
    })
    const won = consents(org, {
      start: wave + 19 * MINUTE,
      gap: [800, 5400],
      people: [9, 4, 26, 14, 35].map((place) => person(org, place)),
      app: viewer,
      from: (who) => (who === person(org, 26) ? who.home : org.office),
    })

    // The administrator blocks the client and takes its tokens away on the next morning.
    const block = start + 3 * DAY + 8 * HOUR + 22 * MINUTE
    const blocked = blockClient(org, { at: block, who: org.admin, app: viewer })
    const victims = [6, 9, 4, 26, 14, 35]
    const revoked = inRow(org, block + 4 * MINUTE, victims.length, [25, 80]).flatMap((at, place) =>
      revokeForUser(org, { at, who: org.admin, app: viewer, target: person(org, victims[place] ?? 6) }),
    )
    const denied = [11, 31].map((place, index) =>
      deny(org, { at: block + (50 + 33 * index) * MINUTE, who: person(org, place), app: viewer }),
    )
    const again = consents(org, {
      start: block + 5 * HOUR,
      gap: [700, 3900],
      people: [11, 38, 9].map((place) => person(org, place)),
      app: double,
    })

    return {
      records: timeline(
        ...[days.records, post, booked, [arrived, opened, consent, blocked]],
        ...[answers, won, revoked, denied, again],
      ),
      firstHostile: idOf(consent),
      dataLeft: [],
      required: [
        {
          act: 'One person gives a client that nobody knows the right to read and send mail',
          ids: ids([consent]),
          minimum: 'low',
        },
        {
          act: 'Five more people grant the same unknown client mail scopes on one day',
          ids: ids(won),
          minimum: 'medium',
        },
        {
          act: 'A client with the name and scopes of the blocked one receives grants five hours after the block',
          ids: ids(again),
          minimum: 'high',
        },
      ],
      quiet: [...days.quiet, ...ids(booked), ...ids(post.slice(0, 10))],
    }
  },
})
