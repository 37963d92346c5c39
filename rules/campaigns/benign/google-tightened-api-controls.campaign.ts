// The administrator closes the controls for third-party apps; some people meet the new limits.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, deny, request } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

const start = time('2026-03-24T14:00:00Z')

export default benignWork({
  title: 'API controls tightened after a review of connected apps',
  sources: ['https://support.google.com/a/answer/7281227'],
  resembles: 'A burst of changes to the access of applications, then refusals for several people.',
  accounts: 5,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'pinegate.example', 15)
    const quietDays = background(org, { until: start, days: 80, records: 270 })
    const game = app(random, 'Daily Trivia', ['openid', 'email', 'contacts.readonly'])
    const notes = app(random, 'Quick Notes Sync', ['openid', 'email', 'drive.readonly'])
    const change = (minute: number, name: string, values: Readonly<Record<string, string>>): ReturnType<typeof admin> =>
      admin(org, {
        at: start + minute * MINUTE,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name,
        values: { ...values, ORG_UNIT_NAME: org.domain },
      })
    const block = (minute: number, client: typeof game): ReturnType<typeof admin> =>
      change(minute, 'ADD_TO_BLOCKED_OAUTH2_APPS', {
        OAUTH2_APP_ID: client.id,
        OAUTH2_APP_NAME: client.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      })
    const before = authorize(org, { at: start - 20 * DAY, who: person(org, 5), app: game })
    const changes = [
      change(0, 'DISALLOW_SERVICE_FOR_OAUTH2_ACCESS', { OAUTH2_SERVICE_NAME: 'GMAIL_HIGH_RISK' }),
      change(1, 'DISALLOW_SERVICE_FOR_OAUTH2_ACCESS', { OAUTH2_SERVICE_NAME: 'DRIVE_HIGH_RISK' }),
      change(2, 'DISALLOW_SERVICE_FOR_OAUTH2_ACCESS', { OAUTH2_SERVICE_NAME: 'CONTACTS' }),
      change(4, 'UNTRUST_DOMAIN_OWNED_OAUTH2_APPS', {}),
      change(6, 'SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS', {}),
      block(9, game),
      block(10, notes),
    ]
    const refused = [2, 5, 6, 9].map((index, place) =>
      deny(org, {
        at: start + (20 + place * 5) * HOUR,
        who: person(org, index),
        app: place % 2 === 0 ? game : notes,
      }),
    )
    const asked = request(org, { at: start + 26 * HOUR, who: person(org, 5), app: notes })
    return {
      records: timeline(quietDays.records, [before], changes, refused, [asked]),
      ids: ids(changes, refused, [asked]),
    }
  },
})
