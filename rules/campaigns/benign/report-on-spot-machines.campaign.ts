// A nightly report runs on machines that the cloud lends for some hours, so its addresses change every night.
import { benignWork } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title:
    'A nightly report signs in from other rented machines every night, and from more of them at the end of the quarter',
  sources: [
    'https://learn.microsoft.com/en-us/azure/batch/batch-spot-vms',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/concept-service-principal-sign-ins',
  ],
  resembles: 'One application signs in with one key from dozens of new addresses in two countries at night.',
  accounts: 1,
  days: 30,
  allowed: 'low',
  build: (random) => {
    const days = 75
    const { log, tenant, start } = scene(random, 'veldhuis-energy', {
      feeds: 'entra',
      from: '2026-04-06',
      days,
      after: 32,
      people: 16,
      records: 1300,
    })
    const report = makeApp(random, 'Meter Load Report', tenant.id, { agent: 'load-report/6.0' })
    const lent = () =>
      random.number() < 0.6
        ? `203.0.113.${random.integer(120, 190)}`
        : `2001:db8:${random.integer(10, 19)}:${random.integer(1, 900).toString(16)}::${random.integer(2, 250).toString(16)}`
    const night = (from: number, machines: number): readonly string[] =>
      Array.from({ length: machines }, () => lent()).flatMap((ip, i) => {
        const at = from + hour + i * 11 * minute + random.integer(0, 400) * 1000
        return [tenant.graph, tenant.sharepoint].map((resource, n) =>
          appSignIn(log, at + n * 2_000, { app: report, resource, ip, kind: 'clientAssertion' }),
        )
      })
    for (let d = 0; d < days; d += 1) night(start - (days - d) * day, 2)
    const ids: string[] = []
    for (let d = 0; d < 30; d += 1) ids.push(...night(start + d * day, d > 9 && d < 16 ? 9 : 2))
    const kept = only(log.records(), ids, ['ServicePrincipalSignInLogs'])
    return { records: kept.records, ids: kept.ids }
  },
})
