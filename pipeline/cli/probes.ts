import type { Registry } from 'prom-client'
import type { Config } from '../config/config.ts'
import { assessHealth, assessLiveness, type HealthServer, startHealthServer } from '../service/health.ts'
import type { Progress } from '../service/progress.ts'
import type { SourceStatus } from '../source/source.ts'

export interface ProbeOptions {
  readonly service: Config['service']
  readonly registry: Registry
  readonly progress: Progress
  readonly status: () => SourceStatus
}

/** Starts the probes and metrics of a process that reads from Kafka. Returns undefined if the port is 0. */
export async function startProbes(options: ProbeOptions): Promise<HealthServer | undefined> {
  const { service, registry, progress, status } = options
  const { healthHost: host, healthPort: port, staleSeconds, wedgedSeconds } = service
  if (port === 0) return undefined
  return startHealthServer({
    host,
    port,
    registry,
    assess: () => assessHealth({ progress, status: status(), now: performance.now(), staleSeconds }),
    assessLiveness: () => assessLiveness(progress, performance.now(), wedgedSeconds),
  })
}
