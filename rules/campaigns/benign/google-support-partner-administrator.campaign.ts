// A new support partner of the reseller gets an administrator account, resets a lost second step, and sets up phones of new people.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn, userAccounts } from '../google-events.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

export default benignWork({
  title: 'A support partner starts its work as administrator',
  sources: [
    'https://support.google.com/a/answer/6180818',
    'https://support.google.com/a/answer/9176734',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-delegated-admin-settings',
  ],
  resembles:
    'A new administrator works from a new network, turns off second steps, sets passwords, and mail clients follow.',
  accounts: 6,
  days: 30,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'stonebrook.example', 15)
    const start = time('2026-02-23T08:30:00Z')
    const calm = background(org, { until: start + 30 * DAY, days: 98, records: 360 })
    const partnerOffice = network('217.110.94.22', 20676, 'DE', 'DE-BY')
    const partner: Person = {
      ...person(org, 2),
      email: `support.partner@${org.domain}`,
      profileId: `1${random.digits(20)}`,
    }
    const by = (who: Person, at: number, type: string, name: string, values: Record<string, string>) =>
      admin(org, { at, who, from: who === partner ? partnerOffice : org.office, type, name, values })
    const set = { USER_EMAIL: partner.email }
    const begin = [
      by(org.admin, start, 'USER_SETTINGS', 'CREATE_USER', set),
      by(org.admin, start + 9 * MINUTE, 'DELEGATED_ADMIN_SETTINGS', 'ASSIGN_ROLE', {
        ROLE_NAME: '_USER_MANAGEMENT_ADMIN_ROLE',
        ...set,
      }),
      signIn(org, { at: start + 3 * HOUR, who: partner, from: partnerOffice }),
      userAccounts(org, {
        at: start + 3 * HOUR + 4 * MINUTE,
        who: partner,
        from: partnerOffice,
        type: '2sv_change',
        name: '2sv_enroll',
        values: {},
      }),
    ]
    const phone = app(
      random,
      'iOS Account Manager',
      ['https://mail.google.com/', 'calendar', 'carddav', 'userinfo.email', 'userinfo.profile'],
      'NATIVE_IOS',
    )
    const tickets = [4, 6, 9, 11].flatMap((index, order) => {
      const who = person(org, index)
      const at = start + (3 + order * 6) * DAY + (1 + order) * HOUR
      return [
        by(partner, at, 'USER_SETTINGS', 'TURN_OFF_2_STEP_VERIFICATION', { USER_EMAIL: who.email }),
        by(partner, at + 2 * MINUTE, 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: who.email }),
        signIn(org, { at: at + 16 * MINUTE, who, from: who.home }),
        userAccounts(org, {
          at: at + 19 * MINUTE,
          who,
          from: who.home,
          type: '2sv_change',
          name: '2sv_enroll',
          values: {},
        }),
        authorize(org, { at: at + 24 * MINUTE, who, app: phone, from: who.home }),
      ]
    })
    const daily = Array.from({ length: 20 }, (_, index) =>
      signIn(org, { at: start + (index + 4) * DAY + HOUR + index * MINUTE, who: partner, from: partnerOffice }),
    )
    return { records: timeline(calm.records, begin, tickets, daily), ids: ids(begin, tickets, daily) }
  },
})
