import { benignWork } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'The consolidation tool of the controllers reads ten times more workbooks at the end of a quarter',
  sources: [
    'https://learn.microsoft.com/en-us/graph/permissions-selected-overview',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-create-service-principal-portal',
  ],
  resembles:
    'An application in use gets a second secret, and a week later downloads hundreds of workbooks in evenings.',
  accounts: 1800,
  days: 35,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'bergmann-foods', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 108,
      after: 35,
      people: 40,
      records: 700,
    })
    const app = makeApp(random, 'Controlling Consolidation', tenant.id, {
      ip: '198.51.100.64',
      agent: 'consolidation-job/3.2 (.NET 9)',
    })
    const owners = Array.from({ length: 18 }, (_, i) => person(5 + i))
    const book = (at: number) =>
      file(log, at, {
        person: random.pick(owners),
        client: app,
        appOnly: app,
        ip: app.ip,
        agent: app.agent,
        operation: 'FileDownloaded',
        site: random.pick(['finance', 'plants', 'sales-emea', 'controlling']),
        file: `reporting-${random.integer(1, 420)}.xlsx`,
      })
    // The last quarter end is in the background, so the peak is known.
    routine(log, start - 108 * day, 103, 240, book)
    for (let i = 0; i < 150; i += 1)
      book(start - 81 * day + random.integer(0, 4) * day + 18 * hour + random.integer(0, 4 * 3600) * 1000)
    const ids: string[] = []
    const old = { id: app.keyId, name: 'job 2025' }
    const fresh = { id: random.uuid(), name: 'job 2026' }
    ids.push(credential(log, start + 4 * day + 10 * hour, tenant.developer, app, [old], [old, fresh]))
    ids.push(credential(log, start + 12 * day + 11 * hour, tenant.developer, app, [old, fresh], [fresh]))
    for (let d = 0; d < 35; d += 1) {
      const at = start + d * day
      if ([0, 6].includes(new Date(at).getUTCDay())) continue
      const count = d >= 10 && d <= 16 ? random.integer(45, 75) : random.integer(3, 7)
      for (let i = 0; i < count; i += 1) ids.push(book(at + 17 * hour + random.integer(0, 5 * 3600) * 1000))
    }
    return { records: log.records(), ids }
  },
})
