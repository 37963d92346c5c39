// An assistant that an employee gave everything loses its tokens; the thief searches files and mail for keys.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file, signIn, use } from '../google-events.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'

const until = time('2026-04-13T00:00:00Z')

export default attackCampaign({
  title: 'Token of an AI office assistant stolen from its vendor and used to take over an employee',
  sources: [
    'https://www.arcade.dev/blog/vercel-contextai-and-the-oauth-hoarding-problem',
    'https://www.averlon.ai/blog/what-the-vercel-context-ai-incident-means-for-you',
  ],
  facts: [
    'An employee joined a consumer AI office suite with the company account and allowed every scope it asked for.',
    'The vendor kept the tokens in its cloud, where they were stolen in March 2026.',
    'The thief acted as the employee against Google with the stolen token.',
    'From the account of the employee the thief went on to internal systems and read values kept in readable form.',
  ],
  build: (random) => {
    const org = organization(random, 'latticeforge.example', 17)
    const quietDays = background(org, { until, days: 95, records: 330 })
    const suite: App = {
      id: '110671459871-30f1spbu0hptbs60cb4vsmv79i7bbvqj.apps.googleusercontent.com',
      name: 'Context AI Office Suite',
      type: 'WEB',
      scopes: ['openid', 'userinfo.email', 'gmail.modify', 'drive', 'calendar', 'contacts.readonly', 'documents'].map(
        scope,
      ),
    }
    const employee = person(org, 8)
    const vendor = network('203.0.113.44', 64522, 'US', 'US-OR')
    const grant = authorize(org, { at: until - 71 * DAY + 9 * HOUR, who: employee, app: suite })
    const ordinary = steadyUse(org, suite, {
      until,
      days: 68,
      count: 46,
      people: [employee],
      from: vendor,
      methods: ['calendar.events.list', 'drive.files.get', 'gmail.users.messages.get', 'drive.files.list'],
    })
    const thief = network('192.0.2.33', 64598, 'LT')
    const start = time('2026-04-13T03:33:18Z')
    const search = Array.from({ length: 22 }, (_, index) =>
      use(org, {
        at: start + index * 3100,
        who: employee,
        app: suite,
        from: thief,
        method: index % 6 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
        bytes: random.integer(9_000, 140_000),
      }),
    )
    const listing = [0, 1, 2].map((page) =>
      use(org, {
        at: start + 4 * MINUTE + page * 3000,
        who: employee,
        app: suite,
        from: thief,
        method: 'drive.files.list',
        bytes: 98_000,
      }),
    )
    const titles = ['Deploy runbook', 'Environment variables', 'On-call secrets', 'Service accounts', 'Staging access']
    const downloads = Array.from({ length: 25 }, (_, index) =>
      file(org, {
        at: start + 5 * MINUTE + index * 4000,
        who: employee,
        from: thief,
        name: 'download',
        app: suite,
        title: `${titles[index % titles.length]} ${index + 1}`,
        owner: person(org, index % 12),
      }),
    )
    const takeover = signIn(org, { at: start + 2 * HOUR, who: employee, from: thief, suspicious: true })
    return {
      records: timeline(quietDays.records, [grant], ordinary, search, listing, downloads, [takeover]),
      firstHostile: ids(search)[0] ?? '',
      dataLeft: ids(search, downloads),
      required: [
        {
          act: 'token of the assistant used from a network that its vendor never used',
          ids: ids(search, listing),
          minimum: 'medium',
        },
        { act: 'files of many owners downloaded with the token', ids: ids(downloads), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
