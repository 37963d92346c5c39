// Mail of the director is restored into the mailbox of a clerk by the trusted backup service, and leaves with a stolen token.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { backupVendor, nightlyBackup, restoreInto } from '../google-restore.ts'

const until = time('2026-05-22T00:00:00Z')

export default attackCampaign({
  title: 'The trusted backup restores the mail of a director into the mailbox of a clerk, whose mail token is stolen',
  sources: [
    'https://docs.duplicati.com/automation-and-integration/google-workspace-backup-and-restore.md',
    'https://pypi.org/project/gwbackupy/0.9.0/',
    'https://attack.mitre.org/techniques/T1528/',
  ],
  facts: [
    'A backup service has a delegation for all mailboxes, and can restore messages into another mailbox than the first.',
    'A thief with the console of the backup service moves mail between people and needs no new grant for it.',
    'The refresh token of a desktop mail program lies in a file that stealer malware collects.',
    'The thief reads the restored messages through the program that the clerk has used for months.',
  ],
  build: (random) => {
    const org = organization(random, 'larchmere.example', 18)
    const quietDays = background(org, { until, days: 140, records: 380 })
    const vendor = backupVendor(org, 'Vaultline Backup')
    const nights = nightlyBackup(org, vendor, {
      first: time('2026-01-03T01:15:00Z'),
      days: 138,
      people: org.people,
      each: 2,
    })
    // Three times a colleague asks for deleted messages, and gets them back.
    const repairs = [
      ['2026-02-11T10:20:00Z', 9, 7],
      ['2026-03-19T14:05:00Z', 12, 5],
      ['2026-04-21T09:40:00Z', 6, 11],
    ].map(([at, index, count]) =>
      restoreInto(org, {
        at: time(`${at}`),
        who: person(org, Number(index)),
        vendor,
        count: Number(count),
        gap: [2, 5],
      }),
    )
    // The mail program of four colleagues.
    const program = app(
      random,
      'Mailbird',
      ['https://mail.google.com/', 'userinfo.email', 'contacts'],
      'NATIVE_DESKTOP',
    )
    const users = [2, 7, 10, 13].map((index) => person(org, index))
    const clerk = person(org, 7)
    const granted = consents(org, {
      start: time('2026-01-08T09:00:00Z'),
      gap: [400, 90_000],
      people: users,
      app: program,
    })
    const methods = ['gmail.users.history.list', 'gmail.users.messages.list', 'gmail.users.messages.get']
    const usual = { until, days: 130, count: 170, people: users, methods }
    const office = steadyUse(org, program, { ...usual, from: org.office })
    const home = steadyUse(org, program, { ...usual, count: 60, people: [clerk], from: clerk.home })
    // The stolen token: a few looks at odd hours for nine days.
    const server = network('203.0.113.77', 64598, 'RO')
    const start = time('2026-05-05T02:14:00Z')
    const looks = [0, 1, 3, 4, 6, 8].flatMap((day) =>
      calls(org, {
        start: start + day * DAY + random.integer(0, 150) * MINUTE,
        count: 3,
        gap: [5, 40],
        who: clerk,
        app: program,
        from: server,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get'],
        bytes: [1_800, 22_000],
      }),
    )
    // In the tenth night the backup service fills the mailbox, and the thief fetches and deletes.
    const night = time('2026-05-15T00:32:00Z')
    const restored = restoreInto(org, { at: night, who: clerk, vendor, count: 260, gap: [2, 6] })
    const reads = calls(org, {
      start: night + 34 * MINUTE,
      count: 250,
      gap: [2, 9],
      who: clerk,
      app: program,
      from: server,
      methods: ['gmail.users.messages.get'],
      bytes: [9_000, 240_000],
    })
    const deletions = [0, 1, 2].map((index) =>
      use(org, {
        at: night + 2 * HOUR + index * 20_000,
        who: clerk,
        app: program,
        from: server,
        method: 'gmail.users.messages.batchDelete',
        bytes: 0,
      }),
    )
    return {
      records: timeline(
        quietDays.records,
        nights,
        ...repairs,
        granted,
        office,
        home,
        looks,
        restored,
        reads,
        deletions,
      ),
      firstHostile: ids(looks)[0] ?? '',
      dataLeft: ids(looks, reads),
      required: [
        {
          act: 'the token of the mail program is used from a rented server abroad',
          ids: ids(looks),
          minimum: 'medium',
        },
        { act: 'the backup service writes hundreds of messages into one mailbox', ids: ids(restored), minimum: 'low' },
        { act: 'hundreds of messages are fetched with the stolen token', ids: ids(reads), minimum: 'high' },
        {
          act: 'the program deletes messages in bulk from the foreign network',
          ids: ids(deletions),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(nights.slice(300, 320), ...repairs.slice(1), office.slice(40, 60))],
    }
  },
})
