// A script in the account of the victim, with a timer: Google itself runs it each night.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, signIn, userAccounts } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'A script with a timer reads the new mail of its victim each night from inside Google, past a new password',
  sources: [
    'https://www.own.security/en/ressources/blog/google-workspace-malicious-app-script-analysis',
    'https://archive.orkl.eu/7876e0f81f3a5e43b81244d7fae4427df4b94249.json',
  ],
  facts: [
    'OWN-CERT describes Apps Script as a means of persistence after the compromise of an account.',
    'The attacker writes a script in the account, authorizes it, and adds a trigger.',
    'The script runs on the servers of Google, under the account of the person who made it.',
    'The logs of Workspace show the events of the attacker, and rules can find them.',
  ],
  build: (random) => {
    const org = organization(random, 'tidewell-press.example', 24)
    const until = time('2026-06-26T18:00:00Z')
    const days = background(org, { until, days: 150, records: 1500 })
    const victim = person(org, 7)
    const host = network('192.0.2.131', 64522, 'RO')
    const at = time('2026-05-05T19:22:00Z')
    const script = app(random, 'Untitled project', [
      'https://mail.google.com/',
      'script.external_request',
      'script.scriptapp',
    ])
    const entered = signIn(org, { at, who: victim, from: host })
    const title = 'Untitled project'
    const made = file(org, { at: at + 4 * MINUTE, who: victim, from: host, name: 'create', kind: 'script', title })
    const given = authorize(org, { at: at + 11 * MINUTE, who: victim, from: host, app: script })
    const timer = file(org, {
      at: at + 12 * MINUTE,
      who: victim,
      from: host,
      name: 'script_trigger_created',
      kind: 'script',
      title,
    })
    // One list and one to three messages a night, for seven weeks.
    const nights = Array.from({ length: 50 }, (_, night) =>
      calls(org, {
        start: at + 6 * HOUR + night * DAY + random.integer(0, 50) * MINUTE,
        count: random.integer(2, 4),
        gap: [1, 4],
        who: victim,
        app: script,
        from: null,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
        bytes: [1_500, 40_000],
      }),
    ).flat()
    // The victim takes a new password after three weeks; the script goes on.
    const password = userAccounts(org, {
      at: at + 21 * DAY - 9 * HOUR,
      who: victim,
      type: 'password_change',
      name: 'password_edit',
      values: {},
    })
    return {
      records: timeline(days.records, [entered, made, given, timer, password], nights),
      firstHostile: idOf(entered),
      dataLeft: ids(nights),
      required: [
        {
          act: 'A new script gets full access to mail and the right to call other servers, from a hosting network',
          ids: ids([given]),
          minimum: 'medium',
        },
        { act: 'The script gets a timer, and reads mail each night', ids: ids([timer], nights), minimum: 'low' },
      ],
      quiet: [...days.quiet, idOf(password)],
    }
  },
})
