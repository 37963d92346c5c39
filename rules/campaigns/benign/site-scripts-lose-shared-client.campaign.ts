import { benignWork } from '../campaign.ts'
import { credential } from '../microsoft-credentials.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const sitesSelected = {
  id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
  value: 'Sites.Selected',
  title: 'Access selected site collections',
} as const

export default benignWork({
  title:
    'The shared client of the site scripts is deleted by its makers, and three teams get registrations of their own',
  sources: [
    'https://github.com/pnp/powershell/discussions/4249',
    'https://pnp.github.io/powershell/articles/registerapplication.html',
    'https://pnp.github.io/blog/post/changes-pnp-management-shell-registration/',
  ],
  resembles:
    'Sign-ins to a removed client fail for two days. Then the administrator registers three applications, each with consent for everybody to full control of all sites and groups, and one with a certificate. On the same days four people fetch many files from many sites with a script. It is the way that the makers of the tool describe, and everybody works at the usual place.',
  accounts: 5,
  days: 25,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'wrenfold', { feeds: 'audit', from: '2024-06-24', days: 77, after: 27 })
    const { log, tenant, start, person } = stage
    const { admin, graph, sharepoint } = tenant
    const agent = 'NONISV|SharePointPnP|PnPPS/2.12 (Microsoft Windows 10.0.22631)'
    const makers = [admin, person(4), person(7), person(10)]
    const shared = makeApp(random, 'PnP Management Shell', '73da091f-a58d-405f-9015-9bd386425255', {
      appId: '31359c7f-bd7e-475c-86db-fdb8c937548e',
    })
    routine(log, start - 77 * day, 77, 70, (at) => {
      const maker = random.pick(makers)
      signInAudit(log, at - 30_000, { person: maker, client: shared, resource: sharepoint, ip: maker.ip, agent })
      return file(log, at, {
        person: maker,
        client: shared,
        ip: maker.ip,
        agent,
        file: `page-${random.integer(1, 60)}.aspx`,
        site: random.pick(['intranet', 'projects', 'quality']),
        operation: 'FileDownloaded',
      })
    })

    const ids: string[] = []
    for (let i = 0; i < 18; i += 1) {
      const maker = random.pick(makers)
      ids.push(
        signInAudit(log, start + random.integer(0, 1) * day + 8 * hour + random.integer(0, 500) * minute, {
          person: maker,
          client: shared,
          resource: sharepoint,
          ip: maker.ip,
          agent,
          error: '700016',
          reason: 'UnauthorizedClient_DoesNotMatchRequest',
        }),
      )
    }
    const apps = ['PnP PowerShell - Intranet', 'PnP PowerShell - Projects', 'PnP PowerShell - Quality'].map((name) =>
      makeApp(random, name, tenant.id, { reply: 'http://localhost' }),
    )
    apps.forEach((app, i) => {
      const at = start + (2 + i) * day + 10 * hour
      const whole = { by: admin, app, admin: true, everyone: true, isNew: false }
      ids.push(
        ...register(log, at, admin, app),
        ...consent(log, at + minute, {
          ...whole,
          resource: sharepoint,
          scopes: 'AllSites.FullControl TermStore.ReadWrite.All',
        }),
        ...consent(log, at + minute + 9_000, {
          ...whole,
          resource: graph,
          scopes: 'Group.ReadWrite.All User.ReadWrite.All',
        }),
      )
    })
    const [nightly] = apps
    if (nightly) {
      const at = start + 8 * day + 14 * hour
      const key = { id: random.uuid(), name: 'CN=intranet-nightly', type: 'AsymmetricX509Cert' as const }
      ids.push(credential(log, at, admin, nightly, [], [key]))
      ids.push(
        appRole(log, at + 3 * minute, admin, nightly, sharepoint, {
          ...sitesSelected,
          id: '20d37865-089c-4dee-8c41-6967602d4ac8',
        }),
      )
      ids.push(appRole(log, at + 4 * minute, admin, nightly, graph, sitesSelected))
    }
    for (let days = 2; days < 25; days += 1) {
      if ([0, 6].includes(new Date(start + days * day).getUTCDay())) continue
      makers.forEach((maker, i) => {
        const app = apps[Math.min(i, days - 2) % apps.length]
        if (app === undefined) return
        const at = start + days * day + 11 * hour + random.integer(0, 280) * minute
        ids.push(signInAudit(log, at, { person: maker, client: app, resource: sharepoint, ip: maker.ip, agent }))
        const count = days < 6 ? 24 : 5
        for (let n = 0; n < count; n += 1)
          ids.push(
            file(log, at + (n + 1) * 4_000, {
              person: maker,
              client: app,
              ip: maker.ip,
              agent,
              file: `template-${random.integer(1, 90)}.xml`,
              site: random.pick(['intranet', 'projects', 'quality', 'works-council']),
              operation: 'FileDownloaded',
            }),
          )
      })
    }
    return { records: log.records(), ids }
  },
})
