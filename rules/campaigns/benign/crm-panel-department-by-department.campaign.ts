// A customer database with mail access is allowed for the company, and departments start to use it week after week.
import { benignWork } from '../campaign.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const departments = ['sales', 'service', 'marketing', 'field', 'partners']

export default benignWork({
  title: 'Five departments receive the mail panel of a new customer database, one each week',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent'],
  resembles:
    'An administrator allows a foreign application for everybody, and it reads and sends the mail of more people ' +
    'each week from a cloud.',
  accounts: 40,
  days: 36,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'millbrae', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 84,
      after: 36,
      records: 420,
      people: 24,
    })
    const panel = makeApp(random, 'Clientloom for Outlook', random.uuid(), { ip: '203.0.113.52' })
    const cloud = ['203.0.113.52', '203.0.113.53', '203.0.113.54']
    const { graph, admin } = tenant
    const ids = [
      ...consent(log, start + 10 * hour, {
        by: admin,
        app: panel,
        resource: graph,
        scopes: 'openid profile offline_access User.Read Mail.ReadWrite Mail.Send Calendars.ReadWrite Contacts.Read',
        admin: true,
        everyone: true,
      }),
    ]
    departments.forEach((department, week) => {
      staff(log, department, 8).forEach((person, i) => {
        const first = start + (1 + week * 7) * day + 9 * hour + i * 11 * minute
        ids.push(signInAudit(log, first, { person, client: panel, resource: graph, ip: person.ip }))
        for (let after = 0; after < 36 - week * 7 - 1; after += 1) {
          const at = first + after * day + 20 * minute
          if ([0, 6].includes(new Date(at).getUTCDay())) continue
          const access = { owner: person, client: panel, ip: random.pick(cloud) }
          ids.push(mailRead(log, at, access, random.integer(1, after === 0 ? 20 : 5)))
          if (random.number() < 0.5)
            ids.push(
              mailSend(log, at + random.integer(5, 200) * minute, access, random.pick(['Re: your offer', 'Our visit'])),
            )
        }
      })
    })
    return { records: log.records(), ids }
  },
})
