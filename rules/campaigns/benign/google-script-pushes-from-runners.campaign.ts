// Two developers move the release of team scripts from their laptops to the runners of a build service.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { anyAddress } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, organization, person, scope, time, timeline } from '../google-layouts.ts'
import { clasp, push, scriptCall } from '../google-scripts.ts'

const start = time('2026-04-13T08:10:00Z')

export default benignWork({
  title:
    'Two script developers move their releases from laptops to rented build runners, and one script gets another scope',
  sources: ['https://github.com/google/clasp', 'https://developers.google.com/apps-script/guides/clasp'],
  resembles:
    'The token of the script command line is used from addresses of a hosting provider that change each time, also at night, and a script that colleagues allowed gets new code.',
  accounts: 8,
  days: 18,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'ottermill.example', 16)
    const quietDays = background(org, { until: start + 19 * DAY, days: 115, records: 320 })
    const developers = [person(org, 3), person(org, 8)]
    const team = [2, 5, 7, 9, 12, 14].map((index) => person(org, index))
    const roster = app(random, 'Shift roster', [
      'spreadsheets',
      'calendar.events',
      'script.scriptapp',
      'userinfo.email',
    ])
    const mails = { ...roster, scopes: [...roster.scopes, scope('script.send_mail')] }

    const earlier = [
      ...developers.map((who, index) => authorize(org, { at: start - (108 - index) * DAY, who, app: clasp })),
      ...consents(org, { start: start - 97 * DAY, gap: [300, 2_600], people: team, app: roster }),
    ]
    const laptops = Array.from({ length: 34 }, (_, index) => {
      const who = developers[index % 2] ?? org.admin
      return push(org, {
        at: workMoment(org, start, 100),
        who,
        from: index % 5 === 0 ? who.home : org.office,
        deploys: index % 6 === 0,
      })
    }).flat()
    const runs = (until: number, days: number, count: number) =>
      Array.from({ length: count }, (_, index) => {
        const at = workMoment(org, until, days)
        const who = team[index % team.length] ?? org.admin
        const bytes = random.integer(400, 3_000)
        return [
          scriptCall(org, { at, who, app: roster, from: null, method: 'sheets.spreadsheets.values.get', bytes }),
          use(org, { at: at + 5_000, who, app: roster, from: null, method: 'calendar.events.insert', bytes }),
        ]
      }).flat()
    const before = runs(start, 94, 80)

    // Each developer logs in once more, for the secret of the pipeline.
    const logins = developers.map((who, index) =>
      authorize(org, { at: start + index * 50 * MINUTE, who, app: clasp, from: org.office }),
    )
    const runner = () => anyAddress(org, random.pick(['20.57', '20.161', '52.176', '172.183']), 8075, 'US')
    const workdays = Array.from({ length: 17 }, (_, day) => day).filter((day) => day % 7 < 5)
    const releases = workdays.flatMap((day) => {
      const who = developers[day % 2] ?? org.admin
      const at = start + day * DAY + random.integer(2, 8) * HOUR
      const pushes = day % 3 === 1 ? [at, at + 38 * MINUTE, at + 95 * MINUTE] : [at]
      return pushes.flatMap((when) => push(org, { at: when, who, from: runner(), deploys: true }))
    })
    // The nightly job compares the scripts with the repository.
    const nightly = Array.from({ length: 17 }, (_, day) =>
      [0, 1, 2].map((script) =>
        scriptCall(org, {
          at: start + day * DAY + 18 * HOUR + script * 7_000,
          who: developers[0] ?? org.admin,
          app: clasp,
          from: runner(),
          method: 'script.projects.getContent',
          bytes: random.integer(4_000, 26_000),
        }),
      ),
    ).flat()
    const again = consents(org, { start: start + 9 * DAY + 4 * HOUR, gap: [600, 9_000], people: team, app: mails })
    const after = runs(start + 19 * DAY, 18, 26)

    return {
      records: timeline(quietDays.records, earlier, laptops, before, logins, releases, nightly, again, after),
      ids: ids(logins, releases, nightly, again, after),
    }
  },
})
