// A small office replaces the secrets of its old applications with certificates, and moves their server to a line with IPv6.
import { benignWork } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Old house applications change from secrets to certificates, and their server gets a new line',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-restrict-app-password-credentials',
  ],
  resembles:
    'Applications with rights to mail and files receive new credentials in one week, and then work from an address that nobody has seen.',
  accounts: 18,
  days: 105,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'waldsee-kanzlei', {
      feeds: 'audit',
      from: '2026-01-19',
      days: 91,
      after: 15,
      people: 18,
    })
    const { log, tenant, start } = stage
    const { admin } = tenant
    const line = '2001:db8:2f0:61::40'
    const scans = makeApp(random, 'Posteingang Scan', tenant.id, { ip: '198.51.100.72', agent: 'scan-dienst/3.1' })
    const deeds = makeApp(random, 'Urkundenablage', tenant.id, { ip: '198.51.100.72', agent: 'ablage/2.0' })
    const desk = stage.person(5)
    const reads = (ip: string) => (at: number) =>
      mailRead(log, at, { owner: desk, client: scans, appOnly: scans, ip }, random.integer(1, 3))
    const stores = (ip: string) => (at: number) =>
      file(log, at, {
        person: admin,
        client: deeds,
        appOnly: deeds,
        ip,
        agent: deeds.agent,
        file: `urkunde-${random.integer(100, 999)}.pdf`,
        operation: random.pick(['FileUploaded', 'FileAccessed']),
        site: 'urkunden',
      })
    const moved = start + 7 * day
    for (const act of [reads, stores]) routine(log, start - 91 * day, 98, 120, act(scans.ip))
    const after = [reads, stores].flatMap((act) =>
      Array.from({ length: 20 }, (_, i) =>
        act(line)(moved + Math.floor(i / 4) * day + (8 + (i % 4) * 2) * hour + random.integer(0, 59) * minute),
      ),
    )
    const changes = [scans, deeds].flatMap((client, i) => {
      const at = start + i * day + 10 * hour
      const old: Key = { id: client.keyId, name: 'geheimnis-2024' }
      const fresh: Key = { id: random.uuid(), name: 'CN=dienste.waldsee-kanzlei', type: 'AsymmetricX509Cert' }
      return [
        signInAudit(log, at - 6 * minute, {
          person: admin,
          client: firstParty.azurePortal,
          resource: azureManagement,
          ip: admin.ip,
        }),
        credential(log, at, admin, client, [old], [old, fresh]),
        credential(log, at + 8 * day, admin, client, [old, fresh], [fresh]),
      ]
    })
    return { records: log.records(), ids: [...changes, ...after] }
  },
})
