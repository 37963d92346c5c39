import type { Runtime } from '../clients/retry.ts'
import { CollectLoop } from '../collect/loop/loop.ts'
import { makeCollectMetrics } from '../collect/loop/metrics.ts'
import type { CollectSettings } from '../collect/settings.ts'
import { type Failing, Progress } from '../service/progress.ts'
import { stopOnSignals } from '../service/signals.ts'
import { describeError, makeTelemetry } from '../telemetry/telemetry.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { type ExitCode, endOfService } from './exit.ts'
import { startProbes } from './probes.ts'

export interface CollectLoopOptions extends Pick<CommonOptions, 'config' | 'quiet'> {
  readonly settings: CollectSettings
  readonly since: number
  readonly subscribe: boolean
  readonly runtime: Runtime
}

export async function collectLoop(options: CollectLoopOptions): Promise<ExitCode> {
  const { settings, since, subscribe: subscribes, runtime } = options
  const { kafka, collect, service } = openConfig(options.config)
  const telemetry = makeTelemetry({ level: service.logLevel, quiet: options.quiet, processMetrics: true })
  const { registry } = telemetry.metrics
  const clock = () => performance.now()
  const progress = new Progress(clock())
  const failing = new Map<string, Failing>()
  const { signal, release } = stopOnSignals()
  const loop = new CollectLoop({
    settings,
    kafka,
    subscribes,
    since,
    telemetry,
    runtime,
    signal,
    everyMs: collect.everySeconds * 1000,
    drainSeconds: service.drainSeconds,
    metrics: makeCollectMetrics(registry),
    onFailure: (where, failure) => {
      if (failure === undefined) failing.delete(where)
      else failing.set(where, { stage: where, ...describeError(failure), since: failing.get(where)?.since ?? clock() })
      progress.failing = [...failing.values()].sort((a, b) => a.since - b.since)[0]
      progress.lastFinished = clock()
    },
    onSign: () => {
      progress.lastSign = clock()
    },
  })
  const status = () => {
    const status = loop.status()
    if (progress.phase === 'starting' && status.assigned !== undefined) progress.phase = 'consuming'
    return status
  }
  const health = await startProbes({ service, registry, progress, status })
  signal.addEventListener('abort', () => {
    progress.phase = 'draining'
  })
  try {
    telemetry.log.info({ topic: kafka.topics[0], everySeconds: collect.everySeconds }, 'the collector starts')
    await loop.run()
    telemetry.log.info('stopped')
    return endOfService()
  } catch (error) {
    telemetry.log.fatal(describeError(error), 'the collector stops after an error')
    throw error
  } finally {
    release()
    await health?.close()
  }
}
