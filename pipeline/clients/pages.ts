// Pages of search results, from one point in time.
import type { Client, estypes } from '@elastic/elasticsearch'
import { searchHits } from './answers.ts'
import { request } from './elasticsearch.ts'

export interface Search {
  readonly size: number
  readonly query?: estypes.QueryDslQueryContainer | undefined
  /** Default: index order. */
  readonly sort?: readonly object[]
  readonly _source?: readonly string[]
}

interface Attempts {
  /** Sends a request that may be repeated. Throws a DependencyError. */
  read<T>(request: (options: { maxRetries?: 0; signal?: AbortSignal }) => Promise<T>): Promise<T>
}

export async function* pages<T>(
  client: Client,
  from: Pick<estypes.OpenPointInTimeRequest, 'index' | 'ignore_unavailable'>,
  search: Search,
  attempts: Attempts = { read: (send) => request(client, () => send({})) },
): AsyncGenerator<{ readonly hits: readonly estypes.SearchHit<T>[] }> {
  let { id } = await attempts.read((options) => client.openPointInTime({ ...from, keep_alive: '5m' }, options))
  try {
    const find = async (after: estypes.SortResults | undefined): Promise<estypes.SearchHitsMetadata<T>> => {
      const request = {
        sort: ['_shard_doc'],
        ...search,
        pit: { id, keep_alive: '5m' },
        track_total_hits: false,
        // The caller would mistake partial results for complete results.
        allow_partial_search_results: false,
        ...(after !== undefined && { search_after: after }),
      }
      // The types of the client do not accept optional members.
      return attempts.read(async (options) => {
        const answer = await client.search<T>(request as estypes.SearchRequest, options)
        // Each answer can replace the ID.
        id = answer.pit_id ?? id
        return searchHits(client, answer)
      })
    }
    for (let next: ReturnType<typeof find> | undefined = find(undefined); next !== undefined; ) {
      const hits: estypes.SearchHitsMetadata<T> = await next
      // Elasticsearch fetches the next page while the caller processes this one.
      next = hits.hits.length < search.size ? undefined : find(hits.hits.at(-1)?.sort)
      next?.catch(() => undefined)
      if (hits.hits.length > 0) yield hits
    }
  } finally {
    await client.closePointInTime({ id }, { maxRetries: 0, requestTimeout: 2_000 }).catch(() => undefined)
  }
}
