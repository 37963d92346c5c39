import { benignWork } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'On a Saturday the backup product restores mailboxes and files from its second site as a drill',
  sources: [
    'https://learn.microsoft.com/en-us/microsoft-365/backup/backup-overview',
    'https://www.cisa.gov/stopransomware/ransomware-guide',
  ],
  resembles:
    'An application with wide permissions comes from an address of its second site at the weekend, and reads and writes the mail and files of many people in hours.',
  accounts: 14,
  days: 1,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'merrowdown-council', {
      feeds: 'entra',
      from: '2026-04-06',
      days: 68,
      after: 9,
      people: 22,
      records: 880,
    })
    const { backup } = tenant
    const second = '203.0.113.19'
    // The second site checks its way in once a week, all the time.
    for (let week = 0; week < 9; week += 1)
      appSignIn(log, start - (63 - week * 7) * day + 2 * hour + random.integer(0, 20) * minute, {
        app: backup,
        resource: tenant.graph,
        ip: second,
      })
    const ids: string[] = []
    const opening = start + 7 * hour
    const permissions = 'Files.ReadWrite.All Mail.ReadWrite Sites.ReadWrite.All User.Read.All'
    for (let i = 0; i < 14; i += 1) {
      const who = person(4 + i)
      const at = opening + i * 17 * minute + random.integer(0, 4) * minute
      const used = { client: backup, ip: second, agent: backup.agent, permissions }
      ids.push(appSignIn(log, at, { app: backup, resource: tenant.graph, ip: second }))
      const mail = `/users/${who.oid}/mailFolders`
      ids.push(
        graphCall(log, at + 30_000, { ...used, uri: mail }),
        graphCall(log, at + 45_000, { ...used, uri: mail, method: 'POST', status: 201 }),
      )
      for (let part = 0; part < 6; part += 1)
        ids.push(
          graphCall(log, at + 60_000 + part * 70_000, {
            ...used,
            uri:
              part < 4
                ? `/users/${who.oid}/messages`
                : `/users/${who.oid}/drive/root:/Restore/part-${part}.zip:/content`,
            method: part < 4 ? 'POST' : 'PUT',
            status: 201,
            size: random.integer(1_200, 4_800),
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
