// A grant sleeps for three weeks. Then an automated process reads, makes a filter and sends, in 37 minutes of one night.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
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

export default attackCampaign({
  title: 'A productivity application wakes after three weeks and works in one mailbox for 37 minutes',
  sources: [
    'https://skeletos.io/oauth-consent-phishing-email-attack-india-case-study/',
    'https://cyfar.ca/posts/huntress-managed-itdr-for-google-workspace-defending-the-new-identity-attack-surface',
  ],
  facts: [
    'One person of sales and marketing accepted an application with access to mail and calendar.',
    'Three weeks later, just after midnight, an automated process used the grant for the first time.',
    'It reached the mailbox thirty times in thirty-seven minutes and read the calendar.',
    'It sent a message to the person herself that a rule hid, and one to a business contact.',
    'The report is about Microsoft 365; this is the same course of events in Google Workspace.',
    'Attackers in Google Workspace often make mail filters that delete or archive warnings.',
  ],
  build: (random) => {
    const org = organization(random, 'larkspan.example', 16)
    const woke = time('2026-06-10T22:11:00Z')
    const granted = woke - 21 * DAY - 9 * HOUR
    const days = background(org, { until: woke + DAY, days: 95, records: 900 })
    const victim = inUnit(org, 'Sales')[0] ?? person(org, 5)
    const client = app(random, 'Weave Agenda', ['gmail.modify', 'gmail.settings.basic', 'calendar', 'openid', 'email'])
    const grant = authorize(org, { at: granted, who: victim, app: client, from: victim.home })
    const hosting = network('203.0.113.17', 24940, 'DE', 'DE-SN')
    const plan = [
      ...Array.from({ length: 9 }, () => 'gmail.users.messages.list'),
      ...Array.from({ length: 11 }, () => 'gmail.users.messages.get'),
      'calendar.events.list',
      'calendar.events.list',
      'gmail.users.settings.filters.create',
      'gmail.users.messages.send',
      'gmail.users.messages.list',
      'gmail.users.messages.get',
      'gmail.users.messages.trash',
      'gmail.users.messages.send',
      'gmail.users.messages.list',
      'gmail.users.messages.trash',
    ]
    const acts = plan.map((method, index) =>
      use(org, {
        at: woke + Math.round((index * 37 * MINUTE) / plan.length),
        who: victim,
        app: client,
        from: hosting,
        method,
        bytes: method.endsWith('get') ? random.integer(3_000, 60_000) : random.integer(200, 3_000),
      }),
    )
    const changed = acts.filter((_, index) => /filters|send|trash/u.test(plan[index] ?? ''))
    return {
      records: timeline(days.records, [grant], acts),
      firstHostile: ids([grant])[0] ?? '',
      dataLeft: ids(acts.filter((_, index) => /get|events/u.test(plan[index] ?? ''))),
      required: [
        {
          act: 'one person grants mail and calendar to a client that nobody else uses',
          ids: ids([grant]),
          minimum: 'low',
        },
        { act: 'the client makes a filter, sends and deletes at night', ids: ids(changed), minimum: 'medium' },
      ],
      quiet: days.quiet,
    }
  },
})
