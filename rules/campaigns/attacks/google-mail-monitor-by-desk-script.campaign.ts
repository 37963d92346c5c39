// The old script client of an administrator, used from elsewhere, sends copies of the board's mail to an account that nobody knows.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { emailMonitor, mailboxDump } from '../google-email-monitor.ts'
import { authorize, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import {
  app,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { userSetting } from '../google-lifecycle.ts'
import { passwordSignIn } from '../google-outside.ts'

export default attackCampaign({
  title: "A stolen administrator's script token makes an account and has three people's mail copied to it",
  sources: [
    'https://developers.google.com/workspace/admin/email-audit/monitor-email',
    'https://github.com/GAM-team/GAM/wiki',
    'https://cloud.google.com/blog/topics/threat-intelligence/unc3944-proactive-hardening-recommendations',
  ],
  facts: [
    'The Email Audit API sends a blind copy of all mail of a person to another account of the domain.',
    'Administrators have its scope among the many scopes of their command-line script; the token lies in a file.',
    'The consent to the script is years old, and the export does not contain it.',
    'The thief uses the token from a rented server in one evening, and reads the copies with a common mail program.',
  ],
  build: (random) => {
    const org = organization(random, 'quarryfield-labs.example', 26)
    const end = time('2026-04-24T18:00:00Z')
    const days = background(org, { until: end, days: 96, records: 1300 })
    const script = app(random, 'Desk Scripts', [], 'NATIVE_DESKTOP')
    const usual = steadyUse(org, script, {
      until: end,
      days: 96,
      count: 210,
      people: [org.admin],
      from: org.office,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.members.list', 'directory.users.get'],
    })
    const renamed = Array.from({ length: 12 }, (_, index) =>
      userSetting(org, {
        at: time('2026-01-26T09:10:00Z') + index * 7 * 24 * 60 * MINUTE,
        who: org.admin,
        through: script,
        name: 'CHANGE_USER_ORGANIZATION',
        values: { USER_EMAIL: person(org, 3 + index).email, OLD_VALUE: 'Team', NEW_VALUE: 'Group' },
      }),
    )

    const server = network('203.0.113.171', 64496, 'NL')
    const evening = time('2026-04-14T19:22:00Z')
    const listed = calls(org, {
      start: evening,
      count: 7,
      gap: [4, 20],
      who: org.admin,
      app: script,
      from: server,
      methods: ['directory.users.list', 'directory.groups.list', 'directory.roleAssignments.list'],
      bytes: [40_000, 160_000],
    })
    const keeper: Person = {
      email: `mail.records@${org.domain}`,
      name: 'Mail Records',
      profileId: `1${random.digits(20)}`,
      unit: 'Operations',
      home: server,
    }
    const stolen = { who: org.admin, from: server, through: script }
    const made = userSetting(org, {
      ...stolen,
      at: evening + 9 * MINUTE,
      name: 'CREATE_USER',
      values: { USER_EMAIL: keeper.email },
    })
    const board = [person(org, 2), person(org, 5), person(org, 11)]
    const watched = board.map((source, index) =>
      emailMonitor(org, {
        ...stolen,
        at: evening + (14 + index) * MINUTE,
        source,
        receiver: keeper.email,
        begin: '2026-04-14 20:00',
        end: '2026-12-31 23:00',
      }),
    )
    const exported = mailboxDump(org, {
      ...stolen,
      at: evening + 21 * MINUTE,
      source: person(org, 2),
      begin: '2025-10-01 00:00',
      end: '2026-04-14 19:00',
    })

    const reader = app(random, 'Mozilla Thunderbird', ['openid', 'email', 'https://mail.google.com/'], 'NATIVE_DESKTOP')
    const entered = passwordSignIn(org, { at: evening + 31 * MINUTE, who: keeper, from: server })
    const granted = authorize(org, { at: evening + 33 * MINUTE, who: keeper, app: reader, from: server })
    const read = [1, 2, 3, 6, 7, 8, 9].flatMap((day) =>
      Array.from({ length: 9 }, (_, index) =>
        use(org, {
          at: evening + day * 24 * 60 * MINUTE + index * 3 * MINUTE,
          who: keeper,
          app: reader,
          from: server,
          method: index % 3 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(9_000, 420_000),
        }),
      ),
    )

    return {
      records: timeline(days.records, usual, renamed, listed, [made], watched, [exported, entered, granted], read),
      firstHostile: idOf(listed[0] ?? {}),
      dataLeft: ids(listed, watched, [exported], read),
      required: [
        {
          act: "the administrator's script calls from a network that it never used",
          ids: ids(listed, [made]),
          minimum: 'medium',
        },
        { act: 'a client has all mail of three people copied to a new account', ids: ids(watched), minimum: 'high' },
        { act: 'the same client asks for the export of a whole mailbox', ids: [idOf(exported)], minimum: 'medium' },
        {
          act: 'the account of that evening grants all mail to a program and reads from the same server',
          ids: ids([granted], read),
          minimum: 'low',
        },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(0, 12), renamed.slice(4, 9))],
    }
  },
})
