// The folder of a rule contains only files that belong to this rule; shared scenarios are in rules/<vendor>/scenarios.
import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import { demoScenarios } from '../../pipeline/cli/demo-records.ts'
import { product } from '../support/product.ts'

it('a shared scenario is evidence of several rules, or part of the demo', () => {
  const users = new Map<string, number>(demoScenarios.map((id) => [id, 2]))
  for (const { value } of product.rules)
    for (const each of [...value.tests.match, ...value.tests.noMatch])
      if ('scenario' in each) users.set(each.scenario, (users.get(each.scenario) ?? 0) + 1)
  const shared = product.scenarios.filter(({ file }) => basename(dirname(file)) === 'scenarios')
  expect(shared.length).toBeGreaterThan(20)
  const alone = shared.filter(({ value }) => (users.get(value.id) ?? 0) < 2).map(({ file }) => file)
  expect(alone, 'move each into the folder of its rule').toEqual([])
})

it('a scenario file has the name of its scenario ID, prefixed by the vendor in a folder of another vendor', () => {
  for (const { file, value } of product.scenarios) {
    const [vendor, name] = value.id.split('/')
    const wanted = file.startsWith(`rules/${vendor}/`) ? name : `${vendor}-${name}`
    expect.soft(basename(file, '.scenario.ts')).toBe(wanted)
  }
})

it('the name of a rule on one vendor begins with the name of the product', () => {
  const products = {
    m365: /^(?:Entra ID|Exchange Online|Microsoft 365|Microsoft Graph|Microsoft Teams|SharePoint) /,
    'google-workspace': /^Google (?:Workspace|Cloud) /,
  }
  for (const [vendor, prefix] of Object.entries(products)) {
    const names = product.rules.filter(({ file }) => file.startsWith(`rules/${vendor}/`)).map(({ value }) => value.name)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !prefix.test(name))).toEqual([])
  }
})
