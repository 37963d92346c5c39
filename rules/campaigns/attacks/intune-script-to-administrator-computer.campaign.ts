// A packaging application with Intune rights runs a script on the computer of an administrator.
import { attackCampaign } from '../campaign.ts'
import { azureManagement, firstParty, globalAdministrator } from '../microsoft-clients.ts'
import { betaCall, deviceScript } from '../microsoft-device-keys.ts'
import { auditRole } from '../microsoft-directory.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A new secret of a packaging application brings a script to the workstation of the Global Administrator',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/abusing-intune-permissions-entra-id-environments',
    'https://learn.microsoft.com/en-us/graph/api/intune-shared-devicemanagementscript-create?view=graph-rest-beta',
  ],
  facts: [
    'A service principal holds the application permission DeviceManagementConfiguration.ReadWrite.All.',
    'Whoever can add a credential to it can act with this permission.',
    'The attacker looks for the owner of a privileged access workstation in the directory.',
    'A device management script runs as SYSTEM on each computer of the assigned group.',
    'On the workstation the attacker takes the session of a privileged user, and escalates in the tenant.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'birchwater', {
      feeds: 'entra',
      from: '2025-11-10',
      days: 84,
      after: 8,
      records: 420,
    })
    const from = start - 84 * day
    const packaging = makeApp(random, 'Desk Packaging', tenant.id, { ip: '203.0.113.34', agent: 'desk-packaging/3.2' })
    const permissions = 'DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All User.Read.All'
    const usual = routine(log, from, 84, 90, (at) => {
      const tokenId = token(log)
      appSignIn(log, at - 30_000, { app: packaging, resource: tenant.graph, tokenId })
      const call = { client: packaging, ip: packaging.ip, permissions, agent: packaging.agent, tokenId }
      return betaCall(log, at, {
        ...call,
        uri: random.pick(['/deviceAppManagement/mobileApps', '/deviceManagement/managedDevices?$top=200']),
      })
    })

    // Day 1: the session of a packaging engineer, who owns the registration, is in foreign hands.
    const engineer = tenant.developer
    const exit = '192.0.2.63'
    const first = start + day + 16 * hour
    const old = { id: packaging.keyId, name: 'pipeline' }
    const key = { id: random.uuid(), name: 'pipeline-2' }
    const opened = userSignIn(log, first, {
      person: engineer,
      client: firstParty.azurePortal,
      resource: azureManagement,
      ip: exit,
    })
    const added = auditKeys(log, first + 7 * minute, engineer, packaging, [old], [old, key], { ip: exit })

    // Day 2: the application from the network of the attacker.
    const second = start + 2 * day + 21 * hour
    const tokenId = token(log)
    const call = { client: packaging, ip: exit, permissions, agent: 'python-httpx/0.27.0', tokenId }
    const signedIn = appSignIn(log, second, {
      app: packaging,
      resource: tenant.graph,
      ip: exit,
      keyId: key.id,
      tokenId,
    })
    const looked = [
      `/directoryRoles(roleTemplateId='${globalAdministrator.id}')/members`,
      `/users/${tenant.admin.oid}/ownedDevices`,
    ].map((uri, i) => graphCall(log, second + (2 + i) * minute, { ...call, uri }))
    looked.push(
      betaCall(log, second + 6 * minute, {
        ...call,
        uri: `/deviceManagement/managedDevices?$filter=userId eq '${tenant.admin.oid}'`,
      }),
    )
    const script = deviceScript(log, second + 14 * minute, call)

    // Day 3: the session of the administrator, from another computer.
    const third = start + 3 * day + 10 * hour
    const session = random.uuid()
    userSignIn(log, third - 2 * hour, {
      person: tenant.admin,
      client: firstParty.azurePortal,
      resource: azureManagement,
      ip: tenant.admin.ip,
      session,
    })
    const adminToken = token(log)
    const taken = [
      userSignIn(log, third, {
        person: tenant.admin,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: exit,
        interactive: false,
        incoming: 'primaryRefreshToken',
        session,
        tokenId: adminToken,
      }),
      graphCall(log, third + 2 * minute, {
        client: firstParty.azurePortal,
        person: tenant.admin,
        ip: exit,
        uri: '/roleManagement/directory/roleAssignments',
        method: 'POST',
        status: 201,
        permissions: 'Directory.AccessAsUser.All RoleManagement.ReadWrite.Directory',
        agent: tenant.admin.agent,
        tokenId: adminToken,
        wids: globalAdministrator.id,
      }),
    ]
    const promoted = auditRole(log, third + 2 * minute + 500, tenant.admin, globalAdministrator, person(9), {
      ip: exit,
    })
    return {
      records: log.records(),
      firstHostile: opened,
      dataLeft: [],
      required: [
        {
          act: 'the engineer adds a secret to the application from a foreign network',
          ids: [added],
          minimum: 'medium',
        },
        {
          act: 'the application signs in with the new secret from there',
          ids: [signedIn, ...looked],
          minimum: 'medium',
        },
        { act: 'the application gives its first script to devices', ids: script, minimum: 'high' },
        { act: 'the session of the administrator continues on a foreign network', ids: taken, minimum: 'medium' },
        { act: 'an ordinary account becomes Global Administrator from there', ids: [promoted], minimum: 'high' },
      ],
      quiet: [...quiet, ...usual.slice(0, 12)],
    }
  },
})
