import { beforeAll, expect, it } from 'vitest'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { checkVersions } from '../../../pipeline/content-check/check.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { catalog, product } from '../../support/product.ts'

let shipped: Content<Rule>
beforeAll(async () => {
  shipped = product.rules.find(({ file }) => file === 'rules/m365/known-abused-application/rule.ts') as Content<Rule>
})

const found = (change: object) =>
  checkVersions([{ ...shipped, value: { ...shipped.value, ...change } as Rule }], catalog)

it('the version of a rule can stay the same if only its texts change', () => {
  expect(found({ description: 'Reworded text.', investigation: '- Here.', response: '1. Ask.' })).toEqual([])
})

it('the version of a rule must increase if its query, severity or schedule changes', () => {
  const version = shipped.value.version ?? 1
  for (const change of [{ query: 'oauth.action: "consent"' }, { severity: 'low' }, { interval: '1h' }]) {
    expect(found(change)).toMatchObject([{ code: 'R012', path: 'version', hint: `write version: ${version + 1}` }])
    expect(found({ ...change, version: version + 1 })).toEqual([])
  }
})

it('the version of a rule must not decrease, and a draft needs no new version', () => {
  expect(found({ version: 0 })).toMatchObject([{ code: 'R012', message: expect.stringContaining('goes back') }])
  expect(found({ state: 'draft', query: 'oauth.action: "consent"' })).toEqual([])
})
