// The stock application of the house becomes a public client, and warehouse people sign in on handhelds with device codes.
import { benignWork } from '../campaign.ts'
import { deviceCode, provenCall, publicClient } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'New handhelds in the warehouse: the stock application of the house accepts device codes from now on',
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code'],
  resembles:
    'A web application of the house is switched to a public client, gets more scopes, and fourteen people confirm device codes for it.',
  accounts: 16,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'ropewalk', {
      feeds: 'entra',
      from: '2025-10-06',
      days: 63,
      after: 26,
      records: 300,
    })
    const { graph, developer, admin } = tenant
    const stock = makeApp(random, 'Stock Counter', tenant.id, {
      ip: '198.51.100.77',
      agent: 'stock-counter/2.1 (+dotnet)',
      reply: 'https://stock.ropewalk.example/signin-oidc',
    })
    const workers = staff(log, 'wh', 14)
    const scopes = 'Files.ReadWrite User.Read'
    // Office people use the web application as before.
    routine(log, start - 63 * day, 88, 70, (at) => {
      const owner = random.pick(tenant.people)
      return userSignIn(log, at, {
        person: owner,
        client: stock,
        resource: graph,
        ip: owner.ip,
        ownerTenant: tenant.id,
      })
    })

    const at = start + 8 * hour + 30 * minute
    const ids: string[] = [
      userSignIn(log, at, { person: developer, client: firstParty.azurePortal, resource: graph, ip: developer.ip }),
      publicClient(log, at + 6 * minute, developer, stock, true),
      userSignIn(log, at + hour, { person: admin, client: firstParty.azurePortal, resource: graph, ip: admin.ip }),
      ...auditConsent(
        log,
        at + 65 * minute,
        admin,
        { client: stock, resource: graph, scopes: `${scopes} offline_access openid profile` },
        true,
        false,
      ),
    ]
    const handheld = '198.51.100.150'
    const agent = 'StockCounter/3.0 (Android 13; handheld)'
    workers.forEach((worker, i) => {
      const shift = start + (1 + (i % 4)) * day + (i < 8 ? 6 : 14) * hour + i * 4 * minute
      const shared = {
        person: worker,
        client: stock,
        resource: graph,
        session: random.uuid(),
      }
      // The code is confirmed on the computer of the shift leader, in the same building.
      ids.push(
        ...deviceCode(log, shift, {
          ...shared,
          confirmed: '198.51.100.151',
          ip: handheld,
          agent,
          tokenId: token(log),
        }),
        ...repeat(random, shift + 10 * minute, 9, 44 * hour, (moment) => {
          const tokenId = token(log)
          ids.push(
            userSignIn(log, moment, {
              ...shared,
              protocol: 'none',
              ownerTenant: tenant.id,
              ip: handheld,
              agent,
              interactive: false,
              incoming: 'refreshToken',
              tokenId,
            }),
          )
          return provenCall(log, moment + 2000, '0', {
            client: stock,
            person: worker,
            ip: handheld,
            uri: `/me/drive/items/01${random.uuid().slice(0, 8)}/workbook/tables/count/rows`,
            method: 'POST',
            status: 201,
            permissions: scopes,
            agent,
            tokenId,
          })
        }),
      )
    })
    return { records: log.records(), ids }
  },
})
