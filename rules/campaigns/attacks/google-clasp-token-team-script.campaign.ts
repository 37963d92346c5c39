// The stolen token of a script developer changes a script that colleagues have already allowed.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'
import { clasp, push, scriptCall } from '../google-scripts.ts'

const start = time('2026-02-10T23:41:00Z')

export default attackCampaign({
  title:
    'A stolen token of the Apps Script command line changes a team script, which then reads the mail of six people',
  sources: [
    'https://www.own.security/en/ressources/blog/google-workspace-malicious-app-script-analysis',
    'https://developers.google.com/apps-script/guides/clasp',
    'https://www.builtlist.io/post/analysis-of-exposed-secrets-in-enterprise-apps-script-code',
  ],
  facts: [
    'The command line for Apps Script keeps a refresh token in a file of the home directory, where malicious packages look for secrets.',
    'With this token an intruder reads the scripts of the developer from a rented server, and pushes new code into one of them.',
    'Colleagues have already allowed the script, so the new code runs in their names from inside Google without a new consent.',
    'A second push from another server asks for all files, and three colleagues accept it in the next morning.',
  ],
  build: (random) => {
    const org = organization(random, 'marlowquay.example', 17)
    const quietDays = background(org, { until: start + 14 * DAY, days: 120, records: 340 })
    const developer = person(org, 3)
    const team = [1, 5, 6, 10, 11, 16].map((index) => person(org, index))
    const tracker = app(random, 'Lead tracker', [
      'spreadsheets',
      'gmail.readonly',
      'script.external_request',
      'script.scriptapp',
      'userinfo.email',
    ])

    const allowed = [
      authorize(org, { at: start - 104 * DAY - 9 * HOUR, who: developer, app: clasp }),
      ...consents(org, { start: start - 96 * DAY - 13 * HOUR, gap: [300, 2_400], people: team, app: tracker }),
    ]
    const pushes = Array.from({ length: 26 }, (_, index) =>
      push(org, {
        at: workMoment(org, start, 102),
        who: developer,
        from: index % 4 === 0 ? developer.home : org.office,
        deploys: index % 5 === 0,
      }),
    ).flat()
    const mornings = Array.from({ length: 108 }, (_, day) => start - 95 * DAY + day * DAY)
      .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
      .flatMap((at, day) => {
        const who = team[day % team.length] ?? org.admin
        const seven = Math.floor(at / DAY) * DAY + 6 * HOUR + random.integer(0, 900) * 1000
        const bytes = random.integer(1_100, 5_200)
        return [
          use(org, { at: seven, who, app: tracker, from: null, method: 'gmail.users.threads.list', bytes }),
          scriptCall(org, {
            at: seven + 4_000,
            who,
            app: tracker,
            from: null,
            method: 'sheets.spreadsheets.values.append',
            bytes: random.integer(300, 900),
          }),
        ]
      })

    const rented = network('193.29.57.104', 9009, 'RO')
    const second = network('146.70.116.21', 9009, 'CH')
    const looks = run(org, { start, count: 7, gap: [9, 40] }, (at, index) =>
      scriptCall(org, {
        at,
        who: developer,
        app: clasp,
        from: rented,
        method: index < 2 ? 'drive.files.list' : 'script.projects.getContent',
        bytes: random.integer(2_000, 31_000),
      }),
    )
    const changed = push(org, { at: start + 21 * MINUTE, who: developer, from: rented, deploys: true })
    const nights = [0, 1, 2, 3, 4, 5].flatMap((night) =>
      team.flatMap((who, place) =>
        run(
          org,
          { start: start + night * DAY + 2 * HOUR + place * 9 * MINUTE, count: random.integer(9, 15), gap: [3, 14] },
          (at, index) =>
            use(org, {
              at,
              who,
              app: tracker,
              from: null,
              method: index === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
              bytes: random.integer(6_000, 140_000),
            }),
        ),
      ),
    )

    const later = start + 6 * DAY + 40 * MINUTE
    const again = push(org, { at: later, who: developer, from: second, deploys: true })
    const wider = { ...tracker, scopes: [...tracker.scopes, scope('drive')] }
    const accepted = consents(org, {
      start: later + 8 * HOUR,
      gap: [1_200, 5_400],
      people: team.slice(0, 3),
      app: wider,
    })
    const copies = [1, 2].flatMap((night) =>
      team.slice(0, 3).flatMap((who, place) =>
        run(org, { start: later + night * DAY + HOUR + place * 17 * MINUTE, count: 14, gap: [4, 21] }, (at, index) =>
          scriptCall(org, {
            at,
            who,
            app: wider,
            from: null,
            method: index === 0 ? 'drive.files.list' : 'drive.files.export',
            bytes: random.integer(20_000, 900_000),
          }),
        ),
      ),
    )

    return {
      records: timeline(quietDays.records, allowed, pushes, mornings, looks, changed, nights, again, accepted, copies),
      firstHostile: ids(looks)[0] ?? '',
      dataLeft: ids(nights, copies),
      required: [
        {
          act: 'The script command line of a developer reads and changes scripts from two rented servers',
          ids: ids(looks, changed, again),
          minimum: 'medium',
        },
        { act: 'A team script reads the messages of six people each night', ids: ids(nights), minimum: 'medium' },
        {
          act: 'The changed script gets the right to all files from three people',
          ids: ids(accepted),
          minimum: 'medium',
        },
        { act: 'The script copies the files of three people at night', ids: ids(copies), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(pushes.slice(8, 24), mornings.slice(20, 40))],
    }
  },
})
