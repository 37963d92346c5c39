import { expect, it } from 'vitest'
import type { PublicRuleSet } from '../../../../rules/attack/public-rules.ts'
import { checkPublicRules, publicCoverage } from '../../../../rules/lib/coverage/public-rules.ts'
import type { Rule } from '../../../../rules/lib/rule.ts'
import { loadPack } from '../../../../rules/lib/rule-folder.ts'
import { exampleRule } from '../example-rule.ts'

const set = (rules: PublicRuleSet['rules']): PublicRuleSet => ({
  name: 'Example',
  repository: 'example/rules',
  folder: 'rules',
  rules,
})
const pack = (...states: Rule['state'][]) =>
  states.map((state, i) => ({
    file: `rules/m365/rule-${i}/rule.ts`,
    value: { ...exampleRule, ...(state !== undefined && { state }) } as Rule,
  }))

it('the check of the public rules has no findings for the list of the pack', async () => {
  expect(checkPublicRules(await loadPack())).toEqual([])
})

it('the check of the public rules reports a counterpart that does not exist or does not alert', () => {
  const sets = [set({ 'm365/rule-0,m365/rule-1,m365/rule-2,m365/gone': { 'a.yml': 'A' } })]
  const messages = checkPublicRules(pack(undefined, 'draft', 'deprecated'), sets).map(({ code, message }) => [
    code,
    message,
  ])
  expect(messages).toEqual([
    ['R025', 'the rule m365/rule-1 is draft and raises no alerts'],
    ['R025', 'the rule m365/rule-2 is deprecated and raises no alerts'],
    ['R025', 'there is no rule m365/gone'],
  ])
})

it('the check of the public rules reports a public rule that is listed twice', () => {
  const sets = [set({ 'no rule: too much noise': { 'a.yml': 'A' }, 'out of scope: roles of people': { 'a.yml': 'A' } })]
  expect(checkPublicRules([], sets)).toMatchObject([{ message: 'a.yml is listed twice' }])
})

it('the coverage of public rules counts the rules of a set by kind of result, and lists them by path', () => {
  const [coverage] = publicCoverage(pack(undefined, 'experimental'), [
    set({
      'no rule: too much noise': { 'c.yml': 'C', 'b.yml': 'B' },
      'm365/rule-0,m365/rule-1': { 'a.yml': 'A' },
      'm365/rule-1': { 'd.yml': 'D' },
      'out of scope: roles of people': { 'e.yml': 'E' },
    }),
  ])
  expect(coverage?.counts).toEqual({ counterpart: 1, experimental: 1, 'no rule': 2, 'out of scope': 1 })
  expect(coverage?.rules.map(({ path, ours, experimental, reason }) => [path, ours, experimental, reason])).toEqual([
    ['rules/a.yml', ['m365/rule-0', 'm365/rule-1'], ['m365/rule-1'], undefined],
    ['rules/b.yml', [], [], 'no rule: too much noise'],
    ['rules/c.yml', [], [], 'no rule: too much noise'],
    ['rules/d.yml', ['m365/rule-1'], ['m365/rule-1'], undefined],
    ['rules/e.yml', [], [], 'out of scope: roles of people'],
  ])
})
