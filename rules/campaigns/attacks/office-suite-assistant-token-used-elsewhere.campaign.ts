// An employee allowed everything to an AI assistant; weeks later somebody else uses its token for her mail and files.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
  timeOf,
} from '../google-layouts.ts'

const vendor = network('3.94.17.120', 16509, 'US', 'US-VA')
const hosting = network('104.248.203.77', 14061, 'DE', 'DE-HE')

export default attackCampaign({
  title: 'The token of an AI office assistant with all permissions is used by somebody else',
  sources: [
    'https://www.arcade.dev/blog/vercel-contextai-and-the-oauth-hoarding-problem',
    'https://vorlon.io/saas-security-blog/vercel-incident-oauth-tokens-ai-supply-chain',
    'https://thompsoninfosec.com/blog/vercel-oauth-google-workspace-breach/',
  ],
  facts: [
    'One employee connects the AI Office Suite of Context.ai to the company account and allows everything.',
    'The organization permits such a consent without a review of an administrator.',
    'Attackers take the tokens from the cloud of the vendor in March 2026.',
    'With the token they reach the Workspace account and look for keys of other systems.',
  ],
  build: (random) => {
    const org = organization(random, 'tidewell.example', 15)
    const start = time('2026-03-24T23:05:00Z')
    const agreed = start - 48 * DAY
    const quietDays = background(org, { until: start + 2 * DAY, days: 145, records: 460 })
    const assistant = app(random, 'Contextual AI Office Suite', [
      'openid',
      'userinfo.email',
      'https://mail.google.com/',
      'drive',
      'calendar',
      'contacts',
      'admin.directory.user.readonly',
    ])
    const victim = person(org, 8)
    const consent = authorize(org, { at: agreed - 9 * HOUR, who: victim, app: assistant })
    const ordinary = steadyUse(org, assistant, {
      until: start,
      days: 46,
      count: 60,
      people: [victim],
      from: vendor,
      methods: ['gmail.users.messages.list', 'drive.files.list', 'drive.files.get', 'calendar.events.list'],
    })
    const searches = calls(org, {
      start,
      count: 12,
      gap: [8, 70],
      who: victim,
      app: assistant,
      from: hosting,
      methods: ['drive.files.list', 'gmail.users.messages.list', 'gmail.users.messages.get', 'directory.users.list'],
      bytes: [12_000, 160_000],
    })
    const titles = ['Deploy tokens', 'Production environment', 'Vendor logins', 'On-call runbook', 'Key rotation 2026']
    const downloads = run(org, { start: start + 25 * MINUTE, count: titles.length, gap: [20, 90] }, (at, index) =>
      file(org, {
        at,
        who: victim,
        from: hosting,
        name: 'download',
        title: titles[index] ?? '',
        owner: person(org, index + 1),
        app: assistant,
      }),
    )
    return {
      records: timeline(quietDays.records, [consent], ordinary, searches, downloads),
      firstHostile: ids(searches)[0] ?? '',
      dataLeft: ids(searches, downloads),
      required: [
        {
          act: 'one person allows mail, files and directory to an AI assistant',
          ids: ids([consent]),
          minimum: 'medium',
        },
        { act: 'the token of the assistant is used from another network', ids: ids(searches), minimum: 'high' },
        { act: 'the assistant downloads files with secrets from that network', ids: ids(downloads), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(ordinary.filter((one) => timeOf(one) > agreed + 21 * DAY)).slice(0, 10)],
    }
  },
})
