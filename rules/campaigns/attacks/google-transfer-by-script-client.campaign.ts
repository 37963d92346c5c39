import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { absent } from '../google-guests.ts'
import {
  type App,
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { dataTransfer, userSetting } from '../google-lifecycle.ts'

export default attackCampaign({
  title:
    'With the stolen token of a script client the files of a leaver go to an idle account, and rclone fetches them',
  sources: [
    'https://www.elastic.co/guide/en/security/8.19/prebuilt-rule-8-19-25-google-workspace-drive-data-transfer-or-takeout-export-initiated.html',
    'https://docs.datadoghq.com/security/default_rules/google-workspace-admin-data-transfer-request/',
    'https://github.com/GAM-team/GAM/wiki/Authorization',
    'https://attack.mitre.org/techniques/T1528/',
  ],
  facts: [
    'The script client of the administrators keeps its refresh token in a file on their computers.',
    'A data transfer gives all Drive files of one person to another person without any sharing of single files.',
    'An attacker can send the files to an account under their own control, and take them out from there.',
    'rclone uses its own well-known client and the full Drive scope.',
  ],
  build: (random) => {
    const org = organization(random, 'salzgarten.example', 26)
    const end = time('2026-06-19T16:00:00Z')
    const left = person(org, 6)
    const idle = person(org, 17)
    const leftAt = time('2026-06-01T07:30:00Z')
    // Earlier leavers, and the two accounts of the story: they do nothing after these days.
    const leavers = [
      { source: person(org, 9), target: person(org, 10), at: time('2026-04-02T09:20:00Z') },
      { source: person(org, 12), target: person(org, 13), at: time('2026-04-28T13:05:00Z') },
      { source: person(org, 20), target: person(org, 21), at: time('2026-05-18T08:40:00Z') },
    ]
    const silent = [
      { source: left, at: leftAt },
      { source: idle, at: time('2026-04-10T00:00:00Z') },
      ...leavers.map(({ source, at }) => ({ source, at })),
    ]
    const days = silent.reduce(
      (seen, { source, at }) => absent(seen, [source], at),
      background(org, { until: end, days: 100, records: 1_000 }),
    )
    const script = app(
      random,
      'GAM',
      ['admin.directory.user', 'admin.directory.group', 'admin.datatransfer', 'apps.licensing'],
      'NATIVE_DESKTOP',
    )
    const consent = authorize(org, { at: time('2026-03-12T09:00:00Z'), who: org.admin, app: script })
    const routine = steadyUse(org, script, {
      until: end,
      days: 95,
      count: 70,
      people: [org.admin],
      from: org.office,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.users.get'],
    })
    // The same client moves the files of leavers to their managers, from the office.
    const earlier = leavers.map((parts) => dataTransfer(org, { ...parts, who: org.admin, through: script }))
    const suspended = userSetting(org, {
      at: leftAt,
      who: org.admin,
      name: 'SUSPEND_USER',
      values: { USER_EMAIL: left.email },
      through: script,
    })
    // A stealer takes the token file. The attacker comes from a dial-up network of the same country.
    const proxy = network('192.0.2.93', 3320, 'DE', 'DE-NW')
    const start = time('2026-06-03T17:52:00Z')
    const look = use(org, {
      at: start,
      who: org.admin,
      app: script,
      from: proxy,
      method: 'directory.users.list',
      bytes: 42_000,
    })
    const password = userSetting(org, {
      at: start + 21 * MINUTE,
      who: org.admin,
      from: proxy,
      name: 'CHANGE_PASSWORD',
      values: { USER_EMAIL: idle.email },
      through: script,
    })
    const moved = dataTransfer(org, {
      at: start + 26 * MINUTE,
      who: org.admin,
      from: proxy,
      source: left,
      target: idle,
      through: script,
    })
    const entry = signIn(org, { at: start + 20 * HOUR, who: idle, from: proxy })
    const rclone: App = {
      id: '202264815644.apps.googleusercontent.com',
      name: 'rclone',
      type: 'NATIVE_DESKTOP',
      scopes: [scope('drive')],
    }
    const grant = authorize(org, { at: start + 20 * HOUR + 8 * MINUTE, who: idle, app: rclone, from: proxy })
    const downloads = [1, 2, 4].flatMap((day) =>
      run(org, { start: start + day * DAY + 21 * HOUR, count: 6, gap: [40, 400] }, (at, index) =>
        file(org, {
          at,
          who: idle,
          from: proxy,
          name: 'download',
          title: `Vertrag ${day}-${index + 1}`,
          kind: 'pdf',
          app: rclone,
          more: { originating_app_id: '202264815644' },
        }),
      ),
    )
    return {
      records: timeline(
        days.records,
        [consent, suspended],
        routine,
        earlier,
        [look, password, moved, entry, grant],
        downloads,
      ),
      firstHostile: idOf(look),
      dataLeft: ids(downloads),
      required: [
        {
          act: 'The script client comes from a new network, resets an idle account and moves the files of a leaver to it',
          ids: ids([look, password, moved]),
          minimum: 'medium',
        },
        { act: 'The idle account grants the full Drive to rclone', ids: ids([grant]), minimum: 'medium' },
        { act: 'rclone downloads the files in small portions', ids: ids(downloads), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(routine.slice(0, 8))],
    }
  },
})
