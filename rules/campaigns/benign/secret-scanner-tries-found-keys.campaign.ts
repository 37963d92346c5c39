// A scanner of the security team signs in with each secret that it finds in old repositories; the owners change those that work.
import { benignWork } from '../campaign.ts'
import { refusedAppSignIn } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = [
  'Canteen Menu Board',
  'Fleet Booking',
  'Badge Printer',
  'Price List Export',
  'Survey Mailer',
  'Floor Map',
  'Tender Archive',
  'Shift Rota',
]

export default benignWork({
  title: 'A secret scanner of the security team tries the keys that it finds in repositories, and owners change them',
  sources: [
    'https://docs.trufflesecurity.com/',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-create-service-principal-portal',
  ],
  resembles:
    'Secrets of eight applications are used from one new address within minutes, some are refused, no work follows, and new secrets appear soon after.',
  accounts: 3,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'quayside', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 70,
      after: 28,
      records: 300,
    })
    const { graph, developer } = tenant
    const apps = names.map((name, i) =>
      makeApp(random, name, tenant.id, { ip: `198.51.100.${64 + i}`, agent: 'house-job/1.2 (+python)' }),
    )
    const working = apps.filter((_, i) => i % 3 !== 2)
    const changedLater = working.slice(0, 5)
    for (const app of apps)
      routine(log, start - 70 * day, changedLater.includes(app) ? 70 : 98, 24, (at) =>
        appSignIn(log, at, { app, resource: graph }),
      )

    const ids: string[] = []
    const scanner = '198.51.100.93'
    const expired = (at: number, app: App) =>
      refusedAppSignIn(log, at, 7000222, 'The provided client secret keys are expired.', {
        app,
        resource: graph,
        ip: scanner,
        keyId: random.uuid(),
      })
    const wrong = (at: number, app: App) =>
      refusedAppSignIn(log, at, 7000215, 'Invalid client secret provided.', {
        app,
        resource: graph,
        ip: scanner,
        keyId: '',
      })
    // Each Monday night. The first run finds eight keys; the later ones find them again in other branches.
    const runs = [apps, [...changedLater.slice(0, 2), ...working.slice(5)], changedLater.slice(2, 4), working.slice(5)]
    runs.forEach((found, week) => {
      found.forEach((app, i) => {
        const at = start + week * 7 * day + 22 * hour + i * 50_000
        ids.push(
          !working.includes(app)
            ? expired(at, app)
            : week > 0 && changedLater.includes(app)
              ? wrong(at, app)
              : appSignIn(log, at, { app, resource: graph, ip: scanner }),
        )
      })
    })
    // Two owners change the five keys that still work: a second key, and the old one goes after the switch.
    changedLater.forEach((app, i) => {
      const owner = i % 2 === 0 ? developer : person(8)
      const at = start + (1 + i) * day + (9 + i) * hour
      const old = { id: app.keyId, name: 'job' }
      const fresh = { id: random.uuid(), name: 'job 2026, vault' }
      ids.push(
        appSignIn(log, at - 2 * hour, { app, resource: graph }),
        userSignIn(log, at, { person: owner, client: firstParty.azurePortal, resource: graph, ip: owner.ip }),
        auditKeys(log, at + 5 * minute, owner, app, [old], [old, fresh]),
        auditKeys(log, at + 27 * hour, owner, app, [old, fresh], [fresh]),
        ...repeat(random, at + 30 * minute, 5, 60 * hour, (moment) =>
          appSignIn(log, moment, { app, resource: graph, keyId: fresh.id }),
        ),
      )
    })
    return { records: log.records(), ids }
  },
})
