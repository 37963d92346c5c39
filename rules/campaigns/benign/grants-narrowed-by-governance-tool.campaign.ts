// A governance tool takes wide grants away and writes narrow ones, after the owners agreed.
import { benignWork } from '../campaign.ts'
import { writeGrant } from '../microsoft-grants.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A governance tool replaces wide grants with narrow ones for four applications',
  sources: [
    'https://learn.microsoft.com/en-us/graph/permissions-grant-via-msgraph',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
  ],
  resembles: 'An application writes dozens of grants for people without a consent screen, some with mail and files.',
  accounts: 18,
  days: 9,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'rivage-habitat', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-02-09',
      days: 77,
      after: 14,
      people: 22,
      records: 2600,
    })
    const tool = makeApp(random, 'Gouvernance des accès', tenant.id, { ip: '198.51.100.67' })
    const { graph } = tenant
    const swaps = [
      ['Agenda partagé', 'Calendars.ReadWrite Mail.ReadWrite User.Read', 'Calendars.ReadWrite User.Read'],
      ['Dossiers locataires', 'Files.ReadWrite.All User.Read', 'Files.Read User.Read'],
      ['Annonces intranet', 'Mail.ReadWrite Mail.Send User.Read', 'Mail.Send User.Read'],
      ['Notes de visite', 'Files.ReadWrite.All Notes.ReadWrite.All User.Read', 'Notes.ReadWrite User.Read'],
    ] as const
    const clients = swaps.map(([name]) => makeApp(random, name, random.uuid()))
    const pick = (i: number) => {
      const client = clients[i]
      const swap = swaps[i]
      if (client === undefined || swap === undefined) throw new RangeError('no such client')
      return { client, wide: swap[1], narrow: swap[2] }
    }
    // In the months before, the tool removed a grant of a leaver now and then.
    routine(log, start - 77 * day, 77, 14, (at) => {
      const { client, wide } = pick(random.integer(0, 3))
      return writeGrant(
        log,
        at,
        tool,
        { client, resource: graph, scopes: wide, user: random.pick(tenant.people) },
        true,
      )
    })
    const ids = [0, 2, 7, 8].flatMap((d, i) => {
      const { client, wide, narrow } = pick(i)
      let at = start + d * day + 12 * hour
      return tenant.people.slice(2 + i, 20 - i).flatMap((user) => {
        at += random.integer(1, 3) * minute
        return [
          writeGrant(log, at, tool, { client, resource: graph, scopes: wide, user }, true),
          writeGrant(log, at + 1_800, tool, { client, resource: graph, scopes: narrow, user }),
        ]
      })
    })
    return only(log.records(), ids, ['ApplicationManagement', 'GroupManagement', 'RoleManagement', 'UserManagement'])
  },
})
