// The marketing team of a company runs a season of webinars with a tool that invites, reminds and writes lists.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { guestByClient } from '../google-sharing.ts'

export default benignWork({
  title: 'A marketing team runs a season of webinars with a tool that invites guests, sends reminders and writes lists',
  sources: [
    'https://developers.google.com/workspace/gmail/api/guides/sending',
    'https://developers.google.com/workspace/calendar/api/concepts/sharing',
    'https://developers.google.com/people/v1/contacts',
  ],
  resembles:
    'A client reads all contacts, sends hundreds of messages in the names of five people and invites strangers to meetings.',
  accounts: 5,
  days: 16,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'pendelwerk.example', 27)
    const end = time('2026-03-27T16:00:00Z')
    const days = background(org, { until: end, days: 98, records: 860 })
    const stage = app(random, 'Rampenlicht Webinare', [
      'openid',
      'userinfo.email',
      'gmail.send',
      'calendar.events',
      'contacts.readonly',
      'drive.file',
    ])
    // The vendor has three addresses in one network, and has used all of them for months.
    const servers = [21, 22, 23].map((last) => network(`203.0.113.${last}`, 64_544, 'FR'))
    const [newcomer, ...team] = inUnit(org, 'Sales').slice(0, 5)
    const before = consents(org, {
      start: end - 97 * DAY - 5 * HOUR,
      gap: [500, 4_000],
      people: team,
      app: stage,
      from: org.office,
    })
    const settled = servers.flatMap((from) =>
      steadyUse(org, stage, {
        until: end,
        days: 96,
        count: 70,
        people: team,
        from,
        methods: [
          'gmail.users.messages.send',
          'calendar.events.patch',
          'people.connections.list',
          'drive.files.create',
        ],
      }),
    )
    const start = time('2026-03-09T07:30:00Z')
    const joined = newcomer
      ? [authorize(org, { at: start + 40 * MINUTE, who: newcomer, app: stage, from: org.office })]
      : []
    const hosts = newcomer ? [...team, newcomer] : team
    const events = hosts.flatMap((who, place) => {
      const at = start + (1 + place * 3) * DAY + 2 * HOUR
      const title = `Webinar ${place + 1}: service and spare parts`
      const access = { who, app: stage, from: servers[place % 3] ?? null }
      const contacts = inRow(org, at, 6, [1, 4]).map((moment) =>
        use(org, { ...access, at: moment, method: 'people.connections.list', bytes: random.integer(20_000, 90_000) }),
      )
      const invited = inRow(org, at + 10 * MINUTE, 30, [2, 9]).flatMap((moment, count) =>
        guestByClient(org, {
          ...access,
          at: moment,
          guest: `gast${place * 30 + count}@kundschaft${count % 11}.example`,
          title,
          starts: at + DAY + 5 * HOUR,
        }),
      )
      // Reminders an hour before the webinar, and thanks one hour after it.
      const sent = [4, 7].flatMap((later) =>
        inRow(org, at + DAY + later * HOUR, 45, [2, 7]).map((moment) =>
          use(org, {
            ...access,
            at: moment,
            from: servers[(place + later) % 3] ?? null,
            method: 'gmail.users.messages.send',
            bytes: random.integer(260, 420),
          }),
        ),
      )
      const listed = file(org, {
        ...access,
        at: at + DAY + 8 * HOUR,
        name: 'create',
        title: `${title} - guests`,
        kind: 'spreadsheet',
        more: { api_method: 'drive.files.create' },
      })
      return [...contacts, ...invited, ...sent, listed]
    })
    return {
      records: timeline(days.records, before, settled, joined, events),
      ids: ids(joined, events),
    }
  },
})
