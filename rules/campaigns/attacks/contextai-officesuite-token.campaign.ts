// Tokens stolen at the vendor of an AI office suite open the account of an employee of another company.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { DAY, idOf, ids, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const files = [
  'Deploy runbook',
  'Staging environment values',
  'Access overview',
  'On-call handbook',
  'Customer escalations',
  'Service credentials rotation',
  'Architecture of the build cluster',
]

export default attackCampaign({
  title: 'Context.ai office suite: stolen vendor tokens used on an employee account',
  sources: [
    'https://thompsoninfosec.com/blog/vercel-oauth-google-workspace-breach/',
    'https://vorlon.io/saas-security-blog/vercel-incident-oauth-tokens-ai-supply-chain',
    'https://www.averlon.ai/blog/what-the-vercel-context-ai-incident-means-for-you',
  ],
  facts: [
    'One employee had signed up for the AI office suite with the work account and allowed all that it asked for.',
    'The OAuth client that was abused is published as an indicator.',
    'The vendor kept the tokens of its users in its own cloud, and an intruder took them from there in March 2026.',
    'A stolen token later opened the Google Workspace account of the employee, without any sign-in or new consent.',
    'The intruder read internal material quickly and moved on with what was found.',
  ],
  build: (random) => {
    const org = organization(random, 'brightquay.example', 14)
    const suite = {
      id: '110671459871-30f1spbu0hptbs60cb4vsmv79i7bbvqj.apps.googleusercontent.com',
      name: 'Context.ai AI Office Suite',
      type: 'WEB',
      scopes: ['openid', 'email', 'profile', 'drive', 'gmail.readonly', 'calendar', 'documents'].map(scope),
    }
    const vendor = network('192.0.2.77', 64540, 'US', 'US-VA')
    const thief = network('203.0.113.61', 64655, 'NL')
    const who = person(org, 3)
    const start = time('2026-04-09T03:12:00Z')
    const quietDays = background(org, { until: start + DAY, days: 95, records: 230 })
    const signUp = authorize(org, { at: time('2026-01-20T10:24:00Z'), who, app: suite })
    const usual = steadyUse(org, suite, {
      until: start,
      days: 76,
      count: 46,
      people: [who],
      from: vendor,
      methods: ['drive.files.list', 'drive.files.get', 'gmail.users.messages.list', 'calendar.events.list'],
    })
    const look = calls(org, {
      start,
      count: 4,
      gap: [20, 50],
      who,
      app: suite,
      from: thief,
      methods: ['drive.about.get', 'drive.files.list'],
      bytes: [2_000, 60_000],
    })
    const mail = calls(org, {
      start: start + 4 * 60_000,
      count: 42,
      gap: [1, 6],
      who,
      app: suite,
      from: thief,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
      bytes: [8_000, 220_000],
    })
    const taken = run(org, { start: start + 12 * 60_000, count: 64, gap: [2, 9] }, (at) =>
      file(org, { at, who, from: thief, name: 'download', title: random.pick(files), app: suite }),
    )
    return {
      records: timeline(quietDays.records, [signUp], usual, look, mail, taken),
      firstHostile: idOf(look[0] ?? signUp),
      dataLeft: ids(mail, taken),
      required: [
        { act: 'The client works from a network that it never used', ids: ids(look, mail, taken), minimum: 'medium' },
        { act: 'Many messages read in minutes', ids: ids(mail), minimum: 'medium' },
        { act: 'Many files downloaded in minutes', ids: ids(taken), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(8, 20))],
    }
  },
})
