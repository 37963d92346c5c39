// Requests of a pass: repeated while a busy server recovers, and broken off when the process ends.
import type { Client, estypes } from '@elastic/elasticsearch'
import { searchHits } from '../clients/answers.ts'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { Retry, type RetryPolicy, type Runtime } from '../clients/retry.ts'

interface RequestOptions {
  readonly maxRetries: 0
  readonly signal?: AbortSignal
}

export class Attempts {
  private readonly client: Client
  private readonly policy: RetryPolicy
  private readonly runtime: Runtime
  readonly signal: AbortSignal | undefined

  constructor(client: Client, policy: RetryPolicy, runtime: Runtime, signal: AbortSignal | undefined) {
    this.client = client
    this.policy = policy
    this.runtime = runtime
    this.signal = signal
  }

  retry(): Retry {
    return new Retry(this.policy, this.runtime, this.signal)
  }

  /** Sends a request that may be repeated. Throws a DependencyError. */
  async read<T>(request: (options: RequestOptions) => Promise<T>): Promise<T> {
    const retry = this.retry()
    for (;;) {
      retry.check()
      try {
        return await request({ maxRetries: 0, ...retry.options })
      } catch (error) {
        await retry.pause(toDependencyError(error, whereIs(this.client)))
      }
    }
  }
}

interface Search {
  readonly size: number
  readonly query: estypes.QueryDslQueryContainer
  readonly sort?: readonly Readonly<Record<string, 'asc'>>[]
  readonly _source: readonly string[]
}

/** What a search finds, page by page, as of one moment. */
export async function* pages<T>(
  client: Client,
  index: readonly string[],
  search: Search,
  attempts: Attempts,
): AsyncGenerator<{ readonly hits: readonly estypes.SearchHit<T>[] }> {
  const { id } = await attempts.read((options) =>
    client.openPointInTime({ index: [...index], keep_alive: '5m' }, options),
  )
  try {
    const find = async (after: estypes.SortResults | undefined): Promise<estypes.SearchHitsMetadata<T>> => {
      const request = {
        sort: ['_shard_doc'],
        ...search,
        pit: { id, keep_alive: '5m' },
        track_total_hits: false,
        // A part of the documents would pass for all of them.
        allow_partial_search_results: false,
        ...(after !== undefined && { search_after: after }),
      }
      // The types of the client do not know that an absent member is absent.
      return attempts.read(async (options) =>
        searchHits(client, await client.search<T>(request as estypes.SearchRequest, options)),
      )
    }
    for (let next: ReturnType<typeof find> | undefined = find(undefined); next !== undefined; ) {
      const hits: estypes.SearchHitsMetadata<T> = await next
      // Elasticsearch looks for the next page while this one is worked on.
      next = hits.hits.length < search.size ? undefined : find(hits.hits.at(-1)?.sort)
      next?.catch(() => undefined)
      if (hits.hits.length > 0) yield hits
    }
  } finally {
    await client.closePointInTime({ id }, { maxRetries: 0, requestTimeout: 2_000 }).catch(() => undefined)
  }
}
