import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { createKey, type ServiceAccount } from '../google-cloud-layouts.ts'
import { dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { merged } from '../google-crowd.ts'
import { ids, network } from '../google-layouts.ts'
import { accountLife } from '../google-lifecycle.ts'
import { orgOf } from '../google-outside.ts'
import { credential } from '../microsoft-credentials.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A clean-up deletes the service account of the staff sync, and the platform team restores it with a new key',
  sources: [
    'https://docs.cloud.google.com/iam/docs/service-accounts-delete-undelete',
    'https://docs.cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  ],
  resembles:
    'Five service accounts are deleted, one with a delegation of the whole domain comes back with a new key, and the same program gets a new secret in Entra.',
  accounts: 3,
  days: 4,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'kupferkanne', {
      feeds: 'audit',
      from: '2026-03-09',
      days: 77,
      after: 14,
      people: 18,
      records: 560,
    })
    const org = orgOf(random, tenant)
    const end = start + 14 * day
    const days = background(org, { until: end, days: 90, records: 700 })
    const developer = org.people[2] ?? org.admin
    const account = (name: string): ServiceAccount => ({
      project: 'kupferkanne-hr',
      name,
      number: `1${random.digits(20)}`,
    })
    const sync = account('staff-sync')
    const unused = ['old-poller', 'test-reader', 'demo-2024', 'pdf-worker'].map(account)
    const client = delegatedApp(sync, 'Staff Sync', ['admin.directory.user', 'admin.directory.group.member'])
    const host = network('198.51.100.62', 64501, 'DE', 'DE-HE')
    const common = { people: [org.admin], app: client, account: sync, from: host } as const
    const daily = { ...common, methods: ['directory.users.list', 'directory.users.update', 'directory.members.insert'] }
    const before = dailyDelegation(org, { ...daily, first: start - 75 * day + 4 * hour, days: 77 })
    const deleted = [...unused, sync].map((one, place) =>
      accountLife(org, 'Delete', {
        at: start + day + 9 * hour + place * 2 * minute,
        who: developer,
        from: org.office,
        account: one,
      }),
    )
    // The next morning the sync fails. It gets its account back, and both of its credentials are made new.
    const back = start + 2 * day + 8 * hour
    const restored = accountLife(org, 'Undelete', { at: back, who: developer, from: org.office, account: sync })
    const key = createKey(org, { at: back + 12 * minute, who: developer, from: org.office, account: sync })
    const secret = credential(
      log,
      back + 30 * minute,
      tenant.developer,
      tenant.hrSync,
      [{ id: tenant.hrSync.keyId, name: 'staff sync' }],
      [
        { id: tenant.hrSync.keyId, name: 'staff sync' },
        { id: random.uuid(), name: 'staff sync 2026' },
      ],
    )
    const after = dailyDelegation(org, { ...daily, first: back + hour, days: 11 })
    return {
      records: merged(log.records(), days.records, before, deleted, [restored, key], after),
      ids: [...ids(deleted, [restored, key], after), secret],
    }
  },
})
