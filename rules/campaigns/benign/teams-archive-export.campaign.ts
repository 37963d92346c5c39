import { benignWork } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole, newPrincipal } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An archive vendor exports the Teams chats of everybody for the records of the company',
  sources: ['https://learn.microsoft.com/en-us/microsoftteams/export-teams-content'],
  resembles: 'A new foreign application with tenant-wide permissions downloads all chats every night.',
  accounts: 15,
  days: 35,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'merrowdale', {
      feeds: 'both',
      from: '2026-01-05',
      days: 70,
      after: 36,
    })
    const { admin, graph, people } = tenant
    const vendor = makeApp(random, 'Keepwell Archive for Teams', random.uuid(), {
      ip: '203.0.113.150',
      agent: 'KeepwellArchive/3.4',
    })
    const at = start + 10 * hour
    const made = newPrincipal(log, at, admin, vendor)
    const granted = [
      { id: '6b7d71aa-70aa-4810-a8d9-5d9fb2830017', value: 'Chat.Read.All', title: 'Read all chat messages' },
      {
        id: '7b2449af-6ccd-4f4d-9f78-e550c193f0d1',
        value: 'ChannelMessage.Read.All',
        title: 'Read all channel messages',
      },
      { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All', title: "Read all users' full profiles" },
    ].map((role, i) => appRole(log, at + (i + 1) * 2000, admin, vendor, graph, role))

    // The first night takes years of messages; later nights take the day.
    const work: string[] = []
    for (let night = 1; night <= 34; night += 1) {
      const begin = start + night * day + hour
      const tokenId = token(log)
      work.push(appSignIn(log, begin, { app: vendor, resource: graph, tokenId }))
      const pages = night === 1 ? 5 : 1
      people.forEach((person, i) => {
        for (let page = 0; page < pages; page += 1)
          work.push(
            graphCall(log, begin + (i * pages + page) * 20_000 + minute, {
              client: vendor,
              ip: vendor.ip,
              uri: `/users/${person.oid}/chats/getAllMessages?$top=1000&$skip=${page * 1000}`,
              permissions: 'ChannelMessage.Read.All Chat.Read.All User.Read.All',
              agent: vendor.agent,
              size: night === 1 ? random.integer(400_000, 1_800_000) : random.integer(2_000, 60_000),
              tokenId,
            }),
          )
      })
    }
    return { records: log.records(), ids: [made, ...granted, ...work] }
  },
})
