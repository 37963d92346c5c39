import { attackCampaign } from '../campaign.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { consent } from '../microsoft-oauth.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Stolen tokens of an approved signature service fetch contracts of nine people from a new network',
  sources: [
    'https://sign.dropbox.com/blog/a-recent-security-incident-involving-dropbox-sign',
    'https://www.huntress.com/threat-library/data-breach/dropbox-data-breach',
  ],
  facts: [
    'In April 2024, an intruder took over a service account in the back end of the signature service Dropbox Sign.',
    'The intruder read the customer database, with API keys and OAuth tokens of a part of the customers.',
    'The vendor rotated all API keys and OAuth tokens.',
    'The vendor found no proof that documents were read; these records show the use that such tokens permit.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quayside-legal', {
      feeds: 'both',
      from: '2026-01-05',
      days: 84,
      after: 10,
      people: 26,
      records: 560,
    })
    const app = makeApp(random, 'Inkwell Sign', random.uuid(), {
      ip: '203.0.113.71',
      agent: 'InkwellSign-Connector/5.4',
    })
    const signers = Array.from({ length: 16 }, (_, i) => person(i + 4))
    // The consents of the first month, then daily work of the vendor from two addresses.
    for (const [i, by] of signers.entries())
      consent(log, start - (82 - i * 2) * day + 10 * hour, {
        by,
        app,
        resource: tenant.graph,
        scopes: 'Files.ReadWrite offline_access openid profile',
        isNew: i === 0,
      })
    const vendor = () => random.pick([app.ip, '203.0.113.72'])
    const refresh = { client: app, resource: tenant.graph, agent: app.agent, interactive: false } as const
    const taken = { client: app, agent: app.agent, operation: 'FileDownloaded', site: 'contracts' }
    const usual = [
      ...routine(log, start - 48 * day, 57, 150, (at) =>
        userSignIn(log, at, {
          ...refresh,
          person: random.pick(signers),
          ip: vendor(),
          incoming: 'refreshToken',
          ownerTenant: app.ownerTenant,
        }),
      ),
      ...routine(log, start - 48 * day, 57, 110, (at) =>
        file(log, at, {
          ...taken,
          person: random.pick(signers),
          ip: vendor(),
          file: `contract-${random.integer(100, 480)}.docx`,
        }),
      ),
    ]
    const refreshed: string[] = []
    const downloads: string[] = []
    for (const [i, victim] of signers.slice(2, 11).entries()) {
      const at = start + day + 1 * hour + i * 21 * minute
      refreshed.push(
        userSignIn(log, at, {
          ...refresh,
          person: victim,
          ip: '192.0.2.143',
          agent: 'Go-http-client/2.0',
          incoming: 'refreshToken',
          ownerTenant: app.ownerTenant,
        }),
      )
      downloads.push(
        ...repeat(random, at + minute, 14, 40_000, (when, k) =>
          file(log, when, {
            ...taken,
            person: victim,
            ip: '192.0.2.143',
            agent: 'Go-http-client/2.0',
            file: `contract-${500 + i * 20 + k}.docx`,
          }),
        ),
      )
    }
    return {
      records: log.records(),
      firstHostile: refreshed[0] ?? '',
      dataLeft: downloads,
      required: [
        {
          act: 'Tokens of many people refreshed from a network new for the application',
          ids: refreshed,
          minimum: 'medium',
        },
        { act: 'The application downloads files of many people from the new network', ids: downloads, minimum: 'high' },
      ],
      quiet: [...quiet, ...usual.filter((_, i) => i % 9 === 0)],
    }
  },
})
