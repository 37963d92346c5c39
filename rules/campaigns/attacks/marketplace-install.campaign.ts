// A Marketplace application that an administrator installs for everybody reads a few messages in each mailbox, day after day.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { admin, signIn, use } from '../google-events.ts'
import { tokenRequest } from '../google-grants.ts'
import { app, DAY, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'An application installed for the whole organization reads six messages in each mailbox',
  sources: [
    'https://developers.google.com/workspace/marketplace/example-calls-marketplace-api',
    'https://docs-cortex.paloaltonetworks.com/r/Cortex-XDR/Cortex-XDR-Analytics-Alert-Reference-by-data-source/An-app-was-added-to-Google-Marketplace',
    'https://www.paloaltonetworks.com/blog/?p=360729',
  ],
  facts: [
    'An adversary may add an application to the Workspace domain to keep a presence and to steal data.',
    'An administrator installs a Marketplace application for all people; nobody sees a consent screen of their own.',
    'An application from an unusual network, or an unusual application, makes the installation more suspect.',
    'The access evaluation log names the Marketplace as the reason why the token was allowed.',
  ],
  build: (random) => {
    const org = organization(random, 'stonefen.example', 22)
    const start = time('2026-04-14T21:18:00Z')
    const days = background(org, { until: start + 14 * DAY, days: 89, records: 880 })
    const proxy = network('203.0.113.129', 9009, 'RO', 'RO-B')
    const server = network('203.0.113.188', 24940, 'FI', 'FI-18')
    const client = app(random, 'Signet for Gmail', ['gmail.readonly', 'gmail.settings.basic', 'userinfo.email'])
    const entered = signIn(org, { at: start, who: org.admin, from: proxy })
    const values = { APP_ID: random.digits(12), APPLICATION_NAME: client.name }
    const installed = admin(org, {
      at: start + 7 * MINUTE,
      who: org.admin,
      from: proxy,
      type: 'DOMAIN_SETTINGS',
      name: 'ADD_APPLICATION',
      values: { ...values, APPLICATION_ENABLED: 'true' },
    })
    const listed = admin(org, {
      at: start + 8 * MINUTE,
      who: org.admin,
      from: proxy,
      type: 'DOMAIN_SETTINGS',
      name: 'ADD_APPLICATION_TO_WHITELIST',
      values,
    })
    // Two or three people on each working day, three calls for the token of each.
    const until = start + 14 * DAY
    const visits = org.people.map((who) => ({ who, at: workMoment(org, until, 13) }))
    const tokens = visits.map(({ who, at }) =>
      tokenRequest(org, { at, who, app: client, from: server, source: 'GOOGLE_WORKSPACE_MARKETPLACE' }),
    )
    const reads = visits.flatMap(({ who, at }) =>
      Array.from({ length: 7 }, (_, index) =>
        use(org, {
          at: at + (index + 1) * random.integer(5, 9) * MINUTE,
          who,
          app: client,
          from: server,
          method: index === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
          bytes: random.integer(2_000, 40_000),
        }),
      ),
    )
    return {
      records: timeline(days.records, [entered, installed, listed], tokens, reads),
      firstHostile: ids([entered])[0] ?? '',
      dataLeft: ids(reads),
      required: [
        {
          act: 'an application with mail access is installed for everybody from an unknown network',
          ids: ids([installed, listed]),
          minimum: 'medium',
        },
        { act: 'a new client takes tokens for all accounts and reads mail', ids: ids(tokens, reads), minimum: 'high' },
      ],
      quiet: days.quiet,
    }
  },
})
