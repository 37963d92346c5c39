// A stolen key of a delegated service account sets forwarding and delegates, one mailbox every few days. Only the token log is there.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { use } from '../google-events.ts'
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
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'A delegated mail tool starts to forward the mail of directors, one call every few days',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings/updateAutoForwarding',
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.forwardingAddresses/create',
  ],
  facts: [
    'A service account with domain-wide delegation can act as each user of the Workspace domain.',
    'Only service accounts with domain-wide authority may create forwarding addresses and switch forwarding on through the API.',
    'Both methods need the scope gmail.settings.sharing.',
    'An outside attacker with stolen credentials can use the delegation of an existing service account.',
    'Variant of the author: no mail is read through the API at all; Gmail itself delivers it to the attacker.',
  ],
  build: (random) => {
    const org = organization(random, 'brackenfield.example', 20)
    const start = time('2026-05-05T07:31:00Z')
    const end = start + 24 * DAY
    const days = seenIn(background(org, { until: end, days: 100, records: 2_200 }), ['token'])
    const tool: App = {
      id: random.digits(21),
      name: 'Leaver and Signature Tool',
      type: 'WEB',
      scopes: ['gmail.settings.basic', 'gmail.settings.sharing'].map(scope),
    }
    // The tool writes signatures and absence notes from the vendor's network, before and during the attack.
    const usual = steadyUse(org, tool, {
      until: end,
      days: 96,
      count: 260,
      people: org.people,
      from: network('192.0.2.77', 16509, 'IE'),
      methods: [
        'gmail.users.settings.sendAs.update',
        'gmail.users.settings.sendAs.list',
        'gmail.users.settings.updateVacation',
      ],
      impersonates: true,
    })
    const hosting = network('203.0.113.214', 63949, 'DE', 'DE-HE')
    const call = (at: number, place: number, method: string) =>
      use(org, {
        at,
        who: person(org, place),
        app: tool,
        from: hosting,
        method: `gmail.users.settings.${method}`,
        bytes: random.integer(90, 400),
        impersonates: true,
      })
    const forwarded = [1, 2, 6, 12].flatMap((place, index) => {
      const at = start + index * 5 * DAY + random.integer(0, 9) * HOUR
      return [
        call(at, place, 'forwardingAddresses.create'),
        call(at + random.integer(2, 6) * MINUTE, place, 'updateAutoForwarding'),
      ]
    })
    const delegated = [call(start + 17 * DAY + 3 * HOUR, 3, 'delegates.create')]
    return {
      records: timeline(days.records, usual, forwarded, delegated),
      firstHostile: ids(forwarded)[0] ?? '',
      dataLeft: ids(forwarded),
      required: [
        {
          act: 'a delegated client switches on forwarding for the first time, from a new network',
          ids: ids(forwarded),
          minimum: 'high',
        },
        { act: 'the same client gives somebody else access to a mailbox', ids: ids(delegated), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(0, 25))],
    }
  },
})
