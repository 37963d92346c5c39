// The checks that run all evidence: `validate` must report nothing about the product.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { formatDiagnostic } from '../../mappings/kernel/diagnostic.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { makeChain } from '../../pipeline/chain.ts'
import { checkProduct } from '../../pipeline/content-check/check.ts'
import { proveRules } from '../../pipeline/content-check/proof.ts'
import { isPortable } from '../../rules/lib/portable.ts'
import { compareSeverity, isExperimental, isShipped, type Severity } from '../../rules/lib/rule.ts'
import { folderOf } from '../../rules/lib/rule-folder.ts'
import { isDeep, sampleOf } from '../support/deep.ts'
import { product } from '../support/product.ts'

it('the check of all content reports nothing: mappings, samples, rules, evidence, dashboards, generated files', async () => {
  expect((await checkProduct(product)).map(formatDiagnostic)).toEqual([])
})

it('the name of each rule has at most 90 characters, so that a terminal shows it on one line', () => {
  expect(product.rules.map(({ value }) => value.name).filter((name) => name.length > 90)).toEqual([])
})

it('the description of each rule has at most 800 characters', () => {
  const long = product.rules.filter(({ value }) => value.description.length > 800)
  expect(long.map(({ file }) => file)).toEqual([])
})

it('the product has at most 95 active rules, and at most a third of them are high or critical', () => {
  const active = product.rules.map(({ value }) => value).filter((rule) => isShipped(rule) && !isExperimental(rule))
  expect(active.length).toBeLessThanOrEqual(95)
  const grave = active.filter(({ severity }) => severity === 'high' || severity === 'critical')
  expect(grave.length).toBeLessThanOrEqual(active.length / 3)
})

it('the guide justifies each critical rule, and lists and counts the rules that can rise to high', () => {
  const guide = readFileSync('rules/README.md', 'utf8')
  const section = guide.slice(guide.indexOf('### Severities'), guide.indexOf('### Scenarios'))
  const named = (table: string) =>
    [...(section.split(table)[1]?.split('\n\n')[0] ?? '').matchAll(/`([a-z0-9-]+\/[a-z0-9-]+)`/g)].map(
      ([, folder]) => folder,
    )
  const shipped = product.rules.filter(({ value }) => isShipped(value))
  const foldersOf = (rules: typeof shipped) => rules.map(({ file }) => folderOf(file).replace(/^rules\//, '')).sort()
  const severe = (severity: Severity) => compareSeverity(severity, 'high') >= 0
  const rising = shipped.filter(
    ({ value }) =>
      !severe(value.severity) &&
      Object.values({ ...value.severityByTier, ...value.severityByRisk }).some((severity) => severe(severity)),
  )
  const active = shipped.filter(({ value }) => !isExperimental(value))
  const activeRising = rising.filter(({ value }) => !isExperimental(value))
  const activeSevere = active.filter(({ value }) => severe(value.severity))
  expect(named('| critical rule |').sort()).toEqual(
    foldersOf(shipped.filter(({ value }) => value.severity === 'critical')),
  )
  expect(named('| rule that can rise |').sort()).toEqual(foldersOf(rising))
  expect(section).toContain(`${rising.length} rules, ${activeRising.length} of them active,`)
  expect(section).toContain(`${activeSevere.length + activeRising.length} of the ${active.length} active rules`)
})

it('the content of the product is plain data: mappings, rules and dashboards are equal after a JSON round trip', () => {
  for (const content of [
    ...product.mappings,
    ...product.rules.map((r) => r.value),
    ...product.dashboards.map((d) => d.value),
  ]) {
    expect(JSON.parse(JSON.stringify(content))).toEqual(content)
  }
})

it('every rule stops matching when the mapping no longer writes the fields that its query reads', async () => {
  // The same chain without the derive steps: vendor fields stay, `oauth.*` is missing.
  const blind = product.mappings.map((mapping) => ({ ...mapping, derive: [] }))
  const matches = sampleOf(product.rules, 4).map(({ file, value }) => ({
    file,
    value: { ...value, tests: { ...value.tests, noMatch: [] } },
  }))
  const diagnostics = await proveRules(
    matches,
    product.evidence,
    makeChain(blind, emptyEnvironment),
    fieldCatalog(product.mappings),
    product.environment,
  )
  const silent = new Set(diagnostics.filter((d) => d.code === 'R004').map((d) => d.file))
  // A portable rule reads the vendor's values under the field names of Elastic's integration.
  const derived = matches.filter(({ value }) => !isPortable(value)).map(({ file }) => file)
  expect(derived.filter((file) => !silent.has(file))).toEqual([])
  expect(derived.length).toBeGreaterThan(isDeep ? 100 : 20)
})
