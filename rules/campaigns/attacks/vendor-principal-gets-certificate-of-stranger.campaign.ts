// A certificate on the local service principal of a vendor, and its first use in the last hour of the export.
import { attackCampaign } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { inWindow, remaining } from '../microsoft-export-window.ts'
import { graphCall } from '../microsoft-graph.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const permissions = 'Mail.ReadWrite User.Read.All'

export default attackCampaign({
  title:
    'A stranger puts a certificate on the local service principal of a signature vendor, waits three days, and reads mail as the vendor',
  sources: [
    'https://kql.sh/blog/entra-application-abuse',
    'https://www.tired-labs.org/techniques/trr0020/azr',
    'https://www.cmdzero.io/blog-posts/investigating-service-principal-attacks-with-graph-api-activity-logs',
  ],
  facts: [
    'A key can be put on a service principal itself; the registration of the vendor does not change.',
    'The admin center shows no such key, and the application keeps its name and its permissions.',
    'The intruder then signs in as the application, which needs no second factor.',
    'The permissions of the vendor remain with the intruder after the password of the administrator changes.',
  ],
  build: (random) => {
    const stage = scene(random, 'larkmoor-dental', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 71,
      records: 620,
      people: 18,
    })
    const { log, tenant, start, person } = stage
    const { admin, graph } = tenant
    const vendor = makeApp(random, 'Fairhand Signatures', random.uuid(), { ip: '203.0.113.88', agent: 'fairhand/6.1' })
    // The vendor works every working day from its own network.
    const works = (at: number) => {
      placed(log, at, networks.vendorDublin, (side) => appSignIn(side, at, { app: vendor, resource: graph }))
      return graphCall(log, at + 20_000, {
        client: vendor,
        ip: vendor.ip,
        uri: `/users/${random.pick(tenant.people).oid}?$select=displayName,jobTitle`,
        permissions,
        agent: vendor.agent,
      })
    }
    const daily = routine(log, start - 71 * day, 71, 120, works)
    routine(log, start, 4, 7, works)
    const ip = '192.0.2.77'
    const entry = start + 8 * hour + 12 * minute
    const login = userSignIn(log, entry, { person: admin, client: firstParty.graphTools, resource: graph, ip })
    const certificate = { id: random.uuid(), name: 'CN=Fairhand', type: 'AsymmetricX509Cert' } as const
    const key = auditKeys(log, entry + 9 * minute, admin, vendor, [], [certificate], { onPrincipal: true, ip })
    // Three quiet days. The export ends 40 minutes after the first use.
    const use = start + 3 * day + 21 * hour + 5 * minute
    const signs = [0, 11].map((late) =>
      placed(log, use + late * minute, networks.hostingHelsinki, (side) =>
        appSignIn(side, use + late * minute, {
          app: vendor,
          resource: graph,
          ip: '192.0.2.140',
          keyId: certificate.id,
          kind: 'clientAssertion',
        }),
      ),
    )
    const read = Array.from({ length: 24 }, (_, i) =>
      provenCall(log, use + 2 * minute + i * 55_000, '2', {
        client: vendor,
        ip: '192.0.2.140',
        uri: `/users/${person(6 + (i % 3)).oid}/messages?$top=50&$skip=${50 * Math.floor(i / 3)}`,
        permissions,
        agent: 'python-httpx/0.28.1',
        size: random.integer(180_000, 640_000),
      }),
    )
    const records = inWindow(log.records(), { from: start - 80 * day, to: use + 40 * minute })
    return {
      records,
      firstHostile: login,
      dataLeft: read,
      required: [
        { act: 'A certificate on the service principal of the vendor itself', ids: [key], minimum: 'high' },
        {
          act: 'The vendor signs in with the new certificate, from a network that it never used',
          ids: signs,
          minimum: 'medium',
        },
        {
          act: 'The application of the vendor reads the mail of three people for the first time',
          ids: read,
          minimum: 'medium',
        },
      ],
      quiet: remaining([...stage.quiet, ...daily.slice(0, 30)], records),
    }
  },
})
