import { attackCampaign } from '../campaign.ts'
import { audit } from '../microsoft-entra.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { governance, inviteGuest, requestPackage } from '../microsoft-governance.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A package that nobody approves puts a guest into the group of the application administrators',
  sources: [
    'https://github.com/DataDog/stratus-red-team',
    'https://cycraft.com/en/post/microsoft-entra-id-20250407-en',
  ],
  facts: [
    'A group that holds a directory role can be put into an access package, although roles themselves cannot.',
    'A policy of the package lets outside accounts ask, and asks nobody for approval.',
    'The request is recorded as User requests access package assignment and Auto approve access package assignment request.',
    'The membership is then written by the service, not by a person.',
    'With the role of the group the guest adds a key to an application.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quartz-utility', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-02-02',
      days: 63,
      after: 21,
      people: 20,
      records: 3000,
    })
    const { admin, helpdesk } = tenant
    const group = { id: random.uuid(), name: 'role-applicationadmins' }
    const role = { id: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', name: 'Application Administrator' }
    const catalog = { id: random.uuid(), name: 'Partner projects' }
    const pack = { id: random.uuid(), name: 'Site drawings, external engineers' }
    const drawings = { id: random.uuid(), name: 'prj-drawings-external' }
    const meters = makeApp(random, 'Meter Reading Export', tenant.id, { ip: '198.51.100.70' })
    // Long before: the role of the group, and the package with its ordinary group.
    audit(log, start - 55 * day + 9 * hour, {
      activity: 'Add member to role',
      category: 'RoleManagement',
      by: admin,
      type: 'Assign',
      targets: [
        {
          id: group.id,
          displayName: group.name,
          type: 'Group',
          changes: [
            { name: 'Role.ObjectID', now: role.id },
            { name: 'Role.DisplayName', now: role.name },
            { name: 'Role.TemplateId', now: role.id },
          ],
        },
        { id: role.id, displayName: role.name, type: 'Role', changes: [] },
      ],
    })
    const ordinary = [6, 7, 8, 9, 10].flatMap((i) =>
      requestPackage(
        log,
        start - 30 * day + i * day + 9 * hour,
        person(i),
        { catalog, package: pack, group: drawings },
        'Site Nord',
      ),
    )
    const foreign = '192.0.2.58'
    const first = start + day + 13 * hour
    const stolen = { by: helpdesk, ip: foreign }
    const opened = [
      governance(log, first, {
        ...stolen,
        activity: 'Create resource request',
        operation: 'CreateResourceAddRequest',
        targets: [
          ['AccessPackageResource', group],
          ['AccessPackageCatalog', catalog],
        ],
      }),
      governance(log, first + 6 * minute, {
        ...stolen,
        activity: 'Update access package',
        operation: 'UpdateAccessPackage',
        targets: [
          ['AccessPackage', pack],
          ['AccessPackageCatalog', catalog],
          ['AccessPackageResource', group],
        ],
      }),
      governance(log, first + 11 * minute, {
        ...stolen,
        activity: 'Create access package assignment policy',
        operation: 'CreateAccessPackageAssignmentPolicy',
        targets: [
          [
            'AccessPackageAssignmentPolicy',
            { id: random.uuid(), name: 'External engineers 2' },
            [
              { name: 'AllowedTargetScope', now: 'AllExternalUsers' },
              { name: 'IsApprovalRequiredForAdd', now: 'False' },
            ],
          ],
          ['AccessPackage', pack],
        ],
      }),
    ]
    const stranger = guest(log, 'j.weller', 'J. Weller', 'norden-statik.example', '192.0.2.150')
    const invited = inviteGuest(
      log,
      start + 3 * day + 15 * hour,
      helpdesk,
      stranger,
      'j.weller@norden-statik.example',
      foreign,
    )
    const asked = requestPackage(
      log,
      start + 4 * day + 10 * hour + 20 * minute,
      stranger,
      { catalog, package: pack, group },
      'Site Nord, drawings for lot 3',
    )
    const key = { id: random.uuid(), name: 'export' }
    const before = [{ id: meters.keyId, name: 'export' }]
    const added = auditKeys(log, start + 11 * day + 16 * hour, stranger, meters, before, [...before, key])
    const kept = polledOnly(log.records(), [...quiet, ...ordinary], 'directoryAudits')
    return {
      records: kept.records,
      firstHostile: opened[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'A package without approval brings a guest into a group with a directory role',
          ids: [...opened, ...invited, ...asked],
          minimum: 'medium',
        },
        { act: 'A guest adds a key to an application', ids: [added], minimum: 'high' },
      ],
      quiet: kept.ids,
    }
  },
})
