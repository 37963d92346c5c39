import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { commandBench } from '../../support/command-bench.ts'
import { type RunningKibana, startRunningKibana } from '../../support/running-kibana.ts'
import { type ScratchCluster, startScratchCluster } from '../../support/scratch-cluster.ts'

const bench = commandBench()

let running: RunningKibana
let cluster: ScratchCluster
beforeEach(async () => {
  cluster = await startScratchCluster(() => running.alerts.keys())
  running = await startRunningKibana({
    catalog: fieldCatalog(await loadMappings()),
    now: Date.now,
    documents: () => cluster.documents(),
    apiKey: 'secret-key',
  })
  vi.stubEnv('KIBANA_URL', running.kibana.url)
  vi.stubEnv('KIBANA_API_KEY', 'secret-key')
  // The space to which the user deploys. This Kibana does not have the space and refuses requests to it.
  vi.stubEnv('KIBANA_SPACE', 'production')
  vi.stubEnv('ES_URL', cluster.server.url)
})
afterEach(async () => {
  await running.close()
  await cluster.server.close()
})

const rule = ['--rule', 'm365/owner-added']
const report = () => bench.path('report.md')
const verify = (...more: string[]) => bench.run('verify', ...rule, '--report', report(), ...more)

it('consentry verify proves a rule, writes a report without servers and secrets, and cleans up', async () => {
  expect(await verify()).toBe(0)
  expect(bench.out).toMatch(
    /^1 of 1 rules pass \((\d+) of \1 alerts\), (\d+) of \2 saved objects open, 0 left to remove\n/,
  )
  const text = readFileSync(report(), 'utf8')
  expect(text).toMatch(/^# Consentry verification\n\n\*\*Passed\*\*/)
  for (const secret of ['secret-key', '127.0.0.1']) expect(text + bench.printed).not.toContain(secret)
  expect([...running.spaces]).toEqual([])
  expect(cluster.names()).toEqual([])
})

it('consentry verify ends with code 1 and a report if a rule fails', async () => {
  running.onRun = () => ({ status: 'failed', message: 'no' })
  expect(await verify('--timeout', '0.001')).toBe(1)
  expect(readFileSync(report(), 'utf8')).toContain('**Failed**')
  expect(cluster.names()).toEqual([])
})

it('consentry verify refuses a report that it cannot write before it sends a request', async () => {
  expect(await bench.run('verify', ...rule, '--report', bench.path('absent/report.md'))).toBe(2)
  expect(bench.err).toContain('cannot write')
  expect(bench.err).toContain('absent/report.md')
  expect(running.kibana.requests).toEqual([])
})

it('`verify --keep` keeps all its objects and prints their names', async () => {
  expect(await verify('--keep', '--space', 'look-here')).toBe(0)
  expect([...running.spaces]).toEqual(['look-here'])
  expect(running.kibana.rules.size).toBeGreaterThan(0)
  expect(bench.err).toMatch(/kept: space look-here, namespace verify_[0-9a-f]{8}\n/)
})

it('consentry verify refuses a space that exists, and the default space', async () => {
  running.spaces.add('production')
  expect(await verify('--space', 'production')).toBe(2)
  expect(bench.err).toContain('space production exists')
  expect(await verify('--space', 'default')).toBe(2)
  expect(await verify('--space', 'Not A Space')).toBe(2)
  expect([...running.spaces]).toEqual(['production'])
  expect(cluster.names()).toEqual([])
})

it('consentry verify needs both servers', async () => {
  vi.stubEnv('ES_URL', '')
  expect(await verify()).toBe(2)
  expect(bench.err).toContain('ES_URL is not set')
  vi.stubEnv('KIBANA_URL', '')
  vi.stubEnv('ES_URL', cluster.server.url)
  expect(await verify()).toBe(2)
  expect(bench.err).toContain('KIBANA_URL is not set')
})

it('consentry verify ends with code 4 if Kibana refuses the key', async () => {
  vi.stubEnv('KIBANA_API_KEY', 'another-key')
  expect(await verify()).toBe(4)
  expect(bench.err).toContain('Kibana answers 401')
  expect(cluster.names()).toEqual([])
})

it('consentry verify --dry-run prints the plan, and contacts no server', async () => {
  expect(await verify('--dry-run')).toBe(0)
  expect(bench.out).toMatch(/create the space consentry-verify-[0-9a-f]{8}\n/)
  expect(bench.out).toContain('create and enable 1 rule as 1 test rule on these data streams only')
  expect(running.kibana.requests).toEqual([])
  expect(cluster.server.requests).toEqual([])
})

it('consentry verify cleans up after an interruption, and ends with code 130', async () => {
  const before = new Set(process.listeners('SIGINT'))
  const interrupt = () => {
    for (const listener of process.listeners('SIGINT')) if (!before.has(listener)) listener('SIGINT')
  }
  running.onRun = () => 'never'
  running.intercept = (_, path) => {
    if (path.endsWith('/signals/search')) interrupt()
    return undefined
  }
  onTestFinished(() => expect(process.listeners('SIGINT').length).toBe(before.size))
  expect(await verify()).toBe(130)
  expect(bench.err).toContain('interrupted: no report was written')
  expect([...running.spaces]).toEqual([])
  expect(cluster.names()).toEqual([])
})

it('consentry verify --json prints the result as one JSON object', async () => {
  expect(await verify('--json')).toBe(0)
  const { rules, leftovers, versions } = JSON.parse(bench.out)
  expect(rules).toHaveLength(1)
  expect(rules[0]).toMatchObject({ defects: [] })
  expect(rules[0].raised).toBe(rules[0].expected)
  expect([leftovers, versions.kibana]).toEqual([[], '9.4.3'])
})
