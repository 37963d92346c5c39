// Pages of Microsoft Graph and rows without their envelope name no tenant. Kibana joins and counts only values that exist, so
// a rule that requires the tenant would never alert on them.
import { expect, it } from 'vitest'
import { product } from '../support/product.ts'

const { rules } = product

it.each(rules.map(({ file, value }) => ({ file, rule: value })))(
  'the rule $file alerts on records that name no tenant',
  ({ rule }) => {
    if (rule.type === 'threshold') expect(rule.threshold.field).not.toContain('organization.id')
    if (rule.type === 'new_terms') expect(rule.newTermsFields).not.toContain('organization.id')
    if (rule.type === 'eql') expect(rule.query).not.toMatch(/\bby (?:[^\n]*, *)?organization\.id/)
  },
)
