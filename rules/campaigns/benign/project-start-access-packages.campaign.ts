// A building project starts: colleagues and people of two partners ask for a package that needs no approval.
import { benignWork } from '../campaign.ts'
import { governance, inviteGuest, requestPackage } from '../microsoft-governance.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { scene } from '../microsoft-scene.ts'
import { guest } from '../microsoft-staff.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Thirty people ask for the package of a new project, eight of them guests',
  sources: [
    'https://learn.microsoft.com/en-us/entra/id-governance/entitlement-management-overview',
    'https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/active-directory/governance/entitlement-management-reports.md',
  ],
  resembles:
    'A new policy lets outside accounts ask without approval, and within days guests become members of a group through the service.',
  accounts: 30,
  days: 16,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'keystone-works', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-19',
      days: 70,
      after: 18,
      people: 26,
      records: 2600,
    })
    const owner = person(3)
    const catalog = { id: random.uuid(), name: 'Projects' }
    const group = { id: random.uuid(), name: 'prj-bridge-south' }
    const pack = { id: random.uuid(), name: 'Bridge South' }
    // A project of the last quarter went the same way.
    const old = { id: random.uuid(), name: 'prj-tunnel-east' }
    for (let i = 4; i < 16; i += 1)
      requestPackage(
        log,
        start - (60 - i * 2) * day + 9 * hour + i * minute,
        person(i),
        { catalog, package: { id: random.uuid(), name: 'Tunnel East' }, group: old },
        'Tunnel East',
      )
    const at = start + 9 * hour
    const policy = (name: string, scope: string) =>
      [
        'AccessPackageAssignmentPolicy',
        { id: random.uuid(), name },
        [
          { name: 'AllowedTargetScope', now: scope },
          { name: 'IsApprovalRequiredForAdd', now: 'False' },
        ],
      ] as const
    const made = 'Create access package assignment policy'
    const operation = 'CreateAccessPackageAssignmentPolicy'
    const package_ = ['AccessPackage', pack] as const
    const container = ['AccessPackageCatalog', catalog] as const
    const ids = [
      governance(log, at, {
        activity: 'Create resource request',
        operation: 'CreateResourceAddRequest',
        by: owner,
        targets: [['AccessPackageResource', group], container],
      }),
      governance(log, at + 5 * minute, {
        activity: 'Create access package',
        operation: 'CreateAccessPackage',
        by: owner,
        targets: [package_, container],
      }),
      governance(log, at + 9 * minute, {
        activity: made,
        operation,
        by: owner,
        targets: [policy('Staff', 'AllMemberUsers'), package_],
      }),
      governance(log, at + 14 * minute, {
        activity: made,
        operation,
        by: owner,
        targets: [policy('Partners', 'SpecificConnectedOrganizationUsers'), package_],
      }),
    ]
    const wanted = { catalog, package: pack, group }
    for (let i = 4; i < 26; i += 1) {
      const later = at + (1 + (i % 4)) * day + random.integer(0, 420) * minute
      ids.push(...requestPackage(log, later, person(i), wanted, 'I am in the team of Bridge South'))
    }
    for (let i = 0; i < 8; i += 1) {
      const domain = i % 2 === 0 ? 'statik-buero.example' : 'pont-conseil.example'
      const visitor = guest(log, `eng${i + 1}`, `Engineer ${i + 1}`, domain, `203.0.113.${80 + (i % 2)}`)
      const later = at + ([2, 3, 4, 7, 8, 9, 10, 11][i] ?? 3) * day + random.integer(0, 300) * minute
      ids.push(
        ...inviteGuest(log, later, tenant.helpdesk, visitor, `eng${i + 1}@${domain}`),
        ...requestPackage(log, later + 3 * hour, visitor, wanted, 'Statique du pont sud'),
      )
    }
    return polledOnly(log.records(), ids, 'directoryAudits')
  },
})
