import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { toAlert } from '../../../rules/lib/alert.ts'
import { toAlertDocuments } from '../../../rules/lib/alert-document.ts'
import { compileRules, type Entry } from '../../../rules/lib/engine.ts'
import type { Finding } from '../../../rules/lib/evaluate/evaluator.ts'
import { reasonOf } from '../../../rules/lib/reason.ts'
import { entryAt, minute } from './evaluate/stream.ts'
import { ruleOnAlerts, ruleWith } from './example-rule.ts'

function entry(action: 'consent' | 'app_use', app: string, minutes: number): Entry {
  const members = {
    event: { id: `${action}-${app}`, kind: 'event', dataset: 'o365.audit' },
    user: { email: 'ada@example.com' },
    service: { id: app, name: 'Mail helper' },
    oauth: { action, app: { id: app, name: 'Mail helper' } },
  }
  return entryAt(minutes, members, `${action}-${app}-${minutes}`)
}

function documentsOf(change: object, finding: Partial<Finding> & Pick<Finding, 'entries'>) {
  const rule = ruleWith(change)
  const found: Finding = { at: 10 * minute, settled: true, ...finding }
  return toAlertDocuments(rule, found, toAlert(rule, found)).map(({ document }) => document)
}

const eql = { type: 'eql', query: 'any where true' }

it('a Kibana alert contains the whole event of a query, a new-terms rule, or an EQL rule on one event', () => {
  const entries = [entry('consent', 'a', 1)] as const
  for (const change of [{}, { type: 'new_terms', newTermsFields: ['service.id'] }, eql]) {
    const [document, ...others] = documentsOf(change, { entries })
    expect(document).toMatchObject({
      '@timestamp': new Date(10 * minute).toISOString(),
      event: { kind: 'signal' },
      service: { id: 'a', name: 'Mail helper' },
      kibana: { alert: { original_event: { kind: 'event' }, severity: 'high', workflow_status: 'open' } },
    })
    expect(others).toEqual([])
  }
})

it('a Kibana alert of a threshold contains the values of its group, and the number of documents', () => {
  const threshold = { type: 'threshold', threshold: { field: ['service.id'], value: 2 } }
  const entries = [entry('consent', 'a', 1), entry('consent', 'a', 2)] as const
  const [document] = documentsOf(threshold, { entries, terms: { 'service.id': 'a' } })
  expect(Object.keys(document ?? {}).sort()).toEqual(['@timestamp', 'event', 'kibana', 'service'])
  expect(document).toMatchObject({
    service: { id: 'a' },
    kibana: { alert: { threshold_result: { count: 2, terms: [{ field: 'service.id', value: 'a' }] } } },
  })
  expect(document?.service).toEqual({ id: 'a' })
})

it('a Kibana alert of a sequence contains the shared values of its events, and has a building block for each event', () => {
  const entries = [entry('app_use', 'a', 1), entry('consent', 'b', 2)] as const
  const [alert, ...blocks] = documentsOf(eql, { entries })
  expect(alert).toMatchObject({ user: { email: 'ada@example.com' }, service: { name: 'Mail helper' } })
  expect(alert?.service).not.toHaveProperty('id')
  expect(blocks.map((block) => block.service?.id)).toEqual(['a', 'b'])
  const groups = [alert, ...blocks].map((document) => JSON.parse(JSON.stringify(document)).kibana.alert)
  expect(groups.map(({ building_block_type: type }) => type)).toEqual([undefined, 'default', 'default'])
  expect(groups.map(({ group }) => group.index)).toEqual([undefined, 0, 1])
  expect(new Set(groups.map(({ group }) => group.id)).size).toBe(1)
})

it('a rule on alerts reads the alerts of a threshold rule, and the application of each event of a sequence', () => {
  const threshold = { field: ['service.id'], value: 2 }
  const counting = ruleWith({ name: 'counting', query: 'oauth.action: "consent"', type: 'threshold', threshold })
  const sequence = ruleWith({
    id: '2b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a03',
    name: 'sequence',
    type: 'eql',
    query: `sequence by user.email with maxspan=1h
        [any where oauth.action == "app_use"] [any where oauth.action == "consent"]`,
  })
  const run = compileRules([counting, sequence, ruleOnAlerts]).start()
  const entries = [entry('app_use', 'b', 1), entry('consent', 'a', 2), entry('consent', 'a', 3)]
  const alerts = [...entries.flatMap((each) => run.take(each)), ...run.end()]
  const raised = alerts.filter(({ rule }) => rule.name === 'on alerts')
  expect(raised.map(({ terms }) => terms)).toEqual([{ 'service.id': 'a' }])
  expect(raised[0]?.events.map(({ id }) => id)).toContain('consent-a')
})

it('an alert on alerts counts the documents of a sequence as one alert', () => {
  const stored = ['g', 'g', undefined].map((id, i) => ({
    ...entry('consent', 'a', i),
    document: { ...entry('consent', 'a', i).document, kibana: { alert: { group: { id } } } } as unknown as EcsDocument,
    behind: [entry('consent', 'a', i)],
  })) as unknown as Finding['entries']
  expect(reasonOf({ at: 0, entries: stored, settled: true })).toMatch(/^2 alerts within/)
})
