// A house application receives the permission to run commands on all computers. The export has five days of two categories.
import { attackCampaign } from '../campaign.ts'
import { auditAppRole, auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { inWindow, remaining } from '../microsoft-export-window.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Resource } from '../microsoft-tenant.ts'

const roles = [
  {
    id: 'ea8291d3-4b9a-44b5-bc3a-6cea3026dc79',
    value: 'Machine.Read.All',
    title: 'Read all machine profiles',
  },
  {
    id: '41d209c7-2511-4fc9-b899-8008a3976f09',
    value: 'Library.Manage',
    title: 'Manage live response library files',
  },
  {
    id: '1629b959-c0af-42a1-92f0-f6162060bdf1',
    value: 'Machine.LiveResponse',
    title: 'Run live response on a specific machine',
  },
]

export default attackCampaign({
  title:
    'A stolen administrator gives a stock application a second secret and the right to run commands on all computers',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/10/25/octo-tempest-crosses-boundaries-to-facilitate-extortion-encryption-and-destruction/',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
    'https://learn.microsoft.com/en-us/defender-endpoint/api/run-live-response',
  ],
  facts: [
    'The group calls the help desk, and receives the account of an administrator.',
    'It uses the endpoint protection of the victim to run its tools on computers.',
    'The permission Machine.LiveResponse lets an application run scripts from the library on each computer.',
    'The application signs in without a second factor.',
  ],
  build: (random) => {
    const stage = scene(random, 'osterlund-retail', { feeds: 'entra', from: '2025-07-07', days: 44, records: 2400 })
    const { log, tenant, start } = stage
    const { admin, graph } = tenant
    const defender: Resource = {
      name: 'WindowsDefenderATP',
      appId: 'fc780465-2017-40d4-a4e5-307022471b92',
      spId: random.uuid(),
      names: 'https://api.securitycenter.microsoft.com;fc780465-2017-40d4-a4e5-307022471b92',
    }
    const stock = makeApp(random, 'Stock Count Sync', tenant.id, { ip: '198.51.100.71' })
    const works = routine(log, start - 44 * day, 51, 260, (at) => appSignIn(log, at, { app: stock, resource: graph }))
    const entry = start + 18 * hour + 26 * minute
    const ip = '192.0.2.222'
    const own = { id: stock.keyId, name: 'stock-2024' }
    const second = { id: random.uuid(), name: 'stock-2025' }
    const key = auditKeys(log, entry, admin, stock, [own], [own, second], { ip })
    const given = roles.map((role, i) => auditAppRole(log, entry + (3 + i) * minute, admin, stock, defender, role, ip))
    const use = start + day + hour + 15 * minute
    const signs = [0, 61, 128].map((late) =>
      placed(log, use + late * minute, networks.hostingFrankfurt, (side) =>
        appSignIn(side, use + late * minute, {
          app: stock,
          resource: defender,
          ip: '192.0.2.223',
          keyId: second.id,
        }),
      ),
    )
    const records = inWindow(log.records(), {
      from: start - 3 * day,
      to: start + 2 * day,
      categories: ['AuditLogs', 'ServicePrincipalSignInLogs'],
    })
    return {
      records,
      firstHostile: key,
      dataLeft: [],
      required: [
        { act: 'A second secret for the stock application', ids: [key], minimum: 'medium' },
        {
          act: 'The stock application may run commands on all computers',
          ids: given.slice(1),
          minimum: 'high',
        },
        {
          act: 'The stock application signs in to endpoint protection with the new secret from hosting',
          ids: signs,
          minimum: 'medium',
        },
      ],
      quiet: remaining([...stage.quiet, ...works], records),
    }
  },
})
