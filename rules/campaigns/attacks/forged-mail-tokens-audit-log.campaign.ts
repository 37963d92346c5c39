import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Forged tokens read three mailboxes slowly through a client that no mailbox has seen',
  sources: ['https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-193a'],
  facts: [
    'An agency saw MailItemsAccessed events with an unexpected ClientAppID and AppID in the unified audit log.',
    'The AppId did not usually access mailbox items in that environment.',
    'The actor forged tokens for a small number of accounts, so there was no consent and no sign-in.',
    'CISA and the FBI know of no other log that would have shown the activity.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'forrest-agency', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 84,
      after: 28,
      people: 24,
      records: 520,
    })
    const client = makeApp(random, '', random.uuid())
    const reads: string[] = []
    // Three mailboxes, one or two short visits on a working day, from addresses of a relay network.
    for (const [k, owner] of [person(6), person(11), person(17)].entries())
      for (let d = 0; d < 24; d += 1) {
        const at = start + d * day
        if ([0, 6].includes(new Date(at).getUTCDay()) || random.number() < 0.35) continue
        const visit = at + (8 + k) * hour + random.integer(0, 300) * minute
        for (let i = random.integer(1, 2); i > 0; i -= 1)
          reads.push(
            mailRead(
              log,
              visit + i * 13 * minute,
              {
                owner,
                client,
                ip: `192.0.2.${40 + ((d * 3 + k) % 17)}`,
                info: 'Client=OWA;Action=ViaProxy',
                api: tenant.exchange.appId,
              },
              random.integer(1, 4),
              random.pick(['\\Inbox', '\\Sent Items']),
            ),
          )
      }
    const ordered = log.records().map((record) => `${record.Id}`)
    const hostile = new Set(reads)
    return {
      records: log.records(),
      firstHostile: ordered.find((id) => hostile.has(id)) ?? '',
      dataLeft: reads,
      required: [
        { act: 'An unknown client without consent or sign-in reads several mailboxes', ids: reads, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
