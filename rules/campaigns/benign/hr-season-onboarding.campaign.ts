import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { auditMember, auditNewUser } from '../microsoft-directory.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { outsider } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const names = ['Anouk', 'Bela', 'Ciro', 'Dunja', 'Emil', 'Frida', 'Gijs', 'Hedda', 'Ivo', 'Jette', 'Kaspar', 'Lone']

export default benignWork({
  title: 'The personnel system makes twelve accounts for the season; the new people sign in and join laptops',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/app-provisioning/inbound-provisioning-api-concepts'],
  resembles: 'An application makes many accounts in one night; they sign in first, join devices and consent.',
  accounts: 13,
  days: 5,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'cidermill', {
      feeds: 'entra',
      from: '2026-06-01',
      days: 60,
      records: 230,
    })
    const { hrSync, graph } = tenant
    const group = { id: random.uuid(), name: 'Season Staff' }
    const scheduler = makeApp(random, 'Shiftplan Calendar', random.uuid())
    const night = start + hour
    const ids = [appSignIn(log, night, { app: hrSync, resource: graph })]
    names.forEach((name, i) => {
      const home = person(4 + (i % 4))
      const upn = `${name.toLowerCase()}.season@${tenant.domain}`
      const newcomer = outsider(random, upn, `${name} Season`, home, home.ip)
      const at = night + (1 + i) * 20_000
      ids.push(
        graphCall(log, at, {
          client: hrSync,
          ip: hrSync.ip,
          uri: '/users',
          method: 'POST',
          status: 201,
          permissions: 'GroupMember.ReadWrite.All User.ReadWrite.All',
          agent: hrSync.agent,
        }),
        auditNewUser(log, at + 300, hrSync, newcomer),
        auditMember(log, at + 2000, hrSync, group, newcomer),
      )
      const first = start + (i < 8 ? 0 : 1) * day + 8 * hour + i * 6 * minute
      ids.push(
        userSignIn(log, first, {
          person: newcomer,
          client: firstParty.officeHome,
          resource: graph,
          ip: newcomer.ip,
          singleFactor: true,
        }),
        userSignIn(log, first + 3 * minute, {
          person: newcomer,
          client: firstParty.mySignIns,
          resource: graph,
          ip: newcomer.ip,
        }),
        ...joinDevice(
          log,
          first + 25 * minute,
          newcomer,
          { id: random.uuid(), name: `LT-${4100 + i}`, system: 'Windows', kind: 'AzureAd' },
          newcomer.ip,
        ),
        userSignIn(log, first + 50 * minute, {
          person: newcomer,
          client: scheduler,
          resource: graph,
          ip: newcomer.ip,
          ownerTenant: scheduler.ownerTenant,
        }),
        ...auditConsent(
          log,
          first + 50 * minute + 4000,
          newcomer,
          { client: scheduler, resource: graph, scopes: 'openid profile email User.Read', user: newcomer },
          false,
          i === 0,
        ),
      )
    })
    return { records: log.records(), ids }
  },
})
