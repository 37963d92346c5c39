// Two people leave: access ends, tokens are revoked, files go to the successor.
import { benignWork, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, revoke } from '../google-events.ts'
import { app, DAY, ids, MINUTE, organization, person, time, timeline, timeOf } from '../google-layouts.ts'

const start = time('2026-04-30T16:00:00Z')

export default benignWork({
  title: 'Off-boarding with revoked tokens and transferred files',
  sources: ['https://support.google.com/a/answer/6329207'],
  resembles: 'An administrator changes passwords, ends sessions and moves all files of an account to another one.',
  accounts: 3,
  days: 4,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'hazelcroft.example', 16)
    const quietDays = background(org, { until: start + 6 * DAY, days: 70, records: 260 })
    const tools = ['Asana Desktop', 'Zoom Mobile', 'Slack Mobile'].map((name) =>
      app(random, name, ['openid', 'userinfo.email', 'calendar.events']),
    )
    const leavers = [person(org, 4), person(org, 9)]
    const successor = person(org, 14)
    const before = leavers.flatMap((who, index) =>
      tools.map((tool, step) => authorize(org, { at: start - (40 + index * 5 + step) * DAY, who, app: tool })),
    )
    const work = leavers.flatMap((who, index) => {
      const at = start + index * DAY
      const act = (minute: number, name: string, values: Readonly<Record<string, string>>, type = 'USER_SETTINGS') =>
        admin(org, {
          at: at + minute * MINUTE,
          who: org.admin,
          type,
          name,
          values: { USER_EMAIL: who.email, ...values },
        })
      return [
        act(0, 'CHANGE_PASSWORD', {}),
        act(1, 'RESET_SIGNIN_COOKIES', {}),
        ...tools.map((tool, step) => act(2 + step, 'REVOKE_3LO_TOKEN', { APP_ID: tool.id })),
        ...tools.map((tool, step) => revoke(org, { at: at + (2 + step) * MINUTE + 900, who, app: tool, from: null })),
        act(6, 'SUSPEND_USER', {}),
        act(12, 'CREATE_DATA_TRANSFER_REQUEST', {
          DESTINATION_USER_EMAIL: successor.email,
          APPLICATION_NAME: 'Drive and Docs',
        }),
      ]
    })
    const last = admin(org, {
      at: start + 3 * DAY,
      who: org.admin,
      type: 'USER_SETTINGS',
      name: 'DELETE_USER',
      values: { USER_EMAIL: leavers[0]?.email ?? '' },
    })
    const gone = leavers.map((who) => who.email)
    const emailOf = (record: RawRecord): string => (record as { actor?: { email?: string } }).actor?.email ?? ''
    const rest = quietDays.records.filter((one) => timeOf(one) < start || !gone.includes(emailOf(one)))
    return { records: timeline(rest, before, work, [last]), ids: ids(work, [last]) }
  },
})
