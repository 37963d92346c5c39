// A company with its mail at Google starts with Office on the web: everybody sets a password with a code by mail.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, person as colleague, DAY, HOUR, ids, MINUTE, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { resetByMailCode } from '../microsoft-self-service.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title:
    'Twenty-two people set Microsoft passwords with codes in Gmail, while their mail sorter makes a filter for each',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-sspr-reporting',
    'https://developers.google.com/gmail/api/guides/filter_settings',
  ],
  resembles:
    'Password resets by mail code, while an application reads the same mailboxes, makes filters and moves messages; then first sign-ins and many downloads, in part from home.',
  accounts: 22,
  days: 15,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fennbridge', {
      feeds: 'both',
      from: '2025-06-16',
      days: 77,
      after: 16,
      records: 200,
      people: 26,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 15 * DAY, days: 91, records: 240 })

    // The sorter is known for ten weeks; the administrator asked everybody to use it.
    const sorter = app(random, 'Tidypost', ['openid', 'userinfo.email', 'gmail.modify', 'gmail.settings.basic'])
    const vendor = network('203.0.113.164', 64549, 'SE')
    const staff = Array.from({ length: 22 }, (_, index) => index + 2)
    const sorted = staff.map((index) => colleague(org, index))
    const grants = sorted.map((who, index) =>
      authorize(org, { at: start - 76 * DAY + 8 * HOUR + index * 7 * MINUTE, who, app: sorter }),
    )
    const before = steadyUse(org, sorter, {
      until: start,
      days: 74,
      count: 190,
      people: sorted,
      from: vendor,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
    })
    const earlier = [4, 9, 15, 20].map((index, turn) =>
      use(org, {
        at: start - (60 - turn * 13) * DAY + 10 * HOUR,
        who: colleague(org, index),
        app: sorter,
        from: vendor,
        method: 'gmail.users.settings.filters.create',
        bytes: 640,
      }),
    )

    // Trainings in the morning and after lunch, on seven days of two weeks.
    const microsoft: string[] = []
    const mail = staff.flatMap((index, turn) => {
      const who = person(index)
      const twin = colleague(org, index)
      const day = Math.floor(turn / 4)
      const begin =
        start + (day < 4 ? day : day + 3) * DAY + (turn % 4 < 2 ? 8 : 13) * HOUR + random.integer(2, 50) * MINUTE
      microsoft.push(
        ...resetByMailCode(log, begin, who, who.ip),
        userSignIn(log, begin + 5 * MINUTE, {
          person: who,
          client: firstParty.officeHome,
          resource: tenant.graph,
          ip: who.ip,
        }),
        // The templates of the training, and for three people the whole folder of their department.
        ...repeat(random, begin + 12 * MINUTE, turn % 8 === 3 ? 24 : 4, 2 * MINUTE, (at, step) =>
          file(log, at, {
            person: who,
            client: firstParty.officeHome,
            ip: who.ip,
            agent: who.agent,
            file: `template-${step + 1}.docx`,
            operation: 'FileDownloaded',
            site: 'training',
          }),
        ),
      )
      return [
        ...calls(org, {
          start: begin + 70_000,
          count: 3,
          gap: [5, 40],
          who: twin,
          app: sorter,
          from: vendor,
          methods: ['gmail.users.history.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
          bytes: [1_200, 30_000],
        }),
        use(org, {
          at: begin + 2 * HOUR,
          who: twin,
          app: sorter,
          from: vendor,
          method: 'gmail.users.settings.filters.create',
          bytes: random.integer(500, 800),
        }),
      ]
    })
    return {
      records: merged(days.records, grants, before, earlier, mail, log.records()),
      ids: [...ids(mail), ...microsoft],
    }
  },
})
