import { expect, it } from 'vitest'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { checkPlaces, loadPack, withOwnScenarios } from '../../../rules/lib/rule-folder.ts'
import type { Scenario } from '../../../rules/lib/scenario.ts'
import { exampleContent } from './example-rule.ts'

const scenario = (file: string, id: string): Content<Scenario> => ({
  file,
  value: { id, title: 'A scenario', start: '2026-03-02T09:00:00Z', steps: [{ sample: 'm365/a', at: 'PT0S' }] },
})
const other = exampleContent(
  { id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02', name: 'Other' },
  'rules/m365/example-two/rule.ts',
)
const rules = [exampleContent(), other]
const own = [
  scenario('rules/m365/example/match/a.scenario.ts', 'm365/a'),
  scenario('rules/m365/example/no-match/b.scenario.ts', 'm365/b'),
]

it('the scenarios in the folder of a rule extend the evidence of this rule only', () => {
  const [one, two] = withOwnScenarios(rules, own)
  expect(one?.value.tests).toEqual({
    match: [{ sample: 'm365/match' }, { scenario: 'm365/a' }],
    noMatch: [{ sample: 'm365/no-match' }, { scenario: 'm365/b' }],
  })
  expect(two).toEqual(other)
})

it('the folder of a rule may be outside of the pack, with a Windows path', () => {
  const [rule] = withOwnScenarios(
    [exampleContent({}, 'C:\\own\\example\\rule.json')],
    [scenario('C:\\own\\example\\match\\a.scenario.json', 'own/a')],
  )
  expect(rule?.value.tests.match).toContainEqual({ scenario: 'own/a' })
})

it('the loader finds all rule folders of the pack, and no other code; the build file contains all rules', async () => {
  const pack = await loadPack()
  expect(JSON.parse(JSON.stringify(pack))).toStrictEqual(pack)
  const files = pack.map(({ file }) => file)
  expect(files).toContain('rules/m365/owner-added/rule.ts')
  expect(files.filter((file) => !/^rules\/[a-z0-9-]+\/[a-z0-9-]+\/rule\.ts$/.test(file))).toEqual([])
})

const found = (scenarios: readonly Content<Scenario>[], change: object = {}) => {
  const named = [exampleContent(change), other]
  return checkPlaces(withOwnScenarios(named, scenarios), scenarios).map(({ code, file }) => [code, file])
}

it('a scenario is valid in match/ or no-match/ of a rule, and outside the folders of rules', () => {
  const shared = scenario('rules/m365/scenarios/c.scenario.ts', 'm365/c')
  expect(found([...own, shared])).toEqual([])
  expect(found([...own, shared], { tests: { match: [{ scenario: 'm365/c' }], noMatch: [] } })).toEqual([])
})

it.each(['m365/example/a', 'm365/example/matches/a', 'm365/gone/match/a'])(
  'a scenario outside match/ and no-match/ of an existing rule is an error: %s',
  (place) => {
    const file = `rules/${place}.scenario.ts`
    expect(found([scenario(file, 'm365/a')])).toEqual([['R023', file]])
  },
)

it('a scenario in the folder of a rule that a rule also names is an error', () => {
  const tests = { match: [{ sample: 'm365/match' }], noMatch: [{ scenario: 'm365/a' }] }
  expect(found(own, { tests })).toEqual([['R023', own[0]?.file]])
})

it('a second scenario with the same ID is an error', () => {
  const twin = scenario('rules/m365/scenarios/a.scenario.ts', 'm365/a')
  expect(found([own[0] as Content<Scenario>, twin])).toEqual([['C003', twin.file]])
})
