// Three people leave: accounts are suspended, app grants are removed and the files go to the managers.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Off-boarding of three people with the handover of their files',
  sources: [
    'https://support.google.com/a/answer/33314',
    'https://support.google.com/a/answer/1247799',
    'https://buralog.jp/en/prevent-data-leak-retired-accounts-en/',
  ],
  resembles: 'An administrator changes passwords, moves the ownership of hundreds of files and deletes accounts.',
  accounts: 4,
  days: 31,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'saltmeadow.example', 17)
    const start = time('2026-06-30T14:00:00Z')
    const quietDays = background(org, { until: start - DAY, days: 90, records: 230 })
    const used = [
      app(random, 'Slack', ['openid', 'email', 'profile']),
      app(random, 'Zoom', ['openid', 'userinfo.email', 'calendar.events']),
      app(random, 'HubSpot', ['openid', 'userinfo.email', 'gmail.send', 'calendar.events']),
    ]
    const leavers = [person(org, 4), person(org, 9), person(org, 13)]
    const managers = [person(org, 2), person(org, 6), person(org, 2)]
    const earlier = leavers.flatMap((who, index) =>
      used.map((one, turn) => authorize(org, { at: start - (80 - index * 9 - turn) * DAY - 4 * HOUR, who, app: one })),
    )
    const work = leavers.flatMap((who, index) => {
      const at = start + index * 25 * MINUTE
      const manager = managers[index] ?? org.admin
      const step = (minutes: number, name: string, more: Record<string, string> = {}) =>
        admin(org, {
          at: at + minutes * MINUTE,
          who: org.admin,
          type: 'USER_SETTINGS',
          name,
          values: { USER_EMAIL: who.email, ...more },
        })
      return [
        step(0, 'CHANGE_PASSWORD'),
        step(1, 'RESET_SIGNIN_COOKIES'),
        ...used.map((one, turn) => step(2 + turn, 'REVOKE_3LO_TOKEN', { APP_ID: one.id })),
        step(6, 'SUSPEND_USER'),
        ...['sales', 'all'].map((group, turn) =>
          admin(org, {
            at: at + (8 + turn) * MINUTE,
            who: org.admin,
            type: 'GROUP_SETTINGS',
            name: 'REMOVE_GROUP_MEMBER',
            values: { GROUP_EMAIL: `${group}@${org.domain}`, USER_EMAIL: who.email },
          }),
        ),
        step(12, 'CREATE_DATA_TRANSFER_REQUEST', {
          DESTINATION_USER_EMAIL: manager.email,
          APPLICATION_NAME: 'Drive and Docs',
        }),
        ...run(org, { start: at + 20 * MINUTE, count: 70, gap: [1, 4] }, (moment, turn) =>
          file(org, {
            at: moment,
            who: org.admin,
            from: null,
            name: 'change_owner',
            title: `Handover file ${turn + 1}`,
            owner: manager,
            more: { old_value: ['owner'], new_value: ['owner'], target_user: manager.email },
          }),
        ),
        admin(org, {
          at: at + 30 * DAY,
          who: org.admin,
          type: 'USER_SETTINGS',
          name: 'DELETE_USER',
          values: { USER_EMAIL: who.email },
        }),
      ]
    })
    return { records: timeline(quietDays.records, earlier, work), ids: ids(work) }
  },
})
