// A new secret of the archive application copies the libraries, overwrites every file and empties the recycle bins.
import { attackCampaign } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { librarySettings } from '../microsoft-open-links.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const sites = ['contracts', 'engineering', 'finance', 'board']
const nameOf = (i: number): string => `agreement-${String(i).padStart(3, '0')}.docx`

export default attackCampaign({
  title:
    'A stolen developer session gives the archive application a secret; the libraries are copied and then destroyed',
  sources: [
    'https://siliconangle.com/2025/08/27/microsoft-report-warns-storm-0501-turning-cloud-features-ransomware-weapons',
    'https://practical365.com/microsoft-365-wiper-threat',
    'https://www.darkreading.com/vulnerabilities-threats/office-365-files-stored-in-the-cloud-vulnerable-to-ransomware-encryption',
  ],
  facts: [
    'Extortion in the cloud needs no malware: the intruder copies the data, destroys the original, and asks for money.',
    'An application with the permission to write all sites can overwrite and delete every file.',
    'The intruder lowers the number of versions of a library to one, and writes each file twice.',
    'The intruder empties both stages of the recycle bin, so that a restore of the library fails.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'tarnwick', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 78,
      records: 380,
    })
    const archive = makeApp(random, 'Site Archive Writer', tenant.id, {
      ip: '198.51.100.63',
      agent: 'site-archive/3.4',
    })
    const developer = tenant.developer
    const hostile = '192.0.2.139'
    const touch = (at: number, operation: string, i: number, ip: string, agent: string) =>
      file(log, at, {
        person: person(4),
        client: archive,
        appOnly: archive,
        ip,
        agent,
        operation,
        file: nameOf(i),
        site: sites[i % sites.length] ?? 'contracts',
      })
    // The archive writes some files of each evening.
    const routine = Array.from({ length: 74 }, (_, i) => start - (76 - i) * day + 19 * hour).flatMap((at, evening) =>
      repeat(random, at, 4, 40_000, (moment, i) =>
        touch(moment, i % 2 === 0 ? 'FileUploaded' : 'FileModified', evening * 4 + i, archive.ip, archive.agent),
      ),
    )
    const first = start + 20 * hour
    const begun = signInAudit(log, first, {
      person: developer,
      client: { name: 'Azure Portal', appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' },
      resource: tenant.graph,
      ip: hostile,
    })
    const usual = { id: archive.keyId, name: 'archive 2025' }
    const added = credential(
      log,
      first + 6 * minute,
      developer,
      archive,
      [usual],
      [usual, { id: random.uuid(), name: 'archive 2026' }],
    )
    const script = 'python-requests/2.32.3'
    const night = first + 3 * hour
    const copied = repeat(random, night, 240, 5_000, (at, i) => touch(at, 'FileDownloaded', i, hostile, script))
    const later = night + day
    sites.forEach((site, i) => {
      librarySettings(log, later + i * 20_000, {
        person: person(4),
        client: archive,
        appOnly: archive,
        ip: hostile,
        agent: script,
        file: 'Documents.aspx',
        site,
      })
    })
    const written = repeat(random, later + 4 * minute, 480, 2_000, (at, i) =>
      touch(at, 'FileModified', Math.floor(i / 2), hostile, script),
    )
    const wiped = [
      ...repeat(random, later + 40 * minute, 120, 2_000, (at, i) =>
        touch(at, 'FileVersionsAllDeleted', i, hostile, script),
      ),
      ...repeat(random, later + 50 * minute, 120, 2_000, (at, i) => touch(at, 'FileRecycled', i, hostile, script)),
      ...repeat(random, later + 60 * minute, 120, 1_500, (at, i) =>
        touch(at, 'FileDeletedFirstStageRecycleBin', i, hostile, script),
      ),
      ...repeat(random, later + 70 * minute, 120, 1_500, (at, i) =>
        touch(at, 'FileDeletedSecondStageRecycleBin', i, hostile, script),
      ),
    ]
    return {
      records: log.records(),
      firstHostile: begun,
      dataLeft: copied,
      required: [
        { act: 'A developer adds a second secret to the archive application', ids: [added], minimum: 'low' },
        { act: 'The archive downloads 240 files by script from a network of its own', ids: copied, minimum: 'high' },
        { act: 'The application writes every file of four sites twice', ids: written, minimum: 'high' },
        { act: 'The application deletes versions and files and empties the recycle bins', ids: wiped, minimum: 'high' },
      ],
      quiet: [...quiet, ...routine.slice(200, 220)],
    }
  },
})
