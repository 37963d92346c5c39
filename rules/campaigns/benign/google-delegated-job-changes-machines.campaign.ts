// A mail job with domain-wide delegation moves to new machines three times: each machine receives the account and a startup script.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { signedRequest, through } from '../google-federation.ts'
import { DAY, HOUR, ids, inUnit, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { machine, rebuild } from '../google-machines.ts'

export default benignWork({
  title: 'The platform team moves a delegated mail job to new machines in maintenance windows',
  sources: [
    'https://cloud.google.com/compute/docs/instances/change-service-account',
    'https://cloud.google.com/compute/docs/instances/startup-scripts/linux',
    'https://cloud.google.com/iam/docs/best-practices-service-accounts',
  ],
  resembles:
    'Somebody attaches a delegated service account to a machine in the evening, and the account reads mail from an address that is new.',
  accounts: 12,
  days: 92,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'steinbach-moebel.example', 26)
    const end = time('2026-09-25T15:00:00Z')
    const days = background(org, { until: end, days: 150, records: 1200 })
    const account: ServiceAccount = {
      project: 'steinbach-platform',
      name: 'ticket-intake',
      number: `1${random.digits(20)}`,
    }
    const client = delegatedApp(account, 'Ticket Intake', ['gmail.modify'])
    const people = [...inUnit(org, 'Sales'), ...inUnit(org, 'Operations')]
    const engineers = inUnit(org, 'Engineering')
    const first = time('2026-05-04T03:20:00Z')
    // Days of the moves; each period has its own machine and address.
    const starts = [0, 52, 80, 108]
    const periods = starts.map((start, place) => {
      const length = (starts[place + 1] ?? 143) - start
      const from = network(`192.0.2.${62 + place * 11}`, 396982, 'BE')
      const begin = first + start * DAY
      const daily = dailyDelegation(org, {
        first: begin,
        days: length,
        people,
        app: client,
        account,
        from,
        methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.modify'],
      })
      const signs = Array.from({ length }, (_, day) => begin + day * DAY - MINUTE)
        .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
        .map((at) => signedRequest(org, { at, from, caller: through(account), account }))
      return { daily, signs }
    })
    const moves = starts.slice(1).map((start, place) => {
      const who = engineers[place % 2] ?? person(org, 3)
      // Two moves in the evening from home, one in the afternoon in the office.
      const home = place !== 1
      return rebuild(org, {
        at: first + (start - 1) * DAY + (home ? 15 * HOUR + 40 * MINUTE : 10 * HOUR) + random.integer(0, 30) * MINUTE,
        who,
        from: home ? who.home : org.office,
        machine: machine(org, account.project, `intake-${place + 2}`),
        account,
      })
    })
    const later = periods.slice(1)
    return {
      records: timeline(days.records, ...periods.map((one) => [...one.daily, ...one.signs]), ...moves),
      ids: ids(...moves, ...later.flatMap((one) => [one.daily.slice(0, 60), one.signs.slice(0, 5)])),
    }
  },
})
