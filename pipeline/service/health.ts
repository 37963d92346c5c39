// Responses for probes and for Prometheus:
// - /livez: this process alone runs. A restart corrects a failure. Never fails because of Kafka or Elasticsearch.
// - /readyz: consuming, and nothing fails at the moment.
// - /healthz: consuming, and all received data was stored in time. For alerts, not for restarts.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'
import { DependencyError } from '../errors/dependency-error.ts'
import type { SourceStatus } from '../source/source.ts'
import type { Progress } from './progress.ts'

export interface Health {
  /** Consuming, and all received data was stored in time: `/healthz`. */
  readonly healthy: boolean
  /** Consuming, and nothing fails at the moment: `/readyz`. */
  readonly ready: boolean
  readonly phase: Progress['phase']
  readonly reasons: readonly { readonly code: string; readonly message: string }[]
  readonly assigned: number
  readonly lag: number | null
  readonly secondsSinceBatch: number
}

export interface HealthInput {
  readonly progress: Progress
  readonly status: SourceStatus
  readonly now: number
  readonly staleSeconds: number
}

/** Assesses the health. Pure; all times are from the same monotonic clock. */
export function assessHealth({ progress, status, now, staleSeconds }: HealthInput): Health {
  const { phase, failing, lastFinished } = progress
  const reasons: { code: string; message: string; ill: boolean }[] = []
  const since = (time: number) => Math.round((now - time) / 1000)
  const stale = (time: number) => now - time > staleSeconds * 1000
  const say = (code: string, message: string, ill: boolean) => reasons.push({ code, message, ill })

  if (phase === 'starting') say('starting', 'has not joined the consumer group yet', true)
  if (phase === 'draining') say('draining', 'finishing the current batch', false)
  if (phase === 'stopped') say('stopped', 'has ended', true)
  if (status.trouble !== undefined) say(status.trouble.code, status.trouble.message, true)
  // A rebalance takes seconds. Only a rebalance that does not end is a problem.
  else if (phase === 'consuming' && status.assigned === undefined)
    say('no_group', 'waiting for a partition assignment of the consumer group', stale(lastFinished))
  if (failing !== undefined)
    say(
      failing.code,
      `${failing.stage} has failed for ${since(failing.since)} s: ${failing.message}`,
      stale(failing.since),
    )
  const oldest = progress.oldestInHand()
  if (oldest !== undefined && stale(oldest))
    say('slow_batch', `a batch has been in progress for ${since(oldest)} s`, true)
  if (oldest === undefined && (status.lag ?? 0) > 0 && stale(lastFinished))
    say('stalled', `${status.lag} records are waiting, and no record was read for ${since(lastFinished)} s`, true)

  return {
    healthy: !reasons.some((reason) => reason.ill),
    ready: reasons.length === 0,
    phase,
    reasons: reasons.map(({ code, message }) => ({ code, message })),
    assigned: status.assigned ?? 0,
    lag: status.lag ?? null,
    secondsSinceBatch: since(lastFinished),
  }
}

export interface Liveness {
  readonly alive: boolean
  readonly secondsSinceSign: number
}

/** Checks whether the consumer loop still runs. The response itself shows that the event loop runs. */
export function assessLiveness({ lastSign }: Pick<Progress, 'lastSign'>, now: number, wedgedSeconds: number): Liveness {
  return { alive: now - lastSign <= wedgedSeconds * 1000, secondsSinceSign: Math.round((now - lastSign) / 1000) }
}

export interface HealthServerOptions {
  readonly host: string
  readonly port: number
  readonly registry: Registry
  readonly assess: () => Health
  readonly assessLiveness: () => Liveness
}

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const { host, port, registry } = options
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    }
    const path = request.url?.split('?', 1)[0]
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'GET only\n')
    const report = (well: boolean, content: object) =>
      answer(well ? 200 : 503, 'application/json', `${JSON.stringify(content)}\n`)
    if (path === '/livez') {
      const liveness = options.assessLiveness()
      return report(liveness.alive, liveness)
    }
    if (path === '/healthz' || path === '/readyz') {
      const health = options.assess()
      return report(path === '/healthz' ? health.healthy : health.ready, health)
    }
    if (path !== '/metrics') return answer(404, 'text/plain', '/livez, /readyz, /healthz, /metrics\n')
    registry.metrics().then(
      (text) => answer(200, registry.contentType, text),
      () => answer(500, 'text/plain', 'metrics cannot be collected\n'),
    )
  })
  await listen(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `cannot listen on ${host}:${port} (${cause.code}); set HEALTH_HOST to an address of this machine and HEALTH_PORT to a free port, or HEALTH_PORT=0 for no probes`
      reject(new DependencyError('config_health_port', message, { cause }))
    })
    server.listen(port, host, resolve)
  })
}
