// The service desk of a utility gets a call centre program that works with Teams.
import { benignWork } from '../campaign.ts'
import { appSignIn, first, type Person, person, signIn, vendorApp } from '../quiet-microsoft.ts'
import { addUser } from '../quiet-microsoft-accounts.ts'
import { appRole, consent } from '../quiet-microsoft-consent.ts'
import { company, ordinaryDay } from '../quiet-microsoft-days.ts'
import { teamsApp } from '../quiet-microsoft-files.ts'
import { graphApp, request, roles } from '../quiet-microsoft-graph.ts'
import { germanTown, people } from '../quiet-people.ts'
import { hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = germanTown('Münster', 'Nordrhein-Westfalen', 'DE-NW')
const scopes = 'User.Read User.ReadBasic.All Presence.Read.All openid profile offline_access'
const instance = {
  enabled: false,
  department: 'Microsoft Communication Application Instance',
  agent: 'Mozilla/5.0 (Windows NT; Windows NT 10.0; de-DE) WindowsPowerShell/5.1.26100.1',
}

export default benignWork({
  title: 'A call centre program joins Teams',
  sources: [
    'https://learn.microsoft.com/en-us/microsoftteams/teams-contact-center',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/grant-admin-consent',
  ],
  resembles:
    'An administrator consents for everyone to a new application of a young vendor, gives it application permissions, creates ' +
    'accounts without people, and the application reads presence all day from a cloud. The work is benign: the purchase was ' +
    'tendered and tested with two agents, the permissions are those of the installation guide, none opens mail or files, and ' +
    'resource accounts belong to every telephone queue. Afterwards the agents sign in each morning and nothing else changes.',
  accounts: 31,
  days: 84,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'stadtwerke-ems.example',
      host: 'stadtwerkeems',
      names: people('german', 28),
      lines,
      office: 'telekom',
      hours: [6, 16.5],
      used: ['Zählerportal', 'Zeitblick', 'Schadenmelder'],
      reader: 'Raum und Termin',
      small: ['Protokollhilfe', 'Farbkarte'],
    })
    const t = c.tenant
    const [voice, lead] = c.people as [Person, Person]
    const agents = c.people.slice(2, 15)
    const centre = vendorApp(random, 'Anrufwerk Contact Center')
    const team = { name: 'Kundenservice', id: `19:${random.uuid().replaceAll('-', '')}@thread.tacv2` }
    const servers = [0, 1].map(() => place(random, 'azure', ['Frankfurt am Main', 'Hessen', 'DE', 'DE-HE']))
    const key = random.uuid()
    const permissions = [roles.users, roles.presence, roles.calls]
    const values = permissions.map((role) => role[1])
    const days = workingDays('2026-04-13', 84, ['2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04'])
    const installed = utc('2026-05-05')
    const everyone = utc('2026-05-18')

    for (const date of days) {
      ordinaryDay(scene, c, date, 0.3)
      if (date === installed)
        scene.work(() => {
          const time = date + 7.5 * hour
          signIn(scene, t, time, voice, first.portal, t.office)
          consent(scene, t, time + 12 * minute, voice, centre, scopes, { everyone: true, firstTime: true })
          for (const [i, role] of permissions.entries())
            appRole(scene, t, time + 12 * minute + 700 + i * 80, voice, centre, role)
          teamsApp(scene, t, time + hour, voice, 'AppPublishedToCatalog', centre, t.office)
          for (const [i, queue] of ['Queue Störung', 'Queue Rechnung', 'Queue Umzug'].entries()) {
            const account = { ...person(random, queue, t.domain, lines), upn: `cc-${i + 1}@${t.domain}` }
            addUser(scene, t, time + 2 * hour + i * 2 * minute, voice, account, instance)
          }
        })
      if (date < installed) continue
      scene.work(() => {
        if (date === everyone) teamsApp(scene, t, date + 7 * hour, lead, 'AppInstalled', centre, t.office, team)
        const users = date < everyone ? agents.slice(0, 2) : agents
        for (const who of users) {
          if (scene.chance(0.15)) continue
          const where = scene.chance(0.4) ? who.home.at(date) : t.office
          signIn(scene, t, scene.moment(date, 5.5, 7), who, centre, where)
          if (scene.chance(0.3))
            signIn(scene, t, scene.moment(date, 10, 14), who, centre, where, { interactive: false })
        }
        for (const start of [5, 9, 13]) {
          const time = scene.moment(date, start, start + 0.5)
          const where = random.pick(servers)
          appSignIn(scene, t, time, centre, where, key, graphApp)
          for (const path of [
            'users?$select=id,displayName,businessPhones',
            `users/${random.pick(users).oid}/presence`,
            'communications/presences',
          ])
            request(scene, t, time + random.integer(2, 900) * 1000, centre, where, path, values)
        }
      })
    }
    return scene.result()
  },
})
