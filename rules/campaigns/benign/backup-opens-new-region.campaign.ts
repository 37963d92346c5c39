// The backup supplier moves to new addresses in another region, and copies everything once more.
import { benignWork } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const addresses = ['2001:db8:77::21', '2001:db8:77::22', '2001:db8:77::23', '2001:db8:77::24']

export default benignWork({
  title: 'The backup supplier adds a new address range in another region, and runs a full copy',
  sources: [
    'https://learn.microsoft.com/en-us/graph/microsoft-graph-activity-logs-overview',
    'https://learn.microsoft.com/en-us/graph/delta-query-overview',
  ],
  resembles:
    'A powerful application with its old secret signs in from a new country, and reads all mailboxes and drives in three nights.',
  accounts: 20,
  days: 92,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'brackenfoods', {
      feeds: 'both',
      from: '2026-01-12',
      days: 92,
      after: 14,
      records: 900,
      people: 20,
    })
    const { backup, graph } = tenant
    const from = start - 92 * day
    const permissions = 'Files.Read.All Mail.Read Sites.Read.All'
    const call = (at: number, ip: string, uri: string, size: number) =>
      graphCall(log, at, { client: backup, ip, uri, permissions, agent: backup.agent, size })
    const people = Array.from({ length: 20 }, (_, i) => person(i))
    // Every night: what changed, from the old address.
    for (let i = 0; i < 92; i += 1) {
      const at = from + i * day + 2 * hour
      appSignIn(log, at, { app: backup, resource: graph })
      const who = people[i % 20] ?? tenant.admin
      call(at + 30_000, backup.ip, `/users/${who.oid}/messages/delta`, random.integer(9_000, 30_000))
      call(at + 60_000, backup.ip, `/users/${who.oid}/drive/root/delta`, random.integer(9_000, 30_000))
    }
    routine(log, from, 92, 120, (at) =>
      mailRead(
        log,
        at,
        { owner: random.pick(people), client: backup, appOnly: backup, ip: backup.ip },
        random.integer(2, 9),
      ),
    )
    const ids: string[] = []
    // Three nights: a full copy from four new addresses.
    for (let night = 0; night < 3; night += 1) {
      const evening = start + night * day + 21 * hour
      for (const ip of addresses)
        ids.push(appSignIn(log, evening + random.integer(0, 5) * minute, { app: backup, resource: graph, ip }))
      people.forEach((who, index) => {
        const at = evening + (10 + index * 9) * minute
        const ip = addresses[index % 4] ?? backup.ip
        for (let page = 0; page < 4; page += 1)
          ids.push(
            call(at + page * 25_000, ip, `/users/${who.oid}/messages?$top=500`, random.integer(300_000, 900_000)),
          )
        ids.push(call(at + 3 * minute, ip, `/users/${who.oid}/drive/root/delta`, random.integer(200_000, 800_000)))
        ids.push(
          mailRead(log, at + 5 * minute, { owner: who, client: backup, appOnly: backup, ip }, random.integer(30, 60)),
        )
      })
    }
    // After that, the usual nights, partly from the new addresses.
    for (let i = 4; i < 14; i += 1) {
      const at = start + i * day + 2 * hour
      const ip = random.pick([backup.ip, ...addresses])
      const who = random.pick(people)
      ids.push(appSignIn(log, at, { app: backup, resource: graph, ip }))
      ids.push(call(at + 40_000, ip, `/users/${who.oid}/messages/delta`, random.integer(9_000, 30_000)))
    }
    return { records: log.records(), ids }
  },
})
