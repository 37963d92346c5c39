// The first morning of a new colleague: an account, a password, and eight tools that the team uses.
import { benignWork } from '../campaign.ts'
import { directory, listed, userTarget } from '../microsoft-layouts.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const basic = 'openid profile email User.Read'
const tools = [
  ['Trackwise Planner', basic],
  ['Callmate Booking', `${basic} Calendars.ReadWrite offline_access`],
  ['Mailpilot CRM', `${basic} Mail.ReadWrite Mail.Send Contacts.Read offline_access`],
  ['Signwell Forms', `${basic} Files.ReadWrite offline_access`],
  ['Boardly Canvas', basic],
  ['Notetaker for Meetings', `${basic} Calendars.Read OnlineMeetings.Read offline_access`],
  ['Expensa', `${basic} Mail.Read offline_access`],
  ['Learnhub Academy', basic],
] as const

export default benignWork({
  title: 'A new colleague connects eight tools of the team on the first day',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/user-admin-consent-overview'],
  resembles: 'A fresh account gives many consents in three hours, some for mail and files with offline access.',
  accounts: 20,
  days: 92,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'oakhaven', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 92,
      after: 14,
      records: 900,
      people: 20,
    })
    const { graph, helpdesk } = tenant
    const from = start - 92 * day
    // Colleagues have used each tool for months.
    const apps = tools.map(([name, scopes], index) => {
      const app = makeApp(random, name, random.uuid())
      const users = [3 + index, 5 + index, 8 + index, 11 + index]
      users.forEach((place, i) => {
        const at = from + (8 + index) * hour + i * 21 * minute
        consent(log, at, { by: person(place), app, resource: graph, scopes, isNew: i === 0 })
        if (scopes.includes('Mail.'))
          routine(log, from + 84 * hour, 88, 30, (when) =>
            mailRead(log, when, { owner: person(place), client: app, ip: app.ip }, random.integer(1, 3)),
          )
      })
      return { app, scopes }
    })
    const hire = outsider(random, `noor.vance@${tenant.domain}`, 'Noor Vance', person(4), '198.51.100.21')
    const ids: string[] = []
    const target = { by: helpdesk, target: userTarget(hire), objectId: hire.upn, category: 'User' } as const
    const details = { 'User-Agent': helpdesk.agent }
    const morning = start + 8 * hour
    ids.push(
      directory(log, morning - 20 * hour, {
        ...target,
        operation: 'Add user.',
        details,
        changes: [
          { name: 'AccountEnabled', now: listed(true), before: '[]' },
          { name: 'DisplayName', now: listed(hire.name), before: '[]' },
          { name: 'UserPrincipalName', now: listed(hire.upn), before: '[]' },
          { name: 'Included Updated Properties', now: 'AccountEnabled, DisplayName, UserPrincipalName' },
        ],
      }),
      directory(log, morning - 12 * minute, { ...target, operation: 'Reset user password.', details, changes: [] }),
    )
    const signs = { person: hire, ip: hire.ip } as const
    const office = { name: 'OfficeHome', appId: '4765445b-32c6-49b0-83e6-1d93765276ca' }
    ids.push(signInAudit(log, morning, { ...signs, client: office, resource: graph, requestType: 'Login:login' }))
    apps.forEach(({ app, scopes }, index) => {
      const at = morning + (25 + index * 19 + random.integer(0, 9)) * minute
      ids.push(signInAudit(log, at - 5000, { ...signs, client: app, resource: graph }))
      ids.push(...consent(log, at, { by: hire, app, resource: graph, scopes, isNew: false }))
      const access = { owner: hire, client: app, ip: app.ip }
      if (scopes.includes('Mail.'))
        ids.push(...repeat(random, at, 24, 7 * hour, (when) => mailRead(log, when, access, random.integer(1, 4))))
      if (scopes.includes('Mail.Send'))
        ids.push(
          ...repeat(random, at + 3 * day, 6, day, (when) =>
            mailSend(log, when, access, 'Nice to meet you, a first offer'),
          ),
        )
    })
    return { records: log.records(), ids }
  },
})
