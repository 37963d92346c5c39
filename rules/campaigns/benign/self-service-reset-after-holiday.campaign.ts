// The first week after the holidays: forgotten passwords, new telephones, and sign-ins from trains and homes.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Self-service password resets and new telephones after the holidays',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-methods-activity',
    'https://nhimg.org/storm-2949-how-a-phone-call-turned-one-cloud-identity-into-a-full-azure-breach',
  ],
  resembles: 'Resets, removed methods and new methods from unknown addresses, and then files are opened.',
  accounts: 13,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'wintergrove', {
      feeds: 'entra',
      from: '2025-10-27',
      days: 70,
      after: 7,
      records: 340,
      people: 18,
    })
    const ids: string[] = []
    for (let i = 3; i < 16; i += 1) {
      const who = person(i)
      const at = start + (i % 5) * day + (7 + (i % 4)) * hour + random.integer(0, 55) * minute
      // Some reset at home or on the train, on a network that nobody has seen before.
      const ip = i % 3 === 0 ? `203.0.113.${140 + i}` : i % 7 === 1 ? `2001:db8:77:${i}::9` : who.ip
      const write = (later: number, activity: string, type: string, reason: string, service: string) =>
        ids.push(
          audit(log, at + later, {
            activity,
            category: 'UserManagement',
            by: who,
            ip,
            type,
            service,
            reason,
            targets: [account(who)],
          }),
        )
      write(
        0,
        'Reset password (self-service)',
        'Update',
        'Successfully completed reset.',
        'Self-service Password Management',
      )
      if (i % 2 === 0) {
        const service = 'Authentication Methods'
        write(12 * minute, 'User registered security info', 'Add', 'User registered Authenticator App', service)
        write(13 * minute, 'User deleted security info', 'Delete', 'User deleted Authenticator App', service)
      }
      const tokenId = token(log)
      ids.push(
        userSignIn(log, at + 15 * minute, { person: who, client: firstParty.officeHome, resource: tenant.graph, ip }),
        userSignIn(log, at + 18 * minute, {
          person: who,
          client: firstParty.office,
          resource: tenant.graph,
          ip,
          interactive: false,
          tokenId,
          incoming: 'refreshToken',
        }),
      )
      for (let open = 0; open < 5; open += 1)
        ids.push(
          graphCall(log, at + (20 + open * 3) * minute, {
            client: firstParty.office,
            person: who,
            ip,
            uri: open === 0 ? '/me/drive/recent' : `/me/drive/items/01${random.uuid().slice(0, 16)}/content`,
            permissions: 'Files.ReadWrite.All Sites.ReadWrite.All User.Read',
            agent: who.agent,
            tokenId,
            size: random.integer(4_000, 700_000),
          }),
        )
    }
    return { records: log.records(), ids }
  },
})
