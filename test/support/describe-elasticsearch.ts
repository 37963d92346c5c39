import type { Client } from '@elastic/elasticsearch'
import { afterAll, describe } from 'vitest'
import { makeClient } from '../../pipeline/clients/elasticsearch.ts'
import { requireEndpoint } from './endpoints.ts'

export interface ElasticsearchServer {
  readonly client: Client
  readonly url: string
  readonly compatibility: 8 | 9
}

const servers = [
  { name: 'ES_URL', compatibility: 9 },
  { name: 'ES8_URL', compatibility: 8 },
] as const

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
