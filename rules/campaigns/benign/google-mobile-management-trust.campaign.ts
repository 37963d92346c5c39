// Mobile device management comes: the work mail client is trusted and people connect it on their phones.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

const start = time('2026-05-11T07:45:00Z')

export default benignWork({
  title: 'Rollout of a managed mail client on the phones of two departments',
  sources: ['https://support.google.com/a/answer/7281227', 'https://support.google.com/a/answer/1734200'],
  resembles:
    'An administrator trusts a client, and many people give it all their mail on one day from mobile networks.',
  accounts: 7,
  days: 8,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'harbourline.example', 17)
    const quietDays = background(org, { until: start + 9 * DAY, days: 90, records: 310 })
    const client = app(
      random,
      'Shorewell Work Mail',
      ['https://mail.google.com/', 'calendar', 'contacts', 'userinfo.email', 'userinfo.profile'],
      'NATIVE_IOS',
    )
    const staff = [...inUnit(org, 'Sales'), ...inUnit(org, 'Finance')].slice(0, 7)
    const mobile = network('203.0.113.222', 64545, 'DE', 'DE-BE')
    const prepared = [
      admin(org, {
        at: start,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: client.id,
          OAUTH2_APP_NAME: client.name,
          OAUTH2_APP_TYPE: 'IOS',
          ORG_UNIT_NAME: org.domain,
        },
      }),
      admin(org, {
        at: start + 6 * MINUTE,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'BLOCK_ON_DEVICE_ACCESS',
        values: { OAUTH2_SERVICE_NAME: 'GMAIL', ORG_UNIT_NAME: org.domain },
      }),
    ]
    const pilot = authorize(org, { at: start + 40 * MINUTE, who: org.admin, app: client })
    const entered = staff.map((who, index) =>
      signIn(org, { at: start + DAY + index * 9 * MINUTE - MINUTE, who, from: mobile }),
    )
    const granted = consents(org, {
      start: start + DAY,
      gap: [520, 560],
      people: staff,
      app: client,
      from: mobile,
    })
    const read = [1, 2, 3, 4, 7].flatMap((days) =>
      staff.flatMap((who, index) =>
        calls(org, {
          start: start + days * DAY + 2 * HOUR + index * 11 * MINUTE,
          count: 4,
          gap: [40, 900],
          who,
          app: client,
          from: days % 2 === 0 ? who.home : mobile,
          methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
          bytes: [2000, 60_000],
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, prepared, [pilot], entered, granted, read),
      ids: ids(prepared, [pilot], entered, granted, read),
    }
  },
})
