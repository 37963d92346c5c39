import { expect, it } from 'vitest'
import { button, investigationQueries, investigationSection, kqlOf } from '../../../rules/lib/investigation.ts'
import { commonCatalog, resolveField } from '../../../rules/lib/query/catalog.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { timelineRequest } from '../../../rules/lib/timeline-template.ts'
import { shippedRules } from '../../support/product.ts'
import { ruleWith } from './example-rule.ts'

const single = ruleWith({ query: 'oauth.action: "consent"' })
const threshold = (...field: readonly string[]) =>
  ruleWith({ query: single.query, type: 'threshold', threshold: { field, value: 3 } })
const labels = (rule: Rule) => investigationQueries(rule).map(({ label }) => label)

it('the queries of a guide use the fields of the alert, and the group fields of a threshold rule', () => {
  expect(labels(single)).toEqual([
    'Activity of this application',
    'Activity of this account',
    'Activity from this address',
  ])
  expect(labels(threshold('service.id'))).toEqual(['Activity of this application'])
  expect(labels(threshold('user.email', 'source.ip'))).toEqual([
    'Activity of this account',
    'Activity from this address',
  ])
  expect(investigationSection(threshold('organization.id'))).toBe('')
})

it('the queries of a guide use the keys that all steps of a sequence share', () => {
  const query = 'sequence by service.id with maxspan=1h [any where true] by user.name [any where true] by source.ip'
  expect(labels(ruleWith({ type: 'eql', query }))).toEqual(['Activity of this application'])
})

it('the queries of a guide include sign-ins with a credential if the rule reads a credential', () => {
  expect(labels(ruleWith({ query: 'oauth.credential.age_hours <= 24' }))).toContain(
    'Sign-ins with the credentials of this application',
  )
})

it('the queries of every guide are valid Kibana buttons, and KQL on known fields', () => {
  let count = 0
  for (const rule of shippedRules)
    for (const query of investigationQueries(rule)) {
      count++
      const text = button(query)
      expect(text).toMatch(/^!\{investigate\{.*\}\}$/)
      const { label, providers, ...rest } = JSON.parse(text.slice('!{investigate'.length, -1))
      expect([label, rest]).toEqual([query.label, { relativeFrom: 'now-30d/d', relativeTo: 'now' }])
      for (const { field, value, ...kind } of providers.flat()) {
        expect(resolveField(field, commonCatalog).kind, field).toBe('field')
        expect(kind).toEqual({ excluded: false, queryType: 'phrase', valueType: 'string' })
        expect(value).not.toBe('')
      }
      expect(parseKql(kqlOf(query)).ok).toBe(true)
    }
  expect(count).toBeGreaterThan(shippedRules.length)
})

it('the Timeline template shows only known fields', () => {
  const { columns } = timelineRequest().timeline as { columns: { id: string }[] }
  expect(columns.filter(({ id }) => resolveField(id, commonCatalog).kind !== 'field')).toEqual([])
})
