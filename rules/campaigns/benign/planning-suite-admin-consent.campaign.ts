// A new planning suite: refused consents of the pilot, one consent of the administrator, and sign-ins of the whole company.
import { benignWork } from '../campaign.ts'
import { working } from '../microsoft-background.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default benignWork({
  title: 'A company of 480 moves its project plans to a new web suite with one consent of the administrator',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent'],
  resembles:
    'Several refused consents for one new application, then a consent for everybody with file and calendar scopes, ' +
    'then hundreds of first sign-ins and much file reading by the new application.',
  accounts: 480,
  days: 38,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'veldkampbouw', {
      feeds: 'both',
      from: '2026-01-05',
      days: 63,
      after: 38,
      records: 420,
      people: 18,
    })
    const suite = makeApp(random, 'Taktplan Projects', random.uuid(), {
      ip: '203.0.113.48',
      agent: 'taktplan-sync/5.2',
    })
    const company = staff(log, 'vb', 462)
    const ids: string[] = []

    // The pilot group tries before the administrator is ready.
    company.slice(0, 11).forEach((person, i) => {
      const at = start + 9 * hour + i * 13 * minute
      const prompt = { person, client: suite, resource: tenant.graph, ip: person.ip, ownerTenant: suite.ownerTenant }
      ids.push(userSignIn(log, at, { ...prompt, error: 90094, reason: 'Admin consent is required.' }))
      if (i % 3 === 0)
        ids.push(userSignIn(log, at + 2 * hour, { ...prompt, error: 90094, reason: 'Admin consent is required.' }))
    })
    ids.push(
      ...consent(log, start + 2 * day + 10 * hour, {
        by: tenant.admin,
        app: suite,
        resource: tenant.graph,
        scopes: 'Calendars.ReadWrite Files.ReadWrite Sites.Read.All User.Read offline_access openid profile',
        admin: true,
        everyone: true,
      }),
    )
    // The waves: pilot, offices, sites.
    company.forEach((person, i) => {
      const wave = i < 11 ? 2 : i < 180 ? 9 : 20
      const at = working(log, start + wave * day, i < 11 ? 2 : 14)
      const use = { person, client: suite, resource: tenant.graph, ownerTenant: suite.ownerTenant }
      ids.push(userSignIn(log, at, { ...use, ip: person.ip }))
      if (i % 2 === 0)
        ids.push(
          userSignIn(log, at + 6 * hour, {
            ...use,
            ip: suite.ip,
            agent: suite.agent,
            interactive: false,
            incoming: 'refreshToken',
          }),
        )
      if (i % 4 === 0)
        for (let n = 0; n < 3; n += 1)
          ids.push(
            file(log, at + (20 + n) * minute, {
              person,
              client: suite,
              ip: suite.ip,
              agent: suite.agent,
              file: random.pick(['plan.mpp', 'schedule.xlsx', 'site-diary.docx', 'drawing-list.xlsx']),
              operation: random.pick(['FileAccessed', 'FileModified', 'FileDownloaded']),
              site: 'projects',
            }),
          )
    })
    return { records: log.records(), ids }
  },
})
