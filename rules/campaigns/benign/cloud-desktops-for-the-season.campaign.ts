// A shop of garden goods hires people for the season; they get desktops that run at a cloud provider.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { account, audit } from '../microsoft-entra.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Sixteen new colleagues register telephones and join cloud desktops from the network of a provider',
  sources: [
    'https://learn.microsoft.com/en-us/windows-365/enterprise/overview',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-registration-mfa-sspr-combined',
  ],
  resembles:
    'New telephones for second factors, machines that join from a hosting network a day later, and file work from that network.',
  accounts: 16,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'greenhouse-direct', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 63,
      after: 14,
      people: 18,
      records: 800,
    })
    const season = staff(log, 'season', 16, '203.0.113')
    const drive = `b!${random.uuid().replaceAll('-', '')}`
    const ids: string[] = []
    for (const [i, who] of season.entries()) {
      const at = start + (i % 4) * day + 8 * hour + i * 9 * minute
      const home = { person: who, resource: tenant.graph, ip: who.ip }
      ids.push(
        userSignIn(log, at, { ...home, client: firstParty.mySignIns, singleFactor: true }),
        audit(log, at + 3 * minute, {
          activity: 'User registered security info',
          category: 'UserManagement',
          by: who,
          type: 'Add',
          service: 'Authentication Methods',
          reason: 'User registered Authenticator App with Notification and Code',
          targets: [account(who)],
          details: { 'User-Agent': who.agent },
        }),
      )
      // The desktop is made at night; the provider has one address for each four machines.
      const cloud = `2001:db8:77::${10 + (i % 4)}`
      const device = { id: random.uuid(), name: `CPC-seaso-${random.digits(5)}`, system: 'Windows' } as const
      ids.push(...joinDevice(log, at + 15 * hour, who, { ...device, kind: 'AzureAd' }, cloud))
      for (let d = 1; d < 8; d += 1) {
        const morning = at + d * day + random.integer(0, 40) * minute
        const desk = { person: who, client: firstParty.office, ip: cloud }
        ids.push(
          userSignIn(log, morning, {
            ...desk,
            resource: tenant.sharepoint,
            device: device.id,
            interactive: false,
            incoming: 'primaryRefreshToken',
          }),
        )
        for (let f = 0; f < 2; f += 1)
          ids.push(
            graphCall(log, morning + (8 + f * 90) * minute, {
              ...desk,
              uri: `/drives/${drive}/items/01${random.uuid().replaceAll('-', '').slice(0, 30).toUpperCase()}`,
              permissions: 'Files.ReadWrite.All Sites.ReadWrite.All User.Read',
              agent: who.agent,
              tokenId: token(log),
            }),
          )
      }
    }
    return { records: log.records(), ids }
  },
})
