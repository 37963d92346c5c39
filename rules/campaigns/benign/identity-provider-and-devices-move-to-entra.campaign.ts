import { benignWork } from '../campaign.ts'
import { registersMethod } from '../microsoft-app-passwords.ts'
import { accessPolicy } from '../microsoft-authentication.ts'
import { firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { auditDomain, auditMember } from '../microsoft-directory.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { recycle } from '../microsoft-restored.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const days = 75

export default benignWork({
  title: 'The IT department leaves its outside identity provider and changes its device management in one fortnight',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/migrate-okta-federation'],
  resembles:
    'A domain changes its sign-in, an access policy excludes a group, an application that reads all devices appears, the old one is ' +
    'deleted, and everybody registers a second factor and a device.',
  accounts: 18,
  days: 14,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fernhollow', {
      feeds: 'entra',
      from: '2026-02-04',
      days,
      after: 18,
      people: 18,
    })
    const { admin, graph } = tenant
    const before = makeApp(random, 'Fleet Manager Connector', tenant.id, { ip: '203.0.113.41', agent: 'fleet/5.0' })
    routine(log, start - days * day, days, 40, (at) => appSignIn(log, at, { app: before, resource: graph }))
    const ids: string[] = []

    // The new device management: registered, given its rights, and at work from the second day.
    const fresh = makeApp(random, 'Orchard Device Management', tenant.id, {
      ip: '203.0.113.44',
      agent: 'orchard-mdm/3.1',
    })
    const first = start + 9 * hour
    ids.push(...auditRegister(log, first, admin, fresh))
    ids.push(
      auditKeys(
        log,
        first + 6 * minute,
        admin,
        fresh,
        [],
        [{ id: fresh.keyId, name: `CN=orchard.${tenant.domain}`, type: 'AsymmetricX509Cert' }],
      ),
      auditAppRole(log, first + 11 * minute, admin, fresh, graph, {
        id: '2f51be20-0bb4-4fed-bf7b-db946066c75e',
        value: 'DeviceManagementManagedDevices.Read.All',
        title: 'Read Microsoft Intune devices',
      }),
      auditAppRole(log, first + 12 * minute, admin, fresh, graph, {
        id: '5b567255-7703-4780-807c-7be8301ae99b',
        value: 'Group.Read.All',
        title: 'Read all groups',
      }),
    )
    for (let i = 1; i < 14; i += 1) {
      const at = start + i * day + 6 * hour
      ids.push(
        appSignIn(log, at, { app: fresh, resource: graph, kind: 'clientAssertion' }),
        graphCall(log, at + 20_000, {
          client: fresh,
          ip: fresh.ip,
          uri: '/deviceManagement/managedDevices?$top=500',
          permissions: 'DeviceManagementManagedDevices.Read.All Group.Read.All',
          agent: fresh.agent,
          size: 210_000,
        }),
      )
    }

    // A pilot group is left out of the policy for three days; then the policy is as before.
    const pilot = { id: random.uuid(), name: 'Sign-in pilot' }
    const rule = { id: random.uuid(), name: 'Second factor for everyone' }
    const changed = start + day + 10 * hour
    ids.push(
      ...[3, 6, 9].map((i, n) => auditMember(log, changed - hour + n * minute, admin, pilot, person(i))),
      accessPolicy(log, changed, admin, rule, { ...rule, excludeGroups: [pilot.id] }, start - 200 * day),
      accessPolicy(log, changed + 3 * day, admin, { ...rule, excludeGroups: [pilot.id] }, rule, changed),
    )

    // The domain leaves the outside provider on Saturday; people enrol on the days after it.
    const cutover = start + 5 * day + 7 * hour
    ids.push(
      userSignIn(log, cutover - 5 * minute, {
        person: admin,
        client: firstParty.azurePortal,
        resource: graph,
        ip: admin.ip,
      }),
      auditDomain(log, cutover, admin, 'Set domain authentication', tenant.domain, [
        { name: 'LiveType', now: '["Managed"]', before: '["Federated"]' },
        { name: 'Included Updated Properties', now: '"LiveType"' },
      ]),
    )
    for (let i = 0; i < 18; i += 1) {
      const who = person(i)
      const at = start + (7 + (i % 4)) * day + (8 + (i % 5)) * hour + random.integer(0, 50) * minute
      ids.push(
        registersMethod(log, at, who, 'Authenticator App with Notification and Code'),
        userSignIn(log, at + 3 * minute, { person: who, client: firstParty.officeHome, resource: graph, ip: who.ip }),
        ...joinDevice(
          log,
          at + 20 * minute,
          who,
          { id: random.uuid(), name: `FH-LAP-${100 + i}`, system: 'Windows', kind: 'AzureAd' },
          who.ip,
        ),
      )
    }
    ids.push(...recycle(log, start + 12 * day + 15 * hour, 'Delete', admin, before))
    return { records: log.records(), ids }
  },
})
