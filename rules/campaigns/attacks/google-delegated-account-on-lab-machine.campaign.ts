import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { signedRequest, through } from '../google-federation.ts'
import {
  DAY,
  HOUR,
  idOf,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { machine, rebuild, startMachine, stopMachine } from '../google-machines.ts'

export default attackCampaign({
  title: 'A stolen developer login lets a lab machine run as the delegated account, and its startup script reads mail',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://docs.alphasoc.com/detections_and_findings/alphasoc_detections/gcp_compute_engine_instance_service_account_modified_anomaly',
    'https://securitylabs.datadoghq.com/articles/google-cloud-default-service-accounts',
  ],
  facts: [
    'A person with rights in the cloud project attaches the delegated service account to a machine, and needs no key.',
    'The machine gets tokens of its account from the metadata server, which writes no audit record.',
    'The account signs a token request on behalf of any user of the Workspace domain.',
    'The audit logs of both sides show the misuse: the change of the machine, and the calls of the delegated client.',
  ],
  build: (random) => {
    const org = organization(random, 'ulmenhof-logistik.example', 24)
    const end = time('2026-06-19T15:00:00Z')
    const days = background(org, { until: end, days: 125, records: 1050 })
    const account: ServiceAccount = {
      project: 'ulmenhof-mail-411',
      name: 'order-sorter',
      number: `1${random.digits(20)}`,
    }
    const client = delegatedApp(account, 'Order Sorter', ['gmail.modify'])
    const runner = network('192.0.2.61', 396982, 'BE')
    const first = time('2026-02-18T04:10:00Z')
    const daily = dailyDelegation(org, {
      first,
      days: 120,
      people: [...inUnit(org, 'Sales'), ...inUnit(org, 'Operations')],
      app: client,
      account,
      from: runner,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
    })
    // The job itself works without a key: its machine signs as the account on each day.
    const signs = Array.from({ length: 120 }, (_, day) => first + day * DAY - MINUTE)
      .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
      .map((at) => signedRequest(org, { at, from: runner, caller: through(account), account }))
    const developer = inUnit(org, 'Engineering')[1] ?? person(org, 8)
    const laboratory = machine(org, account.project, 'lab-parser-2')
    const work = Array.from({ length: 14 }, () => {
      const at = workMoment(org, time('2026-06-01T00:00:00Z'), 100)
      const parts = { who: developer, from: org.office, machine: laboratory }
      return [...startMachine(org, { ...parts, at }), ...stopMachine(org, { ...parts, at: at + 2 * HOUR })]
    }).flat()
    // The attacker steals the token of the developer's command line, and uses it from a rented server late in the evening.
    const server = network('192.0.2.147', 20473, 'NL')
    const taken = time('2026-06-02T21:36:00Z')
    const change = rebuild(org, { at: taken, who: developer, from: server, machine: laboratory, account })
    const outside = network('192.0.2.98', 396982, 'BE')
    const targets = [org.admin, ...inUnit(org, 'Finance').slice(0, 3)]
    const nights = [0, 0, 1, 2, 4, 5, 7, 9, 12].map((day, place) => {
      const at = taken + day * DAY + (12 + 55 * (place === 1 ? 1 : 0)) * MINUTE + random.integer(0, 5) * MINUTE
      const signed = signedRequest(org, { at, from: outside, caller: through(account), account })
      const who = targets[place % targets.length] ?? org.admin
      const reads = actsAs(org, {
        at: at + 4000,
        who,
        app: client,
        account,
        from: outside,
        methods: ['gmail.users.messages.list', ...Array.from({ length: 9 }, () => 'gmail.users.messages.get')],
      })
      return { signed, reads }
    })
    const signed = nights.map((night) => night.signed)
    const reads = nights.flatMap((night) => night.reads)
    const attached = change.filter((record) => /setServiceAccount|setMetadata/u.test(JSON.stringify(record)))
    return {
      records: timeline(days.records, daily, signs, work, change, signed, reads),
      firstHostile: idOf(change[0] ?? {}),
      dataLeft: ids(reads.filter((record) => JSON.stringify(record).includes('messages.get'))),
      required: [
        {
          act: 'A developer on a foreign network attaches the delegated account to another machine and gives it a start script',
          ids: ids(attached),
          minimum: 'medium',
        },
        { act: 'The delegated account signs token requests from a new machine', ids: ids(signed), minimum: 'medium' },
        { act: 'It reads mail of leaders and of finance, for whom it never worked', ids: ids(reads), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(daily.slice(-150, -130), signs.slice(40, 60), work.slice(0, 12))],
    }
  },
})
