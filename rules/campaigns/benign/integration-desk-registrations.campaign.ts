// An integration desk registers applications for business units and rotates their secrets with an overlap; Entra logs alone.
import { benignWork } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An integration desk registers 11 applications in six weeks and changes each secret after the test phase',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app',
  ],
  resembles:
    'New applications get secrets within minutes, two get directory permissions, and each signs in with a key that ' +
    'is a few minutes old; later a second key is added and the first one disappears.',
  accounts: 900,
  days: 48,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'aldergatebank', {
      feeds: 'entra',
      from: '2025-09-01',
      days: 70,
      after: 48,
      records: 420,
      people: 19,
    })
    const company = staff(log, 'ag', 881)
    const desk = [2, 5, 9].map(person)
    const ids: string[] = []
    for (let n = 0; n < 11; n += 1) {
      const unit = random.pick(['treasury', 'claims', 'cards', 'branches', 'risk', 'facilities'])
      const app = makeApp(random, `int-${unit}-${n + 1}`, tenant.id, { ip: `203.0.113.${62 + n}` })
      const engineer = desk[n % 3] ?? tenant.developer
      const at = start + (1 + n * 2 + (n > 4 ? 2 : 0)) * day + (8 + (n % 7)) * hour + 12 * minute
      const test = { id: app.keyId, name: 'test' }
      const final = { id: random.uuid(), name: 'prod' }
      ids.push(
        userSignIn(log, at - 9 * minute, {
          person: engineer,
          client: firstParty.azurePortal,
          resource: tenant.graph,
          ip: engineer.ip,
        }),
        ...auditRegister(log, at, engineer, app),
        auditKeys(log, at + 7 * minute, engineer, app, [], [test]),
      )
      if (n === 3 || n === 8)
        ids.push(auditAppRole(log, at + 4 * hour, tenant.admin, app, tenant.graph, appRoles.directoryRead))
      // The test phase runs from the desk; production runs from the data centre.
      for (let run = 0; run < 5; run += 1)
        ids.push(appSignIn(log, at + (run + 1) * 26 * hour, { app, resource: tenant.graph, ip: engineer.ip }))
      const moved = at + 15 * day
      ids.push(
        auditKeys(log, moved, engineer, app, [test], [test, final]),
        auditKeys(log, moved + 6 * day, engineer, app, [test, final], [final]),
      )
      for (let run = 0; run < 9; run += 1)
        ids.push(appSignIn(log, moved + (run + 1) * day + 3 * hour, { app, resource: tenant.graph, keyId: final.id }))
    }
    for (const [i, one] of company.entries())
      ids.push(
        userSignIn(log, start + (i % 44) * day + 7 * hour + (i % 300) * minute, {
          person: one,
          client: firstParty.outlookWeb,
          resource: tenant.exchange,
          ip: one.ip,
        }),
      )
    return { records: log.records(), ids }
  },
})
