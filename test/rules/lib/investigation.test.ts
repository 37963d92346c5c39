import { beforeAll, expect, it } from 'vitest'
import { button, investigationQueries, investigationSection, kqlOf } from '../../../rules/lib/investigation.ts'
import { commonCatalog, resolveField } from '../../../rules/lib/query/catalog.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import { isShipped, type Rule } from '../../../rules/lib/rule.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { timelineRequest } from '../../../rules/lib/timeline-template.ts'
import { exampleRule } from './example-rule.ts'

let rules: Rule[]
beforeAll(async () => {
  rules = (await loadPack()).map(({ value }) => value).filter(isShipped)
})

const single = { ...exampleRule, query: 'oauth.action: "consent"' } as Rule
const threshold = (...field: [string] | [string, string]): Rule =>
  ({ ...single, type: 'threshold', threshold: { field, value: 3 } }) as Rule
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
  expect(labels({ ...exampleRule, type: 'eql', query } as Rule)).toEqual(['Activity of this application'])
})

it('the queries of a guide include sign-ins with a credential if the rule reads a credential', () => {
  const rule = { ...exampleRule, query: 'oauth.credential.age_hours <= 24' } as Rule
  expect(labels(rule)).toContain('Sign-ins with the credentials of this application')
})

it('the queries of every guide are valid Kibana buttons, and KQL on known fields', () => {
  let count = 0
  for (const rule of rules)
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
  expect(count).toBeGreaterThan(rules.length)
})

it('the Timeline template shows only known fields', () => {
  const { columns } = timelineRequest().timeline as { columns: { id: string }[] }
  expect(columns.filter(({ id }) => resolveField(id, commonCatalog).kind !== 'field')).toEqual([])
})
