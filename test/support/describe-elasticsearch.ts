import type { Client } from '@elastic/elasticsearch'
import { afterAll, describe } from 'vitest'
import { makeClient } from '../../pipeline/clients/elasticsearch.ts'
import { isDeep, seed } from './deep.ts'
import { requireEndpoint } from './endpoints.ts'

interface ElasticsearchServer {
  readonly client: Client
  readonly url: string
  readonly compatibility: 8 | 9
}

/**
 * The versions of Elasticsearch that a suite needs. Tests of our own logic need `either`: the seed chooses one, and
 * `npm run test:deep` uses both.
 */
export type Versions = 'both' | 'newest' | 'either'

export function isUsed(versions: Versions, compatibility: 8 | 9): boolean {
  if (versions === 'newest') return compatibility === 9
  return versions === 'both' || isDeep || compatibility === 8 + (seed % 2)
}

const servers = [
  { name: 'ES_URL', compatibility: 9 },
  { name: 'ES8_URL', compatibility: 8 },
] as const

/** The servers for tests of our own logic without a client. An endpoint is undefined without its variable. */
export const eitherServer = () =>
  Promise.all(
    servers
      .filter(({ compatibility }) => isUsed('either', compatibility))
      .map(async ({ name }) => ({ name, endpoint: await requireEndpoint(name) })),
  )

/** A suite with a client for each version of Elasticsearch; it is skipped without the server. */
export async function describeElasticsearch(title: string, tests: (server: ElasticsearchServer) => void) {
  for (const { name, compatibility } of servers) {
    const endpoint = await requireEndpoint(name)
    const url = endpoint?.address ?? 'http://missing:1'
    const client = await makeClient({ urls: [url], compatibility })
    describe.skipIf(endpoint === undefined)(`${title} at ${name}`, () => {
      afterAll(async () => {
        await client.close()
        await endpoint?.stop()
      })
      tests({ client, url, compatibility })
    })
  }
}
