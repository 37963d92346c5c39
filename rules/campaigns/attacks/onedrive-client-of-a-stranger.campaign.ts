// A device code for the OneDrive client lets a stranger synchronise three libraries to a machine that claims the company domain.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type Computer, syncedFile, transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const sites = ['contracts', 'finance', 'board']
const shell = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.26100.4202'

export default attackCampaign({
  title: 'A device code for the OneDrive client: a machine that claims the company domain synchronises three libraries',
  sources: [
    'https://aadinternals.com/aadinternals/#onedrive-for-business-functions',
    'https://learn.microsoft.com/en-us/sharepoint/allow-syncing-only-on-specific-domains',
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://github.com/secureworks/family-of-client-ids-research',
    'https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema',
  ],
  facts: [
    'The client OneDrive SyncEngine is a public client of Microsoft that needs no consent and may use device codes.',
    'The victim confirms the code at the usual place; the tokens are redeemed by the attacker elsewhere.',
    'A script can act as the synchronisation client and name the number of the company domain, so the rule for joined computers does not stop it.',
    'SharePoint records each file as a synchronisation download with the number of the machine and its domain.',
    'Later the client fetches only what changed, some files each second or third night.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harbourlane', {
      feeds: 'both',
      from: '2025-05-05',
      days: 84,
      after: 36,
    })
    const domain = random.uuid()
    const computers = tenant.people.map((): Computer => ({ id: random.uuid(), domain, managed: true }))
    const works = (at: number) => {
      const i = random.integer(0, tenant.people.length - 1)
      const who = person(i)
      return syncedFile(log, at, {
        person: who,
        ip: who.ip,
        computer: computers[i] ?? { id: '', domain, managed: true },
        file: `week-${random.integer(10, 40)}.xlsx`,
        site: random.pick(['operations', ...sites]),
        partial: random.number() < 0.7,
      })
    }
    const usual = routine(log, start - 84 * day, 83, 120, works)
    routine(log, start, 34, 40, works)

    const victim = person(9)
    const ip = '192.0.2.77'
    const computer: Computer = { id: random.uuid(), domain, managed: false }
    const begin = start + day + 13 * hour + 17 * minute
    const session = random.uuid()
    const client = firstParty.oneDriveSync
    const confirmed = transferredSignIn(log, begin, 'deviceCodeFlow', {
      person: victim,
      client,
      resource: tenant.sharepoint,
      ip: victim.ip,
      protocol: 'deviceCode',
      session,
    })
    const renew = (at: number) =>
      transferredSignIn(log, at, 'deviceCodeFlow', {
        person: victim,
        client,
        resource: tenant.sharepoint,
        ip,
        agent: shell,
        interactive: false,
        incoming: 'refreshToken',
        session,
      })
    const redeemed = renew(begin + 40_000)
    const fetch = (at: number, name: string, site: string, partial = false) =>
      syncedFile(log, at, { person: victim, ip, computer, file: name, site, partial })

    const copied = repeat(random, begin + 9 * hour, 126, 80_000, (at, i) =>
      fetch(at, `agreement-${1000 + i}.pdf`, sites[Math.floor(i / 42)] ?? 'board'),
    )
    const nights: string[] = []
    const changes: string[] = []
    for (let night = 3; night < 34; night += random.integer(2, 3)) {
      const at = start + night * day + hour + random.integer(0, 50) * minute
      nights.push(renew(at))
      changes.push(
        ...repeat(random, at + minute, random.integer(3, 8), 45_000, (when, i) =>
          fetch(
            when,
            i % 2 === 0 ? `week-${night}-${i}.xlsx` : `draft-${night}-${i}.docx`,
            random.pick(sites),
            i % 3 === 2,
          ),
        ),
      )
    }

    return {
      // Files come from Defender, sign-ins from the diagnostic settings of Entra.
      records: log
        .records()
        .flatMap((record) => ('RecordType' in record ? cloudAppEvents([record], []).records : [record])),
      firstHostile: confirmed,
      dataLeft: [...copied, ...changes],
      required: [
        {
          act: 'A device code is confirmed for the OneDrive client, and the session goes to another country within a minute',
          ids: [confirmed, redeemed],
          minimum: 'medium',
        },
        { act: 'Three libraries are copied to an unmanaged machine in that network', ids: copied, minimum: 'high' },
        {
          act: 'The same session fetches new files in the nights of the next month',
          ids: [...nights, ...changes],
          minimum: 'low',
        },
      ],
      quiet: [...quiet, ...usual.slice(0, 40)],
    }
  },
})
