import { attackCampaign } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Secrets of a backup service, stolen at its vendor, open the mail of its customers',
  sources: [
    'https://www.cisa.gov/news-events/alerts/2025/05/22/advisory-update-cyber-threat-activity-targeting-commvaults-saas-cloud-application-metallic',
  ],
  facts: [
    'A vendor of backup as a service kept the application secrets of its customers, and intruders may have read them.',
    'With a secret the intruder signs in as the backup application of the customer, from ' +
      'networks outside those of the vendor.',
    'The application has rights to read everybody, so no consent and no new key appears in the log.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fenwharf', {
      feeds: 'entra',
      from: '2026-01-05',
      days: 100,
      records: 520,
      people: 16,
    })
    const { backup, graph } = tenant
    const foreign = '192.0.2.201'
    const agent = 'Go-http-client/2.0'
    const roles = 'Files.Read.All Mail.Read Sites.Read.All'
    const at = start + 2 * hour
    const first = token(log)
    const entered = appSignIn(log, at, { app: backup, resource: graph, ip: foreign, tokenId: first })
    const looked = repeat(random, at + minute, 3, 40_000, (moment, i) =>
      graphCall(log, moment, {
        client: backup,
        ip: foreign,
        agent,
        tokenId: first,
        permissions: roles,
        size: 91_000,
        uri: ['/organization', '/users?$top=999', '/users?$top=999&$skiptoken=m1'][i] ?? '/organization',
      }),
    )
    const targets = [0, 4, 6, 7, 9, 12].map(person)
    const second = token(log)
    const again = appSignIn(log, at + day, { app: backup, resource: graph, ip: foreign, tokenId: second })
    const read = repeat(random, at + day + minute, 72, 25_000, (moment, i) => {
      const owner = targets[Math.floor(i / 12)] ?? person(0)
      const page = i % 12
      return graphCall(log, moment, {
        client: backup,
        ip: foreign,
        agent,
        tokenId: second,
        permissions: roles,
        size: random.integer(300_000, 900_000),
        uri: `/users/${owner.oid}/messages?$top=1000${page > 0 ? `&$skip=${page * 1000}` : ''}`,
      })
    })
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: read,
      required: [
        {
          act: 'the backup application signs in from a network it never used',
          ids: [entered, again, ...looked],
          minimum: 'medium',
        },
        { act: 'the mail of several people is read from there in bulk', ids: read, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
