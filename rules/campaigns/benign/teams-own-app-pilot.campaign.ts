// Developers test an own Teams application in their team, publish it, and owners add it to six teams.
import { benignWork } from '../campaign.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { installApp, listMessages, makeTeam, publishApp } from '../microsoft-teams.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const permissions = ['ChannelMessage.Read.Group', 'TeamMember.Read.Group', 'TeamsActivity.Send.Group']

const workdays = [10, 11, 14, 15, 16, 17]

export default benignWork({
  title: 'An own Teams application from the first test to six teams',
  sources: [
    'https://learn.microsoft.com/en-us/microsoftteams/platform/graph-api/rsc/test-resource-specific-consent',
    'https://mmsharepoint.wordpress.com/tag/rsc/',
  ],
  resembles: 'A sideloaded application with permissions for a team reads the channels without a user.',
  accounts: 7,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'millbrook', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 70,
      after: 26,
      records: 380,
    })
    const { developer } = tenant
    const app = makeApp(random, 'Shift Board', tenant.id, { ip: '198.51.100.64', agent: 'shift-board/0.4 (+node)' })
    const ids: string[] = []
    const add = (at: number, by: typeof developer, name: string, mode: 'Sideloaded' | 'Organization') => {
      const team = makeTeam(log, name)
      ids.push(installApp(log, at, { by, ip: by.ip, app, team, mode, permissions }))
      return team
    }
    // Three builds on three days in the team of the developers.
    const test = add(start + 10 * hour, developer, 'Developers', 'Sideloaded')
    for (const later of [1, 3])
      ids.push(
        installApp(log, start + later * day + 14 * hour, {
          by: developer,
          ip: developer.ip,
          app,
          team: test,
          mode: 'Sideloaded',
          permissions,
        }),
      )
    routine(log, start, 5, 10, (at) => {
      const id = listMessages(log, at, app, test, app.ip)
      ids.push(id)
      return id
    })
    ids.push(publishApp(log, start + 9 * day + 9 * hour, tenant.admin, app))
    for (const [i, name] of ['Warehouse', 'Night shift', 'Drivers', 'Front desk', 'Kitchen', 'Garden'].entries()) {
      const team = add(start + (workdays[i] ?? 10) * day + (9 + i) * hour, person(3 + i), name, 'Organization')
      for (let look = 0; look < 4; look += 1)
        ids.push(
          listMessages(
            log,
            start + ((workdays[i] ?? 10) + 1 + look) * day + 8 * hour + look * minute,
            app,
            team,
            app.ip,
          ),
        )
    }
    return { records: log.records(), ids }
  },
})
