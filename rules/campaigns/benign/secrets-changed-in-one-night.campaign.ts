// A supplier tells its customers of a breach at night: two administrators change all secrets before the morning.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { switchPrincipal } from '../microsoft-federated.ts'
import { activateRole, applicationAdministrator } from '../microsoft-pim.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = [
  'Tariff Feed',
  'Ward Rota',
  'Lab Orders',
  'Badge Printer',
  'Meal Plan',
  'Parking Gate',
  'Bed Board',
  'Roster Mail',
]

export default benignWork({
  title: 'After a notice of a supplier two administrators change the secrets of eight applications in one night',
  sources: [
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  resembles:
    'Somebody takes a high role at night from home, puts new secrets on many old applications, removes the old ones, and switches applications off and on.',
  accounts: 2,
  days: 4,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'sint-rochus-clinic', {
      feeds: 'entra',
      from: '2025-06-16',
      days: 72,
      after: 14,
      people: 22,
      records: 560,
    })
    const { admin, developer, graph } = tenant
    const ids: string[] = []
    const night = start + 2 * day + 21 * hour + 35 * minute
    // Both work from home, and did so before.
    const team = [
      { who: admin, home: '203.0.113.131' },
      { who: developer, home: '203.0.113.148' },
    ]
    for (const { who, home } of team) {
      for (let week = 1; week < 10; week += 1)
        userSignIn(log, start - week * 7 * day + 8 * hour, {
          person: who,
          client: firstParty.azurePortal,
          resource: graph,
          ip: home,
        })
      const at = night + random.integer(0, 12) * minute
      ids.push(
        userSignIn(log, at, { person: who, client: firstParty.azurePortal, resource: graph, ip: home }),
        ...activateRole(
          log,
          at + 3 * minute,
          who,
          applicationAdministrator,
          'INC-2291 supplier breach, change secrets',
          home,
        ),
      )
    }
    for (const [i, name] of names.entries()) {
      const app = makeApp(random, name, tenant.id, { ip: `198.51.100.${70 + i}` })
      for (let d = 70; d > 0; d -= 2)
        appSignIn(log, start - d * day + (2 + i) * hour + random.integer(0, 9) * minute, { app, resource: graph })
      const { who, home: ip } = team[i % 2] ?? { who: admin, home: admin.ip }
      const old = { id: app.keyId, name: '2024' }
      const fresh = { id: random.uuid(), name: 'INC-2291' }
      const at = night + (30 + i * 17) * minute
      ids.push(auditKeys(log, at, who, app, [old], [old, fresh], { ip }))
      for (let run = 0; run < 3; run += 1)
        ids.push(appSignIn(log, at + (9 + run * 600) * minute, { app, resource: graph, keyId: fresh.id }))
      ids.push(auditKeys(log, at + 25 * minute, who, app, [old, fresh], [fresh], { ip }))
    }
    // Applications of the supplier are off until it has closed the hole.
    for (const [i, name] of ['Chatline Agent', 'Chatline Insights'].entries()) {
      const app = makeApp(random, name, random.uuid(), { ip: `203.0.113.${81 + i}`, agent: 'Chatline/7' })
      for (let d = 70; d > 0; d -= 2) appSignIn(log, start - d * day + 11 * hour + i * minute, { app, resource: graph })
      ids.push(
        switchPrincipal(log, night + (20 + i) * minute, admin, app, false, '203.0.113.131'),
        switchPrincipal(log, night + 62 * hour + i * minute, admin, app, true),
        appSignIn(log, night + 63 * hour, { app, resource: graph }),
      )
    }
    return { records: log.records(), ids }
  },
})
