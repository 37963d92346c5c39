import type { Client } from '@elastic/elasticsearch'
import { entityIndex } from '../../mappings/entities/templates.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { dayMs, hourMs, minuteMs } from '../../mappings/kernel/durations.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { isShipped } from '../../rules/lib/rule.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import { clockDifference } from '../clients/server-clock.ts'
import { within } from '../clients/within.ts'
import type { Config } from '../config/config.ts'
import { removeOldActs } from '../entity-store/act-claims.ts'
import type { InstalledStore } from '../entity-store/elasticsearch-store.ts'
import type { EntityStore } from '../entity-store/store.ts'
import { type UpdateEntities, withoutEntityStore } from '../entity-store/update-entities.ts'
import { UsageError } from '../errors/usage-error.ts'
import { ElasticsearchHistory } from '../findings/elasticsearch-history.ts'
import { defaultClickMs, type FindingSettings } from '../findings/settings.ts'
import { type Correct, keepCorrecting, makeCorrect, storedWithinMs } from '../late-data/correction.ts'
import { awaitFirstAnswer } from '../service/first-answer.ts'
import { type PassLoop, PeriodicPass, startPasses } from '../service/periodic-pass.ts'
import { Progress } from '../service/progress.ts'
import { runService } from '../service/run.ts'
import { stopOnSignals } from '../service/signals.ts'
import { countUnmapped } from '../service/unmapped.ts'
import { watchClock } from '../service/watch-clock.ts'
import { withObstacle } from '../setup/elasticsearch.ts'
import { makeDiscardSink } from '../sink/discard.ts'
import { makeKafkaDeadLetters } from '../sink/kafka-dead-letter.ts'
import type { Sink } from '../sink/sink.ts'
import { makeKafkaSource } from '../source/kafka.ts'
import type { SourceStatus } from '../source/source.ts'
import { describeError, makeTelemetry, type Telemetry } from '../telemetry/telemetry.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { loadRules } from './content.ts'
import { digestOf, environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, endOfService } from './exit.ts'
import { startProbes } from './probes.ts'
import { followDatabases, openServiceChain, openStores, transformOf } from './service-stages.ts'
import { compareFieldTypes, installTemplates } from './templates.ts'

/** The periodic pass of the service, created from its settings. */
export interface PassesOptions {
  readonly config: Config
  readonly environment: Environment
  readonly client: Client
  readonly store: EntityStore
  readonly sink: Sink
  readonly telemetry: Telemetry
  readonly status: () => SourceStatus
}

function toSettings({ containmentHours, overlapDays, silentHours, ...findings }: Config['findings']): FindingSettings {
  return {
    containmentMs: containmentHours * hourMs,
    clickMs: defaultClickMs,
    overlapMs: overlapDays * dayMs,
    silentMs: silentHours * hourMs,
    volumeFactor: findings.volumeFactor,
    volumeItems: findings.volumeItems,
    volumeBytes: findings.volumeMegabytes * 1_000_000,
  }
}

async function startFindings(options: PassesOptions): Promise<PassLoop> {
  const { config, environment, client, store, sink, telemetry, status } = options
  const { namespace, findings, batch } = config
  const fields = fieldsRead((await loadRules()).filter(isShipped))
  let cleaned = 0
  const pass = new PeriodicPass({
    history: new ElasticsearchHistory({
      client,
      namespace,
      store,
      fields,
      correctedWithinMs: config.entityStore.lateDataSeconds > 0 ? storedWithinMs : 0,
    }),
    sink,
    settings: toSettings(findings),
    environment,
    telemetry,
    latenessMs: findings.latenessHours * hourMs,
    lookBackMs: findings.lookBackDays * dayMs,
    // A few batches are always in progress. An instance without partitions does not know the lag of other instances.
    housekeeping: async (now) => {
      if (now - cleaned < dayMs) return
      const removed = await removeOldActs(client, namespace, now - config.entityStore.actsDays * dayMs)
      if (removed.length > 0) telemetry.log.info({ removed }, 'old acts')
      cleaned = now
    },
    isCaughtUp: () => {
      const { assigned = 0, lag } = status()
      return assigned > 0 && lag !== undefined && lag <= 5 * batch.records
    },
  })
  return startPasses(pass, findings.everyMinutes * minuteMs)
}

export interface RunCommandOptions extends CommonOptions {
  readonly backfill?: boolean
  readonly untilIdle?: number
  /** Stores nothing, to measure the cost of the service without Elasticsearch. */
  readonly discard?: boolean
}

interface ServiceStores {
  /** Absent with `--discard`. */
  readonly client?: Client
  readonly sink: Sink
  readonly updateEntities: UpdateEntities
  /** The data for the periodic pass; absent if the entity store is not used. */
  readonly entityStore?: InstalledStore
  readonly correct?: Correct
}

/** Opens the stores for documents and entities. With `--discard`, opens none. */
async function makeStores(
  config: Config,
  environment: Environment,
  options: RunCommandOptions,
  log: Telemetry['log'],
): Promise<ServiceStores> {
  const { namespace, tags, preserveOriginal, entityStore } = config
  const backfill = options.backfill === true
  if (options.discard) {
    return {
      sink: makeDiscardSink({ namespace, backfill, tags, preserveOriginal }),
      updateEntities: withoutEntityStore,
    }
  }
  const {
    client,
    sink,
    updateEntities,
    entityStore: store,
  } = await openStores(config, environment, {
    backfill,
    // The service itself retries a batch and reports each failure.
    maxRetries: 0,
    log,
  })
  if (store === undefined) return { client, sink, updateEntities }
  const afterMs = entityStore.lateDataSeconds * 1000
  const retry = retryPolicies(config).lateData
  return {
    client,
    sink,
    updateEntities,
    entityStore: store,
    ...(afterMs > 0 && { correct: makeCorrect({ client, namespace, store, environment, afterMs, retry }) }),
  }
}

function reportStart(
  version: string,
  config: Config,
  file: string | undefined,
  environment: Environment,
  log: Telemetry['log'],
): void {
  const { kafka, namespace, elasticsearch } = config
  const approvals = environment.approvedApps.length
  log.info(
    {
      version,
      namespace,
      elasticsearch: elasticsearch.urls,
      group: kafka.group,
      topics: kafka.topics,
      environment: file,
      approvals,
    },
    'the service starts',
  )
  if (file === undefined)
    log.warn('no environment file: tenants, domains and approvals are unknown; set CONSENTRY_ENVIRONMENT to its path')
}

export async function runCommand(options: RunCommandOptions, version: string): Promise<ExitCode> {
  if (options.untilIdle !== undefined && !(options.untilIdle > 0)) {
    throw new UsageError('--until-idle requires a number of seconds greater than 0')
  }
  const config = openConfig(options.config)
  const { kafka, batch, service, namespace } = config
  const telemetry = makeTelemetry({
    level: service.logLevel,
    quiet: options.quiet,
    processMetrics: true,
    namespace,
  })
  const databases = followDatabases(config, telemetry.log)
  const file = environmentFile(options.environment, config)
  const environment = await openEnvironment(file)
  reportStart(version, config, file, environment, telemetry.log)
  const chain = await openServiceChain(environment, databases)
  const { registry } = telemetry.metrics
  countUnmapped(registry, chain.normalizer.mappings)
  const { client, sink, updateEntities, entityStore, correct } = await makeStores(
    config,
    environment,
    options,
    telemetry.log,
  )
  const deadLetters = makeKafkaDeadLetters({ kafka, log: telemetry.log })
  const progress = new Progress(performance.now())
  // To end when idle, positions must be compared with the ends more often than for a metric.
  const source = makeKafkaSource({
    kafka,
    batch,
    telemetry,
    facts: { namespace, environment: digestOf(environment) },
    needs: [kafka.deadLetterTopic],
    onSign: () => {
      progress.lastSign = performance.now()
    },
    ...(options.untilIdle !== undefined && { measureSeconds: 1 }),
  })
  const health = await startProbes({ service, registry, progress, status: () => source.status() })
  const { signal, release } = stopOnSignals()
  const ended = new AbortController()
  const correcting =
    correct && keepCorrecting(correct, config.entityStore.lateDataSeconds * 250, telemetry, ended.signal)
  const passes =
    client !== undefined && entityStore !== undefined && config.findings.enabled
      ? await startFindings({
          config,
          environment,
          client,
          sink,
          telemetry,
          store: entityStore,
          status: () => source.status(),
        })
      : undefined
  const retry = retryPolicies(config).batch
  const refused = new AbortController()
  const report = (error: unknown) => telemetry.log.fatal(describeError(error), 'the service stops after an error')
  if (client !== undefined)
    awaitFirstAnswer({
      compare: async () => {
        await entityStore?.ready()
        return compareFieldTypes(client, config)
      },
      progress,
      log: telemetry.log,
      signal: ended.signal,
      retry,
    }).catch((error: unknown) => {
      if (ended.signal.aborted) return
      report(error)
      refused.abort(error)
    })
  const watching =
    client &&
    watchClock({
      difference: () => clockDifference(client, entityIndex('apps', namespace)),
      telemetry,
      signal: ended.signal,
    })
  try {
    await runService({
      source,
      transform: transformOf(chain),
      updateEntities,
      sink,
      deadLetters,
      telemetry,
      signal: AbortSignal.any([signal, refused.signal]),
      drainSeconds: service.drainSeconds,
      untilIdleSeconds: options.untilIdle,
      progress,
      retry,
    })
    refused.signal.throwIfAborted()
    return endOfService()
  } catch (thrown) {
    const error = await withObstacle(thrown, async () => client && installTemplates(client, config, true))
    if (error !== refused.signal.reason) report(error)
    throw error
  } finally {
    release()
    databases?.close()
    ended.abort()
    const endings = [correcting, watching, passes?.stop(), health?.close(), sink.close(), deadLetters.close()]
    await within(goodbyeMs, Promise.allSettled(endings))
  }
}

/** Everything is stored and committed at this point, so ending the process loses nothing. */
const goodbyeMs = 5_000
