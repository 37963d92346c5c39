import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../chain.ts'
import { makeClient } from '../clients/elasticsearch.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import type { Config } from '../config/config.ts'
import { decodeBuffer } from '../decode/decode.ts'
import { type AddressDatabases, type LookUpAddress, openAddressDatabases } from '../enrich/address-databases.ts'
import { makeElasticsearchStore } from '../entity-store/elasticsearch-store.ts'
import type { EntityStore } from '../entity-store/store.ts'
import { makeUpdateEntities, type UpdateEntities, withoutEntityStore } from '../entity-store/update-entities.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type Correct, makeCorrect } from '../late-data/correction.ts'
import { keepCorrecting } from '../late-data/schedule.ts'
import type { Outcome } from '../outcome.ts'
import { assessHealth, assessLiveness, startHealthServer } from '../service/health.ts'
import { Progress } from '../service/progress.ts'
import { runService } from '../service/run.ts'
import { stopOnSignals } from '../service/signals.ts'
import { makeDiscardSink } from '../sink/discard.ts'
import { makeElasticsearchSink } from '../sink/elasticsearch.ts'
import { makeKafkaDeadLetters } from '../sink/kafka-dead-letter.ts'
import type { Sink } from '../sink/sink.ts'
import { makeKafkaSource } from '../source/kafka.ts'
import type { RawKafkaValue } from '../source/source.ts'
import { describeError, makeTelemetry, type Telemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { startFindings } from './passes.ts'

export interface RunCommandOptions {
  readonly config?: string
  readonly backfill?: boolean
  readonly untilIdle?: number
  /** Store nothing: what the service costs without Elasticsearch. */
  readonly discard?: boolean
}

interface Stores {
  readonly sink: Sink
  readonly updateEntities: UpdateEntities
  /** Where the periodic pass looks; absent where nothing is kept. */
  readonly entityStore?: { readonly client: Client; readonly store: EntityStore }
  readonly correct?: Correct
}

/** Both ends in Elasticsearch: where documents go, and what is kept. */
async function makeStores(config: Config, environment: Environment, options: RunCommandOptions): Promise<Stores> {
  const { namespace, tags, preserveOriginal, entityStore } = config
  const settings = { namespace, backfill: options.backfill === true, tags, preserveOriginal }
  if (options.discard) return { sink: makeDiscardSink(settings), updateEntities: withoutEntityStore }
  const client = await makeClient(config.elasticsearch)
  const retry = retryPolicies(config)
  const sink = makeElasticsearchSink({ ...settings, client, retry: retry.elasticsearch })
  if (!entityStore.enabled) return { sink, updateEntities: withoutEntityStore }
  const store = makeElasticsearchStore({ client, namespace, retry: retry.elasticsearch })
  const afterMs = entityStore.lateDataSeconds * 1000
  return {
    sink,
    updateEntities: makeUpdateEntities(store, environment),
    entityStore: { client, store },
    ...(afterMs > 0 && {
      correct: makeCorrect({ client, namespace, store, environment, afterMs, retry: retry.lateData }),
    }),
  }
}

/** Databases of addresses that follow their files. */
function openDatabases({ geo }: Config, log: Telemetry['log']): AddressDatabases | undefined {
  const { cityDatabase: city, asnDatabase: asn, reloadSeconds } = geo
  if (city === undefined && asn === undefined) return undefined
  const databases = openAddressDatabases({ city, asn })
  databases.watch(reloadSeconds, (message) => log.info({ code: 'address_database' }, message))
  return databases
}

/** Decode, normalize, enrich, route: one Kafka value at a time. */
async function makeTransform(environment: Environment, lookUp: LookUpAddress | undefined) {
  const chain = makeChain(await loadMappings(), environment, lookUp)
  return function* transform({ buffer, delivery }: RawKafkaValue): Generator<Outcome> {
    for (const decoded of decodeBuffer(buffer, delivery)) {
      if (decoded.ok) yield* chain.outcomes(decoded)
      else yield decoded
    }
  }
}

/** `consentry run`: the service, until it is told to stop or, with `untilIdle`, until nothing comes. */
export async function runCommand(options: RunCommandOptions): Promise<ExitCode> {
  if (options.untilIdle !== undefined && !(options.untilIdle > 0)) {
    throw new UsageError('--until-idle requires a number of seconds greater than 0')
  }
  const config = openConfig(options.config)
  const telemetry = makeTelemetry({ level: config.service.logLevel, processMetrics: true })
  const { kafka, batch, service } = config
  const databases = openDatabases(config, telemetry.log)
  const environment = openEnvironment(config.environment)
  const transform = await makeTransform(environment, databases?.lookUp)
  const { sink, updateEntities, entityStore, correct } = await makeStores(config, environment, options)
  const deadLetters = makeKafkaDeadLetters({ kafka, log: telemetry.log })
  const progress = new Progress(performance.now())
  // To end when idle, positions must be compared with the ends more often than for a metric.
  const source = makeKafkaSource({
    kafka,
    batch,
    telemetry,
    onSign: () => {
      progress.lastSign = performance.now()
    },
    ...(options.untilIdle !== undefined && { measureSeconds: 1 }),
  })
  const assess = () =>
    assessHealth({ progress, status: source.status(), now: performance.now(), staleSeconds: service.staleSeconds })
  const health =
    service.healthPort === 0
      ? undefined
      : await startHealthServer({
          host: service.healthHost,
          port: service.healthPort,
          registry: telemetry.metrics.registry,
          assess,
          assessLiveness: () => assessLiveness(progress, performance.now(), service.wedgedSeconds),
        })
  const { signal, release } = stopOnSignals()
  const ended = new AbortController()
  const correcting =
    correct && keepCorrecting(correct, config.entityStore.lateDataSeconds * 250, telemetry, ended.signal)
  const passes =
    entityStore !== undefined && config.findings.enabled
      ? await startFindings({ config, environment, ...entityStore, sink, telemetry, status: () => source.status() })
      : undefined
  try {
    await runService({
      source,
      transform,
      updateEntities,
      sink,
      deadLetters,
      telemetry,
      signal,
      drainSeconds: service.drainSeconds,
      untilIdleSeconds: options.untilIdle,
      progress,
      retry: retryPolicies(config).batch,
    })
    return exitCodes.done
  } catch (error) {
    telemetry.log.fatal(describeError(error), 'the service stops after an error')
    throw error
  } finally {
    release()
    databases?.close()
    ended.abort()
    await correcting
    await passes?.stop(service.drainSeconds)
    await within(goodbyeMs, Promise.allSettled([health?.close(), sink.close(), deadLetters.close()]))
  }
}

/** Everything is stored and committed: servers that do not answer hold up the end no longer than this. */
const goodbyeMs = 5_000

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  const over = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined)
  await Promise.race([work, over])
  done.abort()
}
