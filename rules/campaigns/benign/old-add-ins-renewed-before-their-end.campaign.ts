// Three add-ins of the old SharePoint model get their yearly secrets and a new server, and a developer registers a fourth.
import { benignWork } from '../campaign.ts'
import { addInPrincipal, settingsPage } from '../microsoft-add-in-principals.ts'
import { working } from '../microsoft-background.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'Three old SharePoint add-ins get their yearly secrets and a new server, and a developer registers a fourth',
  sources: [
    'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/replace-an-expiring-client-secret-in-a-sharepoint-add-in',
  ],
  resembles:
    'New secrets appear on service principals, downloads of app@sharepoint come from an address that is new, and a fresh ' +
    'add-in with its own rights reads a site.',
  accounts: 420,
  days: 45,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'weidenauhospital', {
      feeds: 'audit',
      from: '2025-03-03',
      days: 80,
      after: 46,
      people: 15,
    })
    const ids: string[] = []
    const old = '203.0.113.30'
    const moved = '203.0.113.171'
    const kinds = [
      ['Form Archive', 'forms', 'NONISV|Formwerk|Archive/3.1'],
      ['Duty Roster Export', 'rosters', 'NONISV|HouseIT|RosterExport/1.4'],
      ['Lab Report Filing', 'laboratory', 'NONISV|Labfile|Filing/2.0'],
    ] as const
    const addIns = kinds.map(([name, site, agent]) => ({
      site,
      app: makeApp(random, name, tenant.id, { ip: old, agent }),
    }))
    const download = (at: number, app: App, site: string, ip: string): string =>
      file(log, at, {
        person: tenant.developer,
        client: app,
        appOnly: app,
        ip,
        agent: app.agent,
        file: `${site}-${random.integer(100, 9999)}.pdf`,
        operation: random.pick(['FileDownloaded', 'FileDownloaded', 'FileUploaded']),
        site,
      })
    const night = (from: number): number => from + 2 * hour + random.integer(0, 100) * minute
    for (const { app, site } of addIns)
      for (let n = -80; n < 45; n += 1) {
        // The server moves on the twentieth day.
        const count = random.integer(2, 6)
        for (let i = 0; i < count; i += 1) {
          const id = download(night(start + n * day) + i * 5_000, app, site, n < 20 ? old : moved)
          if (n >= 0) ids.push(id)
        }
      }
    addIns.forEach(({ app }, i) => {
      const at = start + (3 + i) * day + 10 * hour + random.integer(0, 200) * minute
      const { admin } = tenant
      ids.push(
        signInAudit(log, at - 3 * minute, {
          person: admin,
          client: firstParty.graphTools,
          resource: tenant.graph,
          ip: admin.ip,
        }),
        credential(
          log,
          at,
          admin,
          app,
          [{ id: app.keyId, name: '' }],
          [
            { id: app.keyId, name: '' },
            { id: random.uuid(), name: 'Renewed 2025' },
          ],
          true,
        ),
      )
    })
    const { developer } = tenant
    const fourth = makeApp(random, 'Ward Handover Filing', tenant.id, {
      ip: developer.ip,
      agent: 'NONISV|HouseIT|Handover/0.1',
      reply: 'https://handover.weidenauhospital.example/',
    })
    const at = start + 24 * day + 14 * hour + 9 * minute
    const visit = { person: developer, ip: developer.ip, agent: developer.agent, site: 'ward-handover-test' }
    ids.push(
      signInAudit(log, at - 6 * minute, {
        person: developer,
        client: firstParty.officeHome,
        resource: tenant.sharepoint,
        ip: developer.ip,
      }),
      settingsPage(log, at, { ...visit, page: 'appregnew.aspx' }),
      addInPrincipal(log, at + 2 * minute, fourth),
      settingsPage(log, at + 5 * minute, { ...visit, page: 'appinv.aspx' }),
      ...Array.from({ length: 30 }, () =>
        download(working(log, start + 25 * day, 19), fourth, 'ward-handover-test', developer.ip),
      ),
    )
    return { records: log.records(), ids }
  },
})
