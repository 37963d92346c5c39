import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { delegateRead, sharedMailbox } from '../microsoft-delegates.ts'
import { mailSync } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const hosting = '192.0.2.172'
const names = 'press grants board procurement legal events donors hr travel operations'.split(' ')

export default attackCampaign({
  title:
    'Void Blizzard uses a stolen cookie to read every shared mailbox that one coordinator may open, audit log only',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2025/05/27/new-russia-affiliated-actor-void-blizzard-targets-critical-sectors-for-espionage/',
    'https://www.techzine.eu/news/security/131836/microsoft-exposes-laundry-bear-targeting-critical-infrastructure',
    'https://thecisobrief.com/russian-cyberspies-dutch-police-hack-laundry-bear',
  ],
  facts: [
    'The group signs in with a stolen session cookie, without password and without second factor.',
    'It lists mailboxes and files through Exchange Online and Microsoft Graph, also the shared mailboxes that the account may open.',
    'It then collects mail and files in bulk with a program.',
    'No application of a third party and no consent is needed: the client is one of Microsoft.',
    'Here a few messages of each of ten mailboxes are read in three nights; the coordinator opens two of them by day.',
  ],
  build: (random) => {
    const stage = scene(random, 'northreach', { feeds: 'audit', from: '2025-08-04', days: 68, records: 520 })
    const { log, tenant, start } = stage
    const victim = stage.person(7)
    const boxes = names.map((name) => sharedMailbox(log, name))
    const read = (at: number, i: number, ip: string, info: string, api: string, client = firstParty.office): string => {
      const mailbox = boxes[i % boxes.length] ?? sharedMailbox(log, 'other')
      return delegateRead(log, at, { person: victim, mailbox, client, ip, info, api }, random.integer(2, 6))
    }
    const owa = 'Client=OWA;Action=ViaProxy'
    const ordinary = routine(log, start - 68 * day, 67, 80, (at) =>
      delegateRead(
        log,
        at,
        {
          person: victim,
          mailbox: random.pick(boxes.slice(0, 2)),
          client: firstParty.outlookWeb,
          ip: victim.ip,
          info: owa,
          api: tenant.exchange.appId,
        },
        random.integer(1, 5),
      ),
    )
    const entry = signInAudit(log, start + 21 * hour, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.exchange,
      ip: hosting,
      requestType: 'OAuth2:Token',
    })
    const base = { owner: victim, client: firstParty.office, ip: hosting }
    const own = [
      mailSync(log, start + 21 * hour + 4 * minute, base, '\\Inbox'),
      mailSync(log, start + 21 * hour + 5 * minute, base, '\\Sent Items'),
    ]
    const shared = [0, 1, 2].flatMap((night) =>
      repeat(random, start + night * day + 22 * hour, 20, 6 * minute, (at, i) =>
        read(at, i, hosting, 'Client=REST;;', tenant.graph.appId),
      ),
    )
    const files = [0, 1, 2].flatMap((night) =>
      repeat(random, start + night * day + 24.5 * hour, 24, 70_000, (at, i) =>
        file(log, at, {
          person: victim,
          client: firstParty.office,
          ip: hosting,
          agent: 'python-httpx/0.28.1',
          file: `${random.pick(['tender', 'ministry', 'convoy', 'contacts', 'draft'])}-${night}${i}.docx`,
          operation: 'FileDownloaded',
          site: random.pick(['operations', 'board', 'procurement']),
        }),
      ),
    )
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: [...own, ...shared, ...files],
      required: [
        {
          act: 'ten shared mailboxes are read at night from a hosting network',
          ids: [...own, ...shared],
          minimum: 'medium',
        },
        { act: 'files are downloaded in bulk by a script in a hosting network', ids: files, minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...ordinary],
    }
  },
})
