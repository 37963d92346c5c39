// A scheduling client has no scope but the calendar; it writes invitations with a bad link in the name of a colleague.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title:
    'A client with calendar access alone invites the whole staff to a false meeting, in the name of two colleagues',
  sources: [
    'https://blog.checkpoint.com/securing-user-and-access/google-calendar-notifications-bypassing-email-security-policies/',
    'https://cautellus.com/blog/google-calendar-invite-phishing',
    'https://developers.google.com/workspace/calendar/api/v3/reference/events/insert',
  ],
  facts: [
    'Invitations travel through Google itself, so filters of mail do not stop them.',
    'The link stands in the description of the event, behind a form or a drawing of Google.',
    'An invitation of a colleague looks as any other; the client needs calendar.events and no mail scope.',
    'The events are removed after some hours, so that the person does not see them.',
  ],
  build: (random) => {
    const org = organization(random, 'wrenmoor-college.example', 34)
    const hostile = time('2026-04-21T09:20:00Z')
    const end = time('2026-04-30T15:00:00Z')
    const days = seenIn(background(org, { until: end, days: 70, records: 1000 }), ['token'])
    const known = app(random, 'Termine Plus', ['openid', 'email', 'calendar.events'])
    const teachers = inUnit(org, 'People').slice(0, 4)
    const usual = steadyUse(org, known, {
      until: end,
      days: 66,
      count: 130,
      people: teachers,
      from: network('192.0.2.84', 24940, 'DE'),
      methods: ['calendar.events.list', 'calendar.events.insert', 'calendar.events.patch'],
    })
    // One letter more than the program that the college uses.
    const lure = app(random, 'Termine Plus+', ['openid', 'email', 'calendar.events', 'directory.readonly'])
    const from = network('203.0.113.58', 200651, 'MD')
    const victims = [person(org, 7), person(org, 18)]
    const granted = victims.map((who, index) =>
      authorize(org, { at: hostile + index * 26 * HOUR, who, app: lure, from: who.home }),
    )
    const looks = victims.flatMap((who, index) =>
      calls(org, {
        start: hostile + index * 26 * HOUR + 3 * MINUTE,
        count: 4,
        gap: [2, 12],
        who,
        app: lure,
        from,
        methods: ['people.people.listDirectoryPeople', 'calendar.events.list'],
        bytes: [3_000, 90_000],
      }),
    )
    const invitations = victims.flatMap((who, index) =>
      calls(org, {
        start: hostile + DAY + index * 26 * HOUR,
        count: 28,
        gap: [3, 15],
        who,
        app: lure,
        from,
        methods: ['calendar.events.insert'],
        bytes: [1_100, 1_900],
      }),
    )
    const removed = victims.flatMap((who, index) =>
      calls(org, {
        start: hostile + DAY + index * 26 * HOUR + 5 * HOUR,
        count: 28,
        gap: [1, 4],
        who,
        app: lure,
        from,
        methods: ['calendar.events.delete'],
        bytes: [0, 20],
      }),
    )
    return {
      records: timeline(days.records, usual, granted, looks, invitations, removed),
      firstHostile: ids(granted)[0] ?? '',
      dataLeft: ids(looks),
      required: [
        {
          act: 'A new client whose name copies a known one writes and deletes many events from a rented server',
          ids: ids(granted, looks, invitations, removed),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(usual).slice(0, 25)],
    }
  },
})
