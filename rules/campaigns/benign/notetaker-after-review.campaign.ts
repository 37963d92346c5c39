// People ask for a meeting assistant, security reviews it, the administrator trusts it and the staff connect it.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, deny, request } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Meeting assistant with artificial intelligence, allowed after a review',
  sources: ['https://support.google.com/a/answer/7281227'],
  resembles: 'A blocked app becomes trusted, and within two days most of the staff let it read calendars and meetings.',
  accounts: 15,
  days: 30,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'northgale-design.example', 18)
    const helper = app(random, 'Fireflies.ai Notetaker', [
      'openid',
      'userinfo.email',
      'userinfo.profile',
      'calendar.events.readonly',
      'meetings.space.readonly',
      'drive.meet.readonly',
    ])
    const vendor = network('192.0.2.215', 64552, 'US', 'US-CA')
    const start = time('2026-05-11T12:15:00Z')
    const days = 30
    const quietDays = background(org, { until: start + days * DAY, days: 100, records: 220 })
    const early = org.people.slice(2, 5)
    const asked = early.flatMap((who, index) => [
      deny(org, { at: start + index * 5 * HOUR, who, app: helper }),
      request(org, { at: start + index * 5 * HOUR + MINUTE, who, app: helper }),
    ])
    const trusted = admin(org, {
      at: start + 8 * DAY - 2 * HOUR,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: helper.id,
        OAUTH2_APP_NAME: helper.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: '/',
      },
    })
    const staff = org.people.slice(1, 15)
    const connected = consents(org, { start: start + 8 * DAY, gap: [200, 9_000], people: staff, app: helper })
    const notes = staff.flatMap((who, index) =>
      [10, 11, 14, 15, 16, 17, 18, 21, 23, 25, 28].flatMap((day) =>
        calls(org, {
          start: start + day * DAY - 3 * HOUR + index * 11 * MINUTE,
          count: 2,
          gap: [4, 40],
          who,
          app: helper,
          from: vendor,
          methods: ['calendar.events.list', 'meet.conferenceRecords.transcripts.entries.list'],
          bytes: [1_200, 70_000],
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, asked, [trusted], connected, notes),
      ids: ids(asked, [trusted], connected, notes),
    }
  },
})
