// A nameless application with a loopback reply address gets into three stolen accounts within five weeks.
import { attackCampaign } from '../campaign.ts'
import { addressedConsent } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const rounds = [
  { victim: 7, day: 0, proxy: '192.0.2.34' },
  { victim: 12, day: 16, proxy: '192.0.2.118' },
  { victim: 4, day: 31, proxy: '192.0.2.35' },
] as const

export default attackCampaign({
  title: 'An application whose name is eight dots collects mail in three stolen accounts within five weeks',
  sources: [
    'https://www.huntress.com/blog/traitorware-court-the-case-for-sigparser',
    'https://github.com/HuskyHacks/cazadora',
    'https://www.cyera.com/research-labs/hidden-and-enabled-the-long-lived-risk-of-malicious-oauth-applications',
  ],
  facts: [
    'Intruders add applications that they made themselves to stolen accounts, and such applications are rare across tenants.',
    'Signs of such applications are names without letters, such as eight dots, and the reply address http://localhost:7823/access/.',
    'The intruder gives the consent within the stolen session, with the scopes for mail and contacts and with offline access.',
    'Such applications stay enabled for a long time, and keep their access to mail without the stolen session.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'saltmarsh', {
      feeds: 'audit',
      from: '2025-08-04',
      days: 84,
      after: 48,
    })
    const { graph } = tenant
    // Two colleagues have used a scheduling tool that reads their mail for a long time.
    const scheduler = makeApp(random, 'Slotwise Scheduling', random.uuid(), { ip: '203.0.113.47' })
    const usual = routine(log, start - 84 * day, 130, 80, (at) => {
      const owner = person(random.pick([5, 9]))
      return mailRead(log, at, { owner, client: scheduler, ip: scheduler.ip }, random.integer(1, 4))
    }).slice(0, 20)

    const dots = makeApp(random, '........', random.uuid(), { reply: 'http://localhost:7823/access/' })
    const scopes = 'Contacts.Read Mail.Read Mail.Send User.Read offline_access openid profile'
    const enter = (victim: Person, at: number, ip: string, isNew: boolean) => {
      const session = random.uuid()
      const stolen = signInAudit(log, at, {
        person: victim,
        client: firstParty.officeHome,
        resource: graph,
        ip,
        agent: tenant.admin.agent,
        session,
      })
      const opened = signInAudit(log, at + 26 * minute, {
        person: victim,
        client: dots,
        resource: graph,
        ip,
        agent: tenant.admin.agent,
        session,
      })
      return {
        stolen,
        consented: [
          opened,
          ...addressedConsent(log, at + 27 * minute, { by: victim, app: dots, resource: graph, scopes, isNew }),
        ],
      }
    }
    const server = '192.0.2.201'
    const read = (victim: Person, at: number, count: number) =>
      repeat(random, at, count, 19 * hour, (moment, i) =>
        mailRead(
          log,
          moment,
          { owner: victim, client: dots, ip: server },
          random.integer(2, 7),
          i % 2 === 0 ? '\\Sent Items' : '\\Inbox',
        ),
      )

    const entered = rounds.map((round, i) => {
      const at = start + round.day * day + (8 + i * 2) * hour + 11 * minute
      const victim = person(round.victim)
      const { stolen, consented } = enter(victim, at, round.proxy, i === 0)
      return { stolen, consented, reads: read(victim, at + 5 * hour, 12 - i * 2) }
    })
    const payer = person(12)
    const sent = repeat(random, start + 38 * day + 9 * hour, 6, 7 * minute, (at) =>
      mailSend(log, at, { owner: payer, client: dots, ip: server }, 'Re: new bank details for open invoices'),
    )
    const [first, second, third] = entered
    if (first === undefined || second === undefined || third === undefined) throw new RangeError('three rounds')
    const reads = entered.flatMap((round) => round.reads)

    return {
      records: log.records(),
      firstHostile: first.stolen,
      dataLeft: reads,
      required: [
        {
          act: 'A new application without a name gets consent for mail within a session from an unknown network',
          ids: first.consented,
          minimum: 'medium',
        },
        { act: 'The nameless application reads mail from a rented server', ids: reads, minimum: 'high' },
        {
          act: 'Two more people consent to the same nameless application from unknown networks',
          ids: [...second.consented, ...third.consented],
          minimum: 'medium',
        },
        {
          act: 'The application sends letters about bank details from the mailbox of a victim',
          ids: sent,
          minimum: 'high',
        },
      ],
      quiet: [...quiet, ...usual],
    }
  },
})
