// The help desk forces new passwords; mail clients connect again, and applications with other scopes go on.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { crowd } from '../google-crowd.ts'
import { admin, authorize, revoke, signIn, use, userAccounts } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'After a password audit 240 of 380 people get new passwords in one week; their applications continue',
  sources: ['https://support.google.com/a/answer/6328616?hl=en'],
  resembles:
    'A password is reset by an administrator, and an application of the same account reads Drive minutes later with ' +
    'its old token; many people grant full mail scopes again on the same day, some from a new phone network.',
  accounts: 380,
  days: 36,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'saltmarshcollege.example', 24)
    const start = time('2025-08-25T00:00:00Z')
    const quiet = background(org, { until: start + 36 * DAY, days: 98, records: 480 })
    const people = crowd(org, 'sm', 'Teaching', 356)
    const mail = app(random, 'iOS Account Manager', ['https://mail.google.com/', 'calendar', 'carddav'], 'NATIVE_IOS')
    const notes = app(random, 'Lessonbook', ['drive.readonly', 'userinfo.email', 'openid'])
    const board = network('192.0.2.84', 16509, 'DE')
    const first = people.flatMap((who, index) => {
      const at = start - 60 * DAY + (index % 40) * DAY + 8 * HOUR + index * MINUTE
      return [
        authorize(org, { at, who, app: mail, from: who.home }),
        ...(index % 2 === 0 ? [authorize(org, { at: at + 2 * HOUR, who, app: notes, from: who.home })] : []),
      ]
    })
    const reads = people
      .filter((_, index) => index % 2 === 0)
      .flatMap((who, index) =>
        Array.from({ length: 6 }, (_, turn) =>
          use(org, {
            at: start - 18 * DAY + turn * 8 * DAY + (7 + (index % 9)) * HOUR + index * MINUTE,
            who,
            app: notes,
            from: board,
            method: random.pick(['drive.files.list', 'drive.files.get']),
            bytes: random.integer(2_000, 90_000),
          }),
        ),
      )
    const type = 'USER_SETTINGS'
    const week = people.slice(0, 240).flatMap((who, index) => {
      const at = start + (8 + Math.floor(index / 48)) * DAY + 8 * HOUR + (index % 48) * 9 * MINUTE
      const values = { USER_EMAIL: who.email }
      const phone = index % 5 === 0 ? network(`80.187.${index % 200}.${7 + (index % 90)}`, 3320, 'DE') : who.home
      return [
        admin(org, { at, who: org.admin, type, name: 'CHANGE_PASSWORD', values }),
        admin(org, { at: at + 20_000, who: org.admin, type, name: 'CHANGE_PASSWORD_ON_NEXT_LOGIN', values }),
        revoke(org, { at: at + MINUTE, who, app: mail, from: null }),
        signIn(org, { at: at + 30 * MINUTE, who, from: who.home }),
        userAccounts(org, {
          at: at + 32 * MINUTE,
          who,
          from: who.home,
          type: 'password_change',
          name: 'password_edit',
          values: {},
        }),
        authorize(org, { at: at + (40 + (index % 70)) * MINUTE, who, app: mail, from: phone }),
      ]
    })
    const onwards = people
      .slice(0, 240)
      .filter((_, index) => index % 6 === 0)
      .flatMap((who, index) =>
        [25, 26 * 60, 75 * 60].map((later) =>
          use(org, {
            at: start + (8 + Math.floor((index * 6) / 48)) * DAY + 8 * HOUR + (((index * 6) % 48) * 9 + later) * MINUTE,
            who,
            app: notes,
            from: board,
            method: 'drive.files.get',
            bytes: random.integer(2_000, 90_000),
          }),
        ),
      )
    return { records: timeline(quiet.records, first, reads, week, onwards), ids: ids(reads, week, onwards) }
  },
})
