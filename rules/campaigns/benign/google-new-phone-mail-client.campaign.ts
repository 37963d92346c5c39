// Three people move to a new phone or mail program, which asks for all mail, calendars and contacts.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, signIn, use } from '../google-events.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

const start = time('2026-05-27T17:20:00Z')

export default benignWork({
  title: 'New phones and a desktop mail program with full mail access',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
  ],
  resembles: 'Consent to full mail access from a new address at home or in a mobile network, followed by many reads.',
  accounts: 3,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'larkspur.example', 14)
    const quietDays = background(org, { until: start + 6 * DAY, days: 75, records: 280 })
    const phone: App = {
      id: '450232826690-0rm6bs9d2fps9tifvk2oodh3tasd7vl7.apps.googleusercontent.com',
      name: 'iOS Account Manager',
      type: 'NATIVE_IOS',
      scopes: [
        'https://mail.google.com/',
        'https://www.google.com/calendar/feeds',
        'https://www.google.com/m8/feeds',
        'userinfo.email',
        'userinfo.profile',
      ].map(scope),
    }
    const desktop: App = {
      id: '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj.apps.googleusercontent.com',
      name: 'Mozilla Thunderbird Email',
      type: 'NATIVE_DESKTOP',
      scopes: ['https://mail.google.com/', 'calendar', 'https://www.googleapis.com/auth/carddav'].map(scope),
    }
    const mobile = network('198.51.100.230', 64527, 'DE', 'DE-BE')
    const moves = [
      { who: person(org, 4), client: phone, from: mobile },
      { who: person(org, 10), client: phone, from: mobile },
      { who: person(org, 6), client: desktop, from: person(org, 6).home },
    ]
    const work = moves.flatMap(({ who, client, from }, index) => {
      const at = start + index * 27 * HOUR
      return [
        signIn(org, { at, who, from }),
        authorize(org, { at: at + 40_000, who, app: client, from }),
        ...Array.from({ length: 14 }, (_, step) =>
          use(org, {
            at: at + 2 * MINUTE + step * 9000,
            who,
            app: client,
            from,
            method: step % 5 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(4000, 90_000),
          }),
        ),
      ]
    })
    return { records: timeline(quietDays.records, work), ids: ids(work) }
  },
})
