// The operator's guide, the alert rules and the code use the same metric names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { makeCollectMetrics } from '../../pipeline/collect/loop/metrics.ts'
import { countUnmapped } from '../../pipeline/service/unmapped.ts'
import { makeMetrics } from '../../pipeline/telemetry/telemetry.ts'

interface AlertRule {
  readonly alert: string
  readonly expr: string
}

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const guide = read('pipeline/monitoring/README.md')
const { groups } = parse(read('pipeline/monitoring/alerts.yml')) as {
  readonly groups: readonly { readonly rules: readonly AlertRule[] }[]
}
const alerts = groups.flatMap(({ rules }) => rules)
const { registry } = makeMetrics()
makeCollectMetrics(registry)
countUnmapped(registry, [])
const metrics = registry.getMetricsAsArray().map(({ name }) => name)

const namesIn = (text: string) => new Set(text.match(/\bconsentry_[a-z_]+\b/g) ?? [])
/** Returns the metric name without the suffix of a histogram series. */
const metricOf = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '')

it('the guide explains every metric', () => {
  expect(metrics.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})

it('every metric that the guide or an alert names exists', () => {
  const known = (name: string) => metrics.includes(name) || metrics.includes(metricOf(name))
  const named = new Set([...namesIn(guide), ...alerts.flatMap(({ expr }) => [...namesIn(expr)])])
  expect([...named].filter((name) => !known(name))).toEqual([])
})

it('no alert aggregates over all services, because a working service would hide a stopped service', () => {
  expect(alerts.filter(({ expr }) => /\b(?:sum|max|count)\s*\(/.test(expr)).map(({ alert }) => alert)).toEqual([])
  const { registry: labeled } = makeMetrics({ namespace: 'trial' })
  return expect(labeled.metrics()).resolves.toContain('consentry_assigned_partitions{data_stream_namespace="trial"}')
})

it('the alerts of the service leave collectors out, whose gauges without a namespace are always 0', () => {
  const unnamed =
    /(?:last_over_time\(consentry_assigned_partitions|consentry_last_pass_timestamp_seconds)(?!\{data_stream_namespace!=""\})/
  expect(alerts.filter(({ expr }) => unnamed.test(expr)).map(({ alert }) => alert)).toEqual([])
})

it('the guide explains each alert', () => {
  expect(alerts.length).toBeGreaterThan(5)
  expect(alerts.filter(({ alert }) => !guide.includes(`\`${alert}\``)).map(({ alert }) => alert)).toEqual([])
})
