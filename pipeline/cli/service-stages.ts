// The stages of the service, shared by `run`, the replay of dead letters, and `reprocess`.
import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { type Chain, loadMappings, makeChain } from '../chain.ts'
import { makeClient } from '../clients/elasticsearch.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import type { Config } from '../config/config.ts'
import { decodeInTurns } from '../decode/decode.ts'
import type { AddressDatabases } from '../enrich/address-databases.ts'
import { type InstalledStore, makeElasticsearchStore } from '../entity-store/elasticsearch-store.ts'
import { makeUpdateEntities, type UpdateEntities, withoutEntityStore } from '../entity-store/update-entities.ts'
import type { Outcome } from '../outcome.ts'
import { makeElasticsearchSink } from '../sink/elasticsearch.ts'
import type { OnLimit } from '../sink/request-limit.ts'
import type { Sink } from '../sink/sink.ts'
import type { RawKafkaValue } from '../source/source.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { openDatabases } from './chain.ts'

export interface Stores {
  readonly client: Client
  readonly sink: Sink
  readonly updateEntities: UpdateEntities
  readonly entityStore: InstalledStore | undefined
}

export interface StoresOptions {
  readonly backfill: boolean
  readonly historyMs?: number
  readonly maxRetries?: number
  /** Reports changes of the request size, and closed indices. */
  readonly log?: Telemetry['log']
}

export async function openStores(
  config: Config,
  environment: Environment,
  { maxRetries, log, ...history }: StoresOptions,
): Promise<Stores> {
  const { namespace, tags, preserveOriginal } = config
  const client = await makeClient(config.elasticsearch)
  const retry = retryPolicies(config).elasticsearch
  const onLimit: OnLimit = (bytes, change) => {
    if (change === 'larger') log?.info({ bytes }, 'the size of bulk requests was increased')
    else
      log?.warn(
        { bytes },
        'a bulk request was rejected because of its size (413); the size of bulk requests was reduced',
      )
  }
  const onClosed = (index: string) =>
    log?.warn({ index }, 'a backing index is closed; records that it contains are stored again; open or delete it')
  const reports = { onLimit, onClosed }
  const sink = makeElasticsearchSink({ namespace, ...history, tags, preserveOriginal, client, retry, ...reports })
  if (!config.entityStore.enabled) return { client, sink, updateEntities: withoutEntityStore, entityStore: undefined }
  const entityStore = makeElasticsearchStore({
    client,
    namespace,
    retry,
    ...(maxRetries !== undefined && { maxRetries }),
  })
  return { client, sink, updateEntities: makeUpdateEntities(entityStore, environment), entityStore }
}

export function followDatabases(config: Config, log: Telemetry['log']): AddressDatabases | undefined {
  const databases = openDatabases(config)
  databases?.watch(config.geo.reloadSeconds, (message) => log.info({ code: 'address_database' }, message))
  return databases
}

export async function openServiceChain(environment: Environment, databases: AddressDatabases | undefined) {
  return makeChain(await loadMappings(), environment, databases?.lookUp)
}

/** Decodes one Kafka value at a time and runs the chain on it. Yields undefined while there is no outcome yet. */
export function transformOf(chain: Chain) {
  return function* transform({ buffer, delivery }: RawKafkaValue): Generator<Outcome | undefined> {
    for (const decoded of decodeInTurns(buffer, delivery)) {
      if (decoded?.ok) yield* chain.outcomes(decoded)
      else yield decoded
    }
  }
}
