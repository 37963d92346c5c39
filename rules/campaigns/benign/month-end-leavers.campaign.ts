// Five people leave at the end of the month: the help desk closes accounts, and managers get the files.
import { benignWork, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, revoke } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, time, timeline, timeOf } from '../google-layouts.ts'

export default benignWork({
  title: 'At the end of a month five accounts are closed: password, cookies, tokens, suspension, transfer of files',
  sources: [
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-user-settings',
    'https://developers.google.com/workspace/admin/data-transfer/v1/get-started/overview',
  ],
  resembles:
    'An administrator changes passwords, revokes tokens and suspends people within an hour; then others take over and download many files.',
  accounts: 24,
  days: 100,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'cedarline.example', 24)
    const days = background(org, { until: time('2026-05-08T18:00:00Z'), days: 100, records: 1000 })
    const tools = [
      app(random, 'Pipedrift CRM', ['openid', 'userinfo.email', 'gmail.modify', 'calendar']),
      app(random, 'Slidehub', ['openid', 'userinfo.email', 'drive.readonly']),
    ]
    const leavers = [3, 8, 12, 17, 21].map((index) => person(org, index))
    const before = leavers.flatMap((who, index) =>
      tools.map((tool) => authorize(org, { at: time('2026-02-10T09:00:00Z') + index * DAY, who, app: tool })),
    )
    const evening = time('2026-04-30T15:00:00Z')
    const work = leavers.flatMap((who, index) => {
      const at = evening + index * 11 * MINUTE
      const manager = person(org, index + 4 === 8 ? 10 : index + 4)
      const act = (later: number, name: string, values: Readonly<Record<string, string>> = {}) =>
        admin(org, {
          at: at + later * MINUTE,
          who: org.admin,
          type: 'USER_SETTINGS',
          name,
          values: { USER_EMAIL: who.email, ...values },
        })
      return [
        act(0, 'CHANGE_PASSWORD'),
        act(1, 'RESET_SIGNIN_COOKIES'),
        ...tools.map((tool, i) => act(2 + i, 'REVOKE_3LO_TOKEN', { APP_ID: tool.id })),
        ...tools.map((tool, i) => revoke(org, { at: at + (2 + i) * MINUTE + 2000, who, app: tool, from: null })),
        act(5, 'SUSPEND_USER'),
        act(6, 'CREATE_DATA_TRANSFER_REQUEST', {
          DESTINATION_USER_EMAIL: manager.email,
          APPLICATION_NAME: 'Drive and Docs',
        }),
        // The transfer: the files change their owner in the night.
        ...Array.from({ length: random.integer(30, 70) }, (_, n) =>
          file(org, {
            at: evening + 5 * HOUR + index * 20 * MINUTE + n * 1500,
            who: org.admin,
            from: null,
            name: 'change_owner',
            title: random.pick(['Customer list', 'Offer', 'Notes', 'Forecast', 'Contract']),
            owner: manager,
            more: { new_owner: manager.email, target_user: manager.email },
          }),
        ),
        // The manager looks through them in the next week, and downloads some.
        ...Array.from({ length: random.integer(15, 30) }, (_, n) =>
          file(org, {
            at: evening + 4 * DAY - 6 * HOUR + (n * 7 + random.integer(0, 5)) * MINUTE,
            who: manager,
            name: random.pick(['view', 'view', 'download']),
            title: random.pick(['Customer list', 'Offer', 'Notes', 'Forecast', 'Contract']),
          }),
        ),
      ]
    })
    // A closed account does nothing any more.
    const gone = new Set(leavers.map((who) => who.email))
    const actorOf = (record: RawRecord): string => (record as { actor?: { email?: string } }).actor?.email ?? ''
    const usual = days.records.filter((record) => timeOf(record) < evening || !gone.has(actorOf(record)))
    return { records: timeline(usual, before, work), ids: ids(work) }
  },
})
