import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, signIn } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { recoveryChange } from '../google-group-join.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  type Network,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

export default attackCampaign({
  title:
    'After phishing, the recovery address of two researchers changes, and a mail program reads their mail for weeks',
  sources: [
    'https://blog.google/threat-analysis-group/iranian-backed-group-steps-up-phishing-campaigns-against-israel-us/',
    'https://cloud.google.com/blog/topics/threat-intelligence/untangling-iran-apt42-operations',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts',
  ],
  facts: [
    'APT42 writes to researchers as a journalist or as an organizer, and phishes the password and the second step.',
    'In the account the group prepares its return: it changes the recovery address.',
    'It uses programs for mail of third parties, and they need no second step later.',
    'It connects through anonymous VPN services, and the exits change.',
  ],
  build: (random) => {
    const org = organization(random, 'institut-osterwald.example', 26)
    const end = time('2026-04-24T15:00:00Z')
    const days = background(org, { until: end, days: 118, records: 1000 })
    const program = app(
      random,
      'Mailvane for Desktop',
      ['https://mail.google.com/', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const methods = ['gmail.users.history.list', 'gmail.users.threads.get', 'gmail.users.messages.get']
    // Three people of the institute use the same program, at home and in the office.
    const friends = [person(org, 4), person(org, 12), person(org, 20)]
    const first = time('2026-01-07T08:05:00Z')
    const usual = friends.flatMap((who, place) => [
      authorize(org, { at: first + place * 3 * DAY, who, from: org.office, app: program }),
      ...Array.from({ length: 26 }, () => {
        const start = workMoment(org, end, 92)
        const from = random.integer(0, 2) === 0 ? who.home : org.office
        return calls(org, { start, count: 3, gap: [20, 300], who, app: program, from, methods, bytes: [900, 16_000] })
      }).flat(),
    ])
    // Some changes of recovery data are harmless.
    const harmless = [2, 9, 15, 23].map((place) =>
      recoveryChange(org, {
        at: workMoment(org, end, 100),
        who: person(org, place),
        what: place % 2 ? 'phone' : 'email',
      }),
    )
    const exits = [
      network('192.0.2.151', 9009, 'GB'),
      network('192.0.2.162', 9009, 'NL'),
      network('192.0.2.164', 9009, 'SE'),
      network('192.0.2.190', 212238, 'CH'),
    ]
    const taken = (who: Person, start: number, exit: Network, visits: readonly number[]) => {
      const entered = signIn(org, { at: start, who, from: exit })
      const changed = recoveryChange(org, { at: start + 4 * MINUTE, who, from: exit, what: 'email' })
      const granted = authorize(org, { at: start + 11 * MINUTE, who, from: exit, app: program })
      const reads = visits.flatMap((day, place) =>
        calls(org, {
          start: start + day * DAY + (place === 0 ? 14 * MINUTE : random.integer(-3, 3) * HOUR),
          count: place === 0 ? 40 : 9,
          gap: [2, 40],
          who,
          app: program,
          from: place === 0 ? exit : (exits[place % exits.length] ?? exit),
          methods: ['gmail.users.threads.list', 'gmail.users.threads.get', 'gmail.users.messages.get'],
          bytes: [2_000, 60_000],
        }),
      )
      return { entered, changed, granted, reads }
    }
    const exit = exits[0] ?? org.office
    const one = taken(person(org, 7), time('2026-03-11T11:48:00Z'), exit, [0, 1, 2, 5, 8, 13, 19, 26, 34])
    const two = taken(person(org, 17), time('2026-03-19T09:31:00Z'), exits[1] ?? exit, [0, 1, 4, 7, 12, 20, 29])
    const both = [one, two]
    const reads = both.flatMap((victim) => victim.reads)
    return {
      records: timeline(
        days.records,
        usual,
        harmless,
        both.flatMap((victim) => [victim.entered, victim.changed, victim.granted]),
        reads,
      ),
      firstHostile: idOf(one.entered),
      dataLeft: ids(reads.filter((record) => /messages\.get|threads\.get/u.test(JSON.stringify(record)))),
      required: [
        {
          act: 'The first researcher changes the recovery address and grants the program all mail from a VPN exit',
          ids: ids([one.changed, one.granted]),
          minimum: 'medium',
        },
        {
          act: 'The program reads the mail of the first researcher from exits that change',
          ids: ids(one.reads),
          minimum: 'medium',
        },
        {
          act: 'The same happens to the second researcher in the same network',
          ids: ids([two.changed, two.granted]),
          minimum: 'medium',
        },
        { act: 'The program reads the mail of the second researcher', ids: ids(two.reads), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(60, 80), harmless)],
    }
  },
})
