import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, file, revoke, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { DAY, HOUR, ids, inUnit, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { playground, playgroundFile, playgroundTrial } from '../google-playground.ts'

export default attackCampaign({
  title: 'A stolen session fetches mail and Drive tokens from the OAuth Playground of Google, anew every morning',
  sources: [
    'https://developers.google.com/oauthplayground/',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  facts: [
    'The Playground is a client of Google; a signed-in browser obtains a token of any scope with it, and no application is registered.',
    'The token can be copied from the page and works in any program.',
    'The Playground revokes its refresh tokens after 24 hours, so the thief grants again each day.',
    'The thief adds a filter that removes warnings, reads mail about payments and downloads the files of the treasurer.',
  ],
  build: (random) => {
    const org = organization(random, 'larkwharf.example', 18)
    const start = time('2026-05-11T05:20:00Z')
    const until = start + 9 * DAY
    const quiet = background(org, { until, days: 100, records: 360 })
    const victim = inUnit(org, 'Finance')[1] ?? person(org, 7)
    const exit = network('203.0.113.66', 64720, 'MD')
    const app = playground(['https://mail.google.com/', 'drive', 'contacts.readonly', 'gmail.settings.basic'])
    const tools = inUnit(org, 'Engineering').slice(0, 2)
    const trials = Array.from({ length: 14 }, (_, index) =>
      playgroundTrial(org, {
        at: workMoment(org, until - 2 * DAY, 94),
        who: tools[index % 2] ?? person(org, 3),
        from: org.office,
        scopes: ['openid', 'calendar.readonly', 'tasks'],
        methods: ['calendar.calendarList.list', 'tasks.tasklists.list', 'calendar.events.list'],
      }),
    )

    const mornings = [0, 1, 2, 3, 4].map((day) => start + day * DAY + day * 4 * MINUTE)
    const grants = mornings.map((at) => authorize(org, { at, who: victim, app, from: exit }))
    const ends = mornings.map((at) => revoke(org, { at: at + DAY, who: victim, app, from: null }))
    const filter = use(org, {
      at: start + 6 * MINUTE,
      who: victim,
      app,
      from: exit,
      method: 'gmail.users.settings.filters.create',
      bytes: 240,
    })
    const reads = mornings.flatMap((morning) =>
      run(org, { start: morning + 11 * MINUTE, count: 34, gap: [4, 40] }, (at, index) =>
        use(org, {
          at,
          who: victim,
          app,
          from: exit,
          method: index % 8 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(3_000, 90_000),
        }),
      ),
    )
    const titles = ['Payment plan', 'Supplier accounts', 'Signatory cards', 'Loan covenant', 'Cash forecast']
    const files = mornings.slice(1).flatMap((morning) =>
      run(org, { start: morning + HOUR, count: 7, gap: [10, 80] }, (at) =>
        file(org, {
          at,
          who: victim,
          from: exit,
          name: 'download',
          title: random.pick(titles),
          more: playgroundFile,
        }),
      ),
    )
    return {
      records: timeline(quiet.records, ...trials, grants, ends, [filter], reads, files),
      firstHostile: ids(grants)[0] ?? '',
      dataLeft: ids(reads, files),
      required: [
        {
          act: 'the treasurer grants mail, Drive and contacts to the Playground from a foreign network, five mornings in a row',
          ids: ids(grants),
          minimum: 'medium',
        },
        { act: 'a filter is created through the API from that network', ids: ids([filter]), minimum: 'medium' },
        { act: 'messages are read with the copied tokens', ids: ids(reads), minimum: 'medium' },
        { act: 'files are downloaded with the copied tokens', ids: ids(files), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(...trials.slice(2, 8))],
    }
  },
})
