// A contractor works from abroad for nine days; the administrator makes an exception for the time.
import { benignWork, type RawRecord } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditMember } from '../microsoft-directory.ts'
import { audit } from '../microsoft-entra.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title:
    'A contractor on travel is blocked by Conditional Access, gets an exception, and works from two networks abroad',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-by-location',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access',
  ],
  resembles:
    'Blocked sign-ins from a new country, then a weaker policy, then success and use of command line tools from there.',
  accounts: 20,
  days: 92,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'sablecourt', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 92,
      after: 16,
      records: 900,
      people: 20,
    })
    const { admin, graph, sharepoint, exchange } = tenant
    const contractor = person(9)
    const from = start - 92 * day
    const azure = { name: 'Windows Azure Service Management API', appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013' }
    // The contractor uses the command line at home too.
    routine(log, from, 92, 45, (at) =>
      userSignIn(log, at, { person: contractor, client: firstParty.azureCli, resource: azure, ip: contractor.ip }),
    )
    const networks = ['192.0.2.24', '192.0.2.25', '192.0.2.203']
    const ids: string[] = []
    const morning = start + 6 * hour
    const office = { person: contractor, client: firstParty.officeHome, resource: graph, ip: '192.0.2.24' }
    ids.push(userSignIn(log, morning, { ...office, error: 50126 }))
    for (let i = 1; i < 5; i += 1)
      ids.push(
        userSignIn(log, morning + i * 4 * minute, {
          ...office,
          error: 53003,
          reason:
            'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
        }),
      )
    const group = { id: random.uuid(), name: 'CA exception: travel' }
    const policy = { state: 'enabled', conditions: { locations: { excludeLocations: ['AllTrusted'] } } }
    const change = (at: number, before: readonly string[], now: readonly string[]): string =>
      audit(log, at, {
        activity: 'Update conditional access policy',
        category: 'Policy',
        service: 'Conditional Access',
        by: admin,
        targets: [
          {
            id: random.uuid(),
            displayName: 'Block sign-ins from other countries',
            type: 'Policy',
            raw: true,
            changes: [
              {
                name: 'ConditionalAccessPolicy',
                now: JSON.stringify({ ...policy, users: { includeUsers: ['All'], excludeGroups: now } }),
                before: JSON.stringify({ ...policy, users: { includeUsers: ['All'], excludeGroups: before } }),
              },
            ],
          },
        ],
        details: { 'User-Agent': admin.agent },
      })
    ids.push(auditMember(log, morning + 90 * minute, admin, group, contractor))
    ids.push(change(morning + 94 * minute, [], [group.id]))
    // Nine days of ordinary work from the hotel and from a phone.
    for (let i = 0; i < 9; i += 1) {
      const at = morning + i * day + 2 * hour
      for (let n = 0; n < 9; n += 1) {
        const ip = random.pick(networks)
        const client = random.pick([
          firstParty.teams,
          firstParty.outlookWeb,
          firstParty.office,
          firstParty.azureCli,
          firstParty.vsCode,
        ])
        const resource = client === firstParty.azureCli ? azure : random.pick([graph, sharepoint, exchange])
        const when = at + n * 50 * minute + random.integer(0, 40) * minute
        ids.push(userSignIn(log, when, { person: contractor, client, resource, ip, interactive: n % 3 === 0 }))
        if (client === firstParty.teams)
          ids.push(
            graphCall(log, when + 60_000, {
              client,
              person: contractor,
              ip,
              uri: '/me/presence',
              permissions: 'Presence.ReadWrite User.Read',
              agent: contractor.agent,
            }),
          )
      }
    }
    ids.push(change(morning + 10 * day, [group.id], []))
    // During the travel nobody uses the account at home.
    const atHome = (record: RawRecord): boolean => {
      const { time, callerIpAddress, properties } = record as {
        time?: string
        callerIpAddress?: string
        properties?: { userId?: string }
      }
      const mine = properties?.userId === contractor.oid && callerIpAddress === contractor.ip
      return mine && Date.parse(time ?? '') > start
    }
    return { records: log.records().filter((record) => !atHome(record)), ids }
  },
})
