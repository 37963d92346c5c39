import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import { within } from '../clients/within.ts'
import type { Config } from '../config/config.ts'
import type { EntityStore } from '../entity-store/store.ts'
import { type UpdateEntities, withoutEntityStore } from '../entity-store/update-entities.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type Correct, makeCorrect } from '../late-data/correction.ts'
import { keepCorrecting } from '../late-data/schedule.ts'
import { Progress } from '../service/progress.ts'
import { runService } from '../service/run.ts'
import { stopOnSignals } from '../service/signals.ts'
import { makeDiscardSink } from '../sink/discard.ts'
import { makeKafkaDeadLetters } from '../sink/kafka-dead-letter.ts'
import type { Sink } from '../sink/sink.ts'
import { makeKafkaSource } from '../source/kafka.ts'
import { describeError, makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { startFindings } from './passes.ts'
import { startProbes } from './probes.ts'
import { followDatabases, openServiceChain, openStores, transformOf } from './service-stages.ts'

export interface RunCommandOptions {
  readonly config?: string
  readonly backfill?: boolean
  readonly untilIdle?: number
  /** Stores nothing, to measure the cost of the service without Elasticsearch. */
  readonly discard?: boolean
}

interface ServiceStores {
  readonly sink: Sink
  readonly updateEntities: UpdateEntities
  /** The data for the periodic pass; absent if the entity store is not used. */
  readonly entityStore?: { readonly client: Client; readonly store: EntityStore }
  readonly correct?: Correct
}

/** Opens the stores for documents and entities. With `--discard`, opens none. */
async function makeStores(
  config: Config,
  environment: Environment,
  options: RunCommandOptions,
): Promise<ServiceStores> {
  const { namespace, tags, preserveOriginal, entityStore } = config
  const backfill = options.backfill === true
  if (options.discard) {
    return {
      sink: makeDiscardSink({ namespace, backfill, tags, preserveOriginal }),
      updateEntities: withoutEntityStore,
    }
  }
  const { client, sink, updateEntities, entityStore: store } = await openStores(config, environment, { backfill })
  if (store === undefined) return { sink, updateEntities }
  const afterMs = entityStore.lateDataSeconds * 1000
  const retry = retryPolicies(config).lateData
  return {
    sink,
    updateEntities,
    entityStore: { client, store },
    ...(afterMs > 0 && { correct: makeCorrect({ client, namespace, store, environment, afterMs, retry }) }),
  }
}

export async function runCommand(options: RunCommandOptions): Promise<ExitCode> {
  if (options.untilIdle !== undefined && !(options.untilIdle > 0)) {
    throw new UsageError('--until-idle requires a number of seconds greater than 0')
  }
  const config = openConfig(options.config)
  const telemetry = makeTelemetry({ level: config.service.logLevel, processMetrics: true })
  const { kafka, batch, service } = config
  const databases = followDatabases(config, telemetry.log)
  const environment = await openEnvironment(environmentFile(undefined, config))
  const transform = transformOf(await openServiceChain(environment, databases))
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
  const { registry } = telemetry.metrics
  const health = await startProbes({ service, registry, progress, status: () => source.status() })
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

/** Everything is stored and committed at this point, so ending the process loses nothing. */
const goodbyeMs = 5_000
