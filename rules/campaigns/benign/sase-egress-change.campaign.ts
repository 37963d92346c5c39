import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The company changes its VPN to a cloud provider: everybody and two own applications get new addresses',
  sources: ['https://learn.microsoft.com/en-us/entra/global-secure-access/how-to-source-ip-restoration'],
  resembles: 'Within two days all people and old applications with mail permissions sign in from an unknown network.',
  accounts: 16,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'kestrelyard', {
      feeds: 'both',
      from: '2026-05-04',
      days: 60,
      records: 240,
      people: 16,
    })
    const egress = ['2001:db8:5a5e:1::4', '2001:db8:5a5e:1::5', '2001:db8:5a5e:2::4']
    const { hrSync, mailBridge, helpdesk, graph, exchange, sharepoint } = tenant
    const ids: string[] = []
    tenant.people.forEach((person, i) => {
      const moved = start + (i < 6 ? 0 : 1) * day
      for (let n = 0; n < 5; n += 1) {
        const at = moved + random.integer(0, 2) * day + (7 + random.integer(0, 9)) * hour + i * minute + n * 9000
        const ip = random.pick(egress)
        ids.push(
          userSignIn(log, at, {
            person,
            client: random.pick([firstParty.outlookWeb, firstParty.teams, firstParty.office, firstParty.oneDriveSync]),
            resource: random.pick([graph, exchange, sharepoint]),
            ip,
            interactive: n === 0,
            incoming: n === 0 ? 'none' : 'primaryRefreshToken',
          }),
        )
        if (n === 1)
          ids.push(
            mailRead(
              log,
              at + 5 * minute,
              {
                owner: person,
                client: firstParty.outlookWeb,
                ip,
                info: 'Client=OWA;Action=ViaProxy',
                api: exchange.appId,
              },
              random.integer(1, 6),
            ),
          )
      }
    })
    for (let n = 0; n < 10; n += 1) {
      const at = start + 2 * day + 6 * hour + n * 3 * hour + random.integer(0, 60_000)
      const ip = egress[2] ?? hrSync.ip
      ids.push(
        appSignIn(log, at, { app: hrSync, resource: graph, ip }),
        graphCall(log, at + 5000, {
          client: hrSync,
          ip,
          uri: `/users/${random.pick(tenant.people).oid}`,
          method: 'PATCH',
          status: 204,
          permissions: 'User.ReadWrite.All',
          agent: hrSync.agent,
        }),
        appSignIn(log, at + 20 * minute, { app: mailBridge, resource: graph, ip }),
        mailRead(
          log,
          at + 21 * minute,
          { owner: helpdesk, client: mailBridge, appOnly: mailBridge, ip },
          random.integer(1, 3),
        ),
      )
    }
    return { records: log.records(), ids }
  },
})
