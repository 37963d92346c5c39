// An administrator renews the tokens with which nine services receive accounts, and a new office arrives in between.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditGroupAssignment } from '../microsoft-directory.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { accountFromFeed, provisioning } from '../microsoft-provisioning.ts'
import { outsider } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const services = [
  'Driftboard',
  'Papertrail Sign',
  'Northdesk Tickets',
  'Mapwell',
  'Codeharbor',
  'Expensio',
  'Learnfold',
  'Chartling',
  'Roomwise',
]

export default benignWork({
  title:
    'The tokens of nine services that receive accounts are renewed, while a feed makes 34 accounts for a new office',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/configure-automatic-user-provisioning-portal',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities',
  ],
  resembles:
    'One person stops and starts the provisioning of many applications, changes their credentials, and many accounts appear in one night.',
  accounts: 16,
  days: 95,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fjordline', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 70,
      after: 25,
      records: 520,
      people: 16,
    })
    const { admin, helpdesk, graph } = tenant
    const ids: string[] = []
    const office = { id: random.uuid(), name: 'Office Bergen' }
    services.forEach((name, i) => {
      const app = makeApp(random, name, random.uuid())
      const job = `${name.split(' ')[0]?.toLowerCase()}.${random.uuid().replaceAll('-', '')}.${random.uuid()}`
      // The help desk does some of them, from home on one day.
      const by = i % 3 === 2 ? { ...helpdesk, ip: '203.0.113.188' } : admin
      const at = start + (1 + Math.floor(i / 3) * 3) * day + (9 + (i % 3) * 2) * hour + random.integer(0, 50) * minute
      ids.push(
        userSignIn(log, at - 5 * minute, { person: by, client: firstParty.azurePortal, resource: graph, ip: by.ip }),
        provisioning(log, at, by, 'Disable/pause provisioning configuration', app, job),
        provisioning(log, at + 7 * minute, by, 'Update provisioning setting or credentials', app, job),
        provisioning(log, at + 12 * minute, by, 'Enable/start provisioning configuration', app, job),
      )
      if (i % 4 === 1)
        ids.push(
          // The first token had too few rights.
          provisioning(log, at + 55 * minute, by, 'Update provisioning setting or credentials', app, job),
          provisioning(log, at + 58 * minute, by, 'Enable/restart provisioning configuration', app, job),
        )
      ids.push(
        provisioning(log, at + 3 * day, by, 'Update attribute mappings or scope', app, job),
        auditGroupAssignment(log, at + 3 * day + 10 * minute, by, app, office),
      )
    })
    // The personnel system knows the new office, and its feed makes the accounts in one night.
    ids.push(
      ...repeat(random, start + 6 * day + 2 * hour, 34, 40_000, (at) => {
        const number = random.digits(5)
        return accountFromFeed(
          log,
          at,
          outsider(random, `b${number}@${tenant.domain}`, `Bergen ${number}`, person(5), '198.51.100.41'),
          'Bergen',
        )
      }),
    )
    return { records: log.records(), ids }
  },
})
