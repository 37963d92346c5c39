import { afterEach, expect, test } from 'vitest'
import {
  assessHealth,
  assessLiveness,
  type Health,
  type HealthServer,
  type Liveness,
  startHealthServer,
} from '../../../pipeline/service/health.ts'
import { Progress } from '../../../pipeline/service/progress.ts'
import type { SourceStatus } from '../../../pipeline/source/source.ts'
import { makeMetrics } from '../../../pipeline/telemetry/telemetry.ts'

const atEnd: SourceStatus = { assigned: 2, lag: 0, atEndSince: 0, trouble: undefined }

/** Returns the health of a consuming service `seconds` after its start. */
function judged(
  seconds: number,
  status: Partial<SourceStatus> = {},
  change: (progress: Progress) => void = () => undefined,
): Health {
  const progress = new Progress(0)
  progress.phase = 'consuming'
  change(progress)
  return assessHealth({ progress, status: { ...atEnd, ...status }, now: seconds * 1000, staleSeconds: 60 })
}

function codes(health: Health): string[] {
  return health.reasons.map(({ code }) => code)
}

const unassigned = { assigned: undefined }
const waiting = { lag: 5 }
const begun = (progress: Progress) => void progress.begin(0)
const failing = (progress: Progress) => progress.fail('store', 'es_unavailable', 'down', 10_000)
const inPhase = (phase: Progress['phase']) => (progress: Progress) => void Object.assign(progress, { phase })

test.each<[string, number, Partial<SourceStatus>, ((progress: Progress) => void) | undefined, string, string[]]>([
  ['consumes, even if no records arrive', 100_000, {}, undefined, 'healthy and ready', []],
  ['has no assignment yet', 1, unassigned, inPhase('starting'), 'ill', ['starting']],
  ['is in a rebalance', 10, unassigned, undefined, 'healthy', ['no_group']],
  ['is in a rebalance that never ends', 61, unassigned, undefined, 'ill', ['no_group']],
  ['has a stage that fails', 40, {}, failing, 'healthy', ['es_unavailable']],
  ['has a stage that fails', 80, {}, failing, 'ill', ['es_unavailable']],
  ['stores a batch', 59, waiting, begun, 'healthy and ready', []],
  ['stores a batch', 61, waiting, begun, 'ill', ['slow_batch']],
  ['reads none of the waiting records', 59, waiting, undefined, 'healthy and ready', []],
  ['reads none of the waiting records', 61, waiting, undefined, 'ill', ['stalled']],
  ['drains', 1, {}, inPhase('draining'), 'healthy', ['draining']],
])('a service that %s has the right health after %d s', (_, seconds, status, change, state, reasons) => {
  const health = judged(seconds, status, change)
  const [healthy, ready] = [state !== 'ill', state === 'healthy and ready']
  expect(health).toMatchObject({ healthy, ready, assigned: 'assigned' in status ? 0 : 2, lag: status.lag ?? 0 })
  expect(codes(health)).toEqual(reasons)
})

test('the service reports the reason for a source that does not read', () => {
  const health = judged(1, { trouble: { code: 'kafka_auth', message: 'not allowed' } })
  expect(health.healthy).toBe(false)
  expect(health.reasons).toEqual([{ code: 'kafka_auth', message: 'not allowed' }])
})

let server: HealthServer | undefined
afterEach(() => server?.close())

const alive: Liveness = { alive: true, secondsSinceSign: 0 }

async function ask(path: string, health: Health, method = 'GET', liveness = alive): Promise<Response> {
  const metrics = makeMetrics()
  metrics.deadLetters.inc({ code: 'not_json' }, 2)
  const { registry } = metrics
  const probes = { assess: () => health, assessLiveness: () => liveness }
  server = await startHealthServer({ host: '127.0.0.1', port: 0, registry, ...probes })
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method })
}

test('the health server answers 200 to both probes when all parts are healthy', async () => {
  expect((await ask('/healthz', judged(1))).status).toBe(200)
  await server?.close()
  expect((await ask('/readyz', judged(1))).status).toBe(200)
})

test('the health server reports live while a dependency is down, even if the service is unhealthy', async () => {
  const down = judged(3600, { trouble: { code: 'kafka_unreachable', message: 'down' } })
  expect(down.healthy).toBe(false)
  const answer = await ask('/livez', down)
  expect([answer.status, await answer.json()]).toEqual([200, alive])
})

test('the health server is live but unhealthy while a batch hangs and the consumer loop continues', async () => {
  const hour = 3_600_000
  const hanging = judged(hour / 1000, { lag: 5 }, (progress) => void progress.begin(0))
  expect(codes(hanging)).toEqual(['slow_batch'])
  const answer = await ask('/livez', hanging, 'GET', assessLiveness({ lastSign: hour - 1000 }, hour, 600))
  expect([answer.status, await answer.json()]).toEqual([200, { alive: true, secondsSinceSign: 1 }])
})

test('the health server does not report live if the consumer loop makes no progress', async () => {
  const liveness = assessLiveness({ lastSign: 1000 }, 602_000, 600)
  expect(assessLiveness({ lastSign: 1000 }, 601_000, 600).alive).toBe(true)
  const answer = await ask('/livez', judged(1), 'GET', liveness)
  expect([answer.status, await answer.json()]).toEqual([503, { alive: false, secondsSinceSign: 601 }])
})

test('the health server answers 503 with the reasons as JSON', async () => {
  const answer = await ask('/healthz', judged(61, { lag: 5 }))
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ healthy: false, reasons: [{ code: 'stalled' }], lag: 5 })
})

test('the health server serves the metrics in the format of Prometheus', async () => {
  const text = await (await ask('/metrics', judged(1))).text()
  expect(text).toContain('consentry_dead_letters_total{code="not_json"} 2')
})

test('the health server refuses any other path and method', async () => {
  expect((await ask('/', judged(1))).status).toBe(404)
  await server?.close()
  expect((await ask('/healthz', judged(1), 'POST')).status).toBe(405)
})

test('an error of the health server contains a hint if its port is in use', async () => {
  await ask('/healthz', judged(1))
  const { registry } = makeMetrics()
  const probes = { assess: () => judged(1), assessLiveness: () => alive }
  const again = startHealthServer({ host: '127.0.0.1', port: server?.port ?? 0, registry, ...probes })
  await expect(again).rejects.toMatchObject({ code: 'config_health_port', retryable: false })
})
