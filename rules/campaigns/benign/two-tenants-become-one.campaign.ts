import { benignWork } from '../campaign.ts'
import { addToUnit, addUnit, scopedRole, scopedRoles, type Unit } from '../microsoft-administrative-units.ts'
import { appRoles } from '../microsoft-clients.ts'
import { auditDomain, auditNewUser } from '../microsoft-directory.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { auditPlan, changeLicence } from '../microsoft-licences.ts'
import { recycle } from '../microsoft-restored.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title:
    'Two tenants become one: accounts, licences, units with their own help desk, and an application that copies files',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-365/enterprise/microsoft-365-tenant-to-tenant-migrations',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/administrative-units',
  ],
  resembles:
    'Many new accounts in one evening, licences without the audit plan, roles inside new units, a foreign domain, and a new ' +
    'application with rights over all files that works at night.',
  accounts: 26,
  days: 19,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'wychford', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 70,
      after: 22,
    })
    const { admin, helpdesk, graph } = tenant
    const ids: string[] = []
    const domain = 'lindale-mills.example'
    const first = start + 9 * hour
    ids.push(
      auditDomain(log, first, admin, 'Add unverified domain', domain, [
        { name: 'Name', now: JSON.stringify([domain]), before: '[]' },
        { name: 'LiveType', now: '["None"]', before: '[]' },
        { name: 'Included Updated Properties', now: '"Name, LiveType"' },
      ]),
      auditDomain(log, first + 5 * hour, admin, 'Verify domain', domain, [
        { name: 'LiveType', now: '["Managed"]', before: '["None"]' },
        { name: 'Included Updated Properties', now: '"LiveType"' },
      ]),
    )

    const mover = makeApp(random, 'Tenant Mover', tenant.id, { ip: '203.0.113.33', agent: 'TenantMover/12.4' })
    const prepared = start + day + 10 * hour
    ids.push(...auditRegister(log, prepared, admin, mover))
    ids.push(
      auditKeys(log, prepared + 4 * minute, admin, mover, [], [{ id: mover.keyId, name: 'mover-2026' }]),
      auditAppRole(log, prepared + 7 * minute, admin, mover, graph, appRoles.filesRead),
      auditAppRole(log, prepared + 8 * minute, admin, mover, graph, appRoles.directoryRead),
    )

    // The people of the other tenant: accounts in the evening, licences on the next morning.
    const people = staff(log, 'lm', 24).map((one) => ({ ...one, upn: one.upn.replace(tenant.domain, domain) }))
    const evening = start + 2 * day + 18 * hour
    people.forEach((one, i) => {
      ids.push(auditNewUser(log, evening + i * 40_000, admin, one))
      ids.push(changeLicence(log, evening + 13 * hour + i * 25_000, admin, one, [], [{ sku: 'SPE_E3' }]))
    })
    // Office plans of four colleagues are traded for smaller ones; a mistake is put right on the same day.
    const full = { sku: 'SPE_E5' as const }
    const traded = start + 8 * day + 11 * hour
    ids.push(
      ...[5, 8, 10, 12].map((i, n) =>
        changeLicence(log, traded + n * minute, admin, person(i), [full], [{ sku: 'SPE_E3' }]),
      ),
      changeLicence(log, traded + 20 * minute, admin, person(13), [full], [{ ...full, off: ['SWAY', auditPlan] }]),
      changeLicence(log, traded + 2 * hour, admin, person(13), [{ ...full, off: ['SWAY', auditPlan] }], [full]),
    )

    const units: readonly Unit[] = ['Wychford works', 'Lindale mills'].map((name) => ({ id: random.uuid(), name }))
    units.forEach((unit, i) => {
      const at = start + 4 * day + (10 + i) * hour
      ids.push(addUnit(log, at, admin, unit))
      ids.push(scopedRole(log, at + 6 * minute, admin, unit, scopedRoles.helpdesk, i === 0 ? helpdesk : person(6)))
      const members = i === 0 ? [3, 5, 7, 9].map(person) : people.slice(0, 12)
      ids.push(...members.map((one, n) => addToUnit(log, at + 10 * minute + n * 15_000, admin, unit, one)))
    })

    for (let night = 3; night < 17; night += 1) {
      const at = start + night * day + 21 * hour
      ids.push(appSignIn(log, at, { app: mover, resource: graph }))
      ids.push(
        ...repeat(random, at + minute, 6, 25 * minute, (when, i) =>
          graphCall(log, when, {
            client: mover,
            ip: mover.ip,
            uri: `/users/${people[(night * 6 + i) % people.length]?.oid}/drive/root/delta`,
            permissions: 'Directory.Read.All Files.Read.All',
            agent: mover.agent,
            size: 240_000,
          }),
        ),
      )
    }
    ids.push(...recycle(log, start + 18 * day + 9 * hour, 'Delete', admin, mover))
    return { records: log.records(), ids }
  },
})
