import { attackCampaign } from '../campaign.ts'
import { deviceRegistration, firstParty, globalAdministrator, microsoftServices } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { auditRole } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'UnOAuthorized: a key on the Device Registration Service makes Global Administrators',
  sources: ['https://www.semperis.com/blog/unoauthorized-privilege-elevation-through-microsoft-applications/'],
  facts: [
    'Some applications of Microsoft could act beyond their granted permissions.',
    'The Device Registration Service could change the members of privileged roles, Global Administrator included.',
    'An attacker with the role Cloud Application Administrator put a key on the principal of the service and signed in as the service.',
    'The audit log shows the new key on the principal and the service as the actor of the role assignment.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'tarnbeck', {
      feeds: 'entra',
      from: '2024-04-03',
      days: 75,
      after: 45,
      entra: 'polled',
    })
    const operator = { ...person(4), ip: '192.0.2.130' }
    const service = makeApp(random, deviceRegistration.name, microsoftServices, {
      appId: deviceRegistration.appId,
      ip: '192.0.2.130',
    })

    // The service itself works every week: people join devices.
    const joined = [8, 15, 27, 36, 44, 58, 66].flatMap((after, i) =>
      joinDevice(
        log,
        start - 75 * day + after * day + 9 * hour + i * 7 * minute,
        person(3 + i),
        { id: random.uuid(), name: `TARN-${random.digits(4)}`, system: 'Windows', kind: 'AzureAd' },
        person(3 + i).ip,
      ),
    )

    const first = start + 20 * hour
    const entered = userSignIn(log, first, {
      person: operator,
      client: firstParty.azureCli,
      resource: tenant.graph,
      ip: operator.ip,
      agent: 'python-requests/2.31.0',
    })
    const key = { id: random.uuid(), name: '' }
    const keyId = auditKeys(log, first + 9 * minute, operator, service, [], [key], {
      onPrincipal: true,
      ip: operator.ip,
    })
    const asService = (at: number): string =>
      appSignIn(log, at, { app: service, resource: tenant.graph, ip: '192.0.2.130', keyId: key.id })
    const serviceIn = asService(first + 15 * minute)
    const dormant = person(9)
    const role = auditRole(log, first + 17 * minute, service, globalAdministrator, dormant)

    // The administrators take the role away, but they leave the key.
    audit(log, start + 16 * day + 8 * hour, {
      activity: 'Remove member from role',
      category: 'RoleManagement',
      by: tenant.admin,
      type: 'Unassign',
      targets: [
        account(dormant, [
          { name: 'Role.ObjectID', now: '', before: globalAdministrator.id },
          { name: 'Role.DisplayName', now: '', before: globalAdministrator.name },
          { name: 'Role.TemplateId', now: '', before: globalAdministrator.id },
        ]),
      ],
      details: { 'User-Agent': tenant.admin.agent },
    })
    const again = start + 37 * day + 2 * hour
    const serviceAgain = asService(again)
    const second = auditRole(log, again + 3 * minute, service, globalAdministrator, person(11))

    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [],
      required: [
        { act: 'a key on the principal of a service of Microsoft', ids: [keyId], minimum: 'high' },
        { act: 'the service makes a Global Administrator', ids: [serviceIn, role], minimum: 'high' },
        { act: 'the service makes another one five weeks later', ids: [serviceAgain, second], minimum: 'high' },
      ],
      quiet: [...quiet, ...joined.slice(9)],
    }
  },
})
