import { expect, it } from 'vitest'
import { checkChanges, renderChangelog } from '../../../rules/lib/changelog.ts'
import type { Rule, RuleChange } from '../../../rules/lib/rule.ts'
import { exampleRule, ruleWith } from './example-rule.ts'

const wider: RuleChange = { version: 2, alerts: 'more', what: 'reads the log of Drive, too' }
const narrower: RuleChange = { version: 3, alerts: 'fewer', what: 'leaves refused consents out' }
const changed = ruleWith({ version: 3, changes: [wider, narrower] })

it('the changelog lists the changes of each rule, newest first', () => {
  const { path, text } = renderChangelog([changed])
  expect(path).toBe('rules/generated/CHANGELOG.md')
  expect(text).toContain(`## Example of a rule

Version 3, severity high, \`${exampleRule.id}\`

- version 3, fewer alerts: leaves refused consents out
- version 2, more alerts: reads the log of Drive, too
`)
})

it('the changelog lists the rules of version 1, and each deprecated rule with its successor, but no drafts, in any order', () => {
  const old = { ...exampleRule, name: 'Old', id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02' } as Rule
  const gone = { ...old, state: 'deprecated', successor: exampleRule.id } as Rule
  const draft = { ...old, name: 'Draft', state: 'draft' } as Rule
  const { text } = renderChangelog([exampleRule, gone, draft])
  expect(text).toContain('- Old, `0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02`: **Example of a rule** replaces it')
  expect(text).toContain('## Unchanged since the first version\n\n- Example of a rule, severity high')
  expect(text).not.toContain('Draft')
  expect(renderChangelog([draft, gone, exampleRule]).text).toBe(text)
})

it('a rule version with a changelog entry is accepted', () => {
  expect([checkChanges(exampleRule), checkChanges(changed)]).toEqual([[], []])
})

it.each([
  ['without a change', { version: 2 }, 'version 2 has no change'],
  ['without a change between two others', { version: 3, changes: [narrower] }, 'version 2 has no change'],
  ['that is not there yet', { version: 2, changes: [wider, narrower] }, 'there is no version 3'],
  ['with two changes', { version: 2, changes: [wider, wider] }, 'two changes'],
  ['that is the first', { changes: [{ ...wider, version: 1 }] }, 'there is no version 1'],
])('a version %s is reported', (_, change, message) => {
  expect(checkChanges(ruleWith(change))).toMatchObject([{ message: expect.stringContaining(message) }])
})
