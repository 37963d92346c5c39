import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { lineOf } from '../../../mappings/kernel/source-lines.ts'
import { chooseRule, loadRuleContents } from '../../../pipeline/cli/content.ts'
import { sarifOf } from '../../../pipeline/cli/report-files.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'
import { commandBench } from '../../support/command-bench.ts'

const bench = commandBench()

/** Makes an organization's content folder with one rule and one record. */
function own(query: string): string {
  const rule = {
    ...exampleRule,
    name: 'Own rule <on> "consents" here',
    query,
    tests: { match: [{ sample: 'own/mine' }], noMatch: [{ sample: 'm365/consent-blocked-risky' }] },
  }
  mkdirSync(bench.path('own/consents'), { recursive: true })
  writeFileSync(bench.path('own/consents/rule.json'), JSON.stringify(rule))
  const sample = 'mappings/vendors/m365/samples/audit/consent-user-mail.raw.json'
  writeFileSync(bench.path('own/mine.raw.json'), readFileSync(join(packageRoot, sample)))
  return bench.folder
}

it('an organization’s rules are tested on its own records, without the rules of the pack', async () => {
  const content = own('oauth.action: "consent"')
  expect(await bench.run('rules', 'test', '--content', content, '--no-mutations')).toBe(0)
  expect(bench.printed).toBe('1 rule, 2 tests: all passed\n')
})

it('a rule is found by its file or name, which takes precedence over an ID with the same prefix', async () => {
  const content = own('oauth.action: "consent"')
  renameSync(join(content, 'own', 'consents'), join(content, 'own', '5'))
  const rules = await loadRuleContents(content)
  for (const wanted of ['own/5', '5', 'own/5/rule.json', 'Own rule <on> "consents" here'])
    expect(chooseRule(rules, wanted).value.id, wanted).toBe(exampleRule.id)
  expect(await bench.run('rules', 'test', '--rule', '5', '--no-mutations')).toBe(2)
  expect(bench.printed).toMatch(/rules match; use the ID of one:\n {4}5/)
})

it('a rule that refers to another rule can be tested alone', async () => {
  expect(await bench.run('rules', 'test', '--rule', 'm365/changed-by-outsider', '--no-mutations')).toBe(0)
})

const sarif = () => bench.path('sarif.json')

it('rules test refuses a report that it cannot write before it runs a test', async () => {
  for (const option of ['--junit', '--sarif']) {
    expect(await bench.run('rules', 'test', '--rule', 'm365/owner-added', option, bench.path('absent/r'))).toBe(2)
    expect(bench.err).toContain('absent/r')
    expect(bench.out).toBe('')
  }
})

it('a failed test ends with code 1, and is in the machine-readable reports', async () => {
  const content = own('oauth.action: "app_use"')
  const junit = bench.path('junit.xml')
  const reports = ['--junit', junit, '--sarif', sarif()]
  expect(await bench.run('rules', 'test', '--content', content, '--rule', exampleRule.id, ...reports)).toBe(1)
  expect(bench.printed).toContain('clause without a match: oauth.action: "app_use"')
  const suite = readFileSync(junit, 'utf8')
  expect(suite).toContain('<testsuite name="Own rule &lt;on&gt; &quot;consents&quot; here" tests="2" failures="1">')
  expect(suite).toContain('<testcase name="does not match m365/consent-blocked-risky"')
  expect(suite).toContain('clause without a match: oauth.action: &quot;app_use&quot;')
  expect(JSON.parse(readFileSync(sarif(), 'utf8'))).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ ruleId: 'R004', level: 'error' }], tool: { driver: { rules: [{ id: 'R004' }] } } }],
  })
})

it('content that cannot be tested is a failure in the JUnit report, which replaces an earlier one', async () => {
  const content = own('oauth.action: "consent"')
  writeFileSync(join(content, 'own/consents/rule.json'), '{')
  const junit = bench.path('broken.xml')
  expect(await bench.run('rules', 'test', '--content', content, '--junit', junit)).not.toBe(0)
  expect(readFileSync(junit, 'utf8')).toMatch(
    /<testsuite name="[^"]*rule\.json" tests="1" failures="1">\s+<testcase name="C006/,
  )
})

const places = () => {
  const { runs } = JSON.parse(readFileSync(sarif(), 'utf8'))
  return runs[0].results.map(({ ruleId, locations }: { ruleId: string; locations: Place[] }) => {
    const { artifactLocation, region } = (locations[0] as Place).physicalLocation
    return `${ruleId} ${artifactLocation.uri.replace(/^.*\/own\//, 'own/')}:${region.startLine}`
  })
}
interface Place {
  physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } }
}
/** Writes the rule in the layout that a person uses: one member per line. */
const written = (change: object) => {
  const content = own('oauth.action: "consent"')
  const file = join(content, 'own', 'consents', 'rule.json')
  const rule = { ...JSON.parse(readFileSync(file, 'utf8')), ...change }
  writeFileSync(file, JSON.stringify(rule, null, 2))
  return { content, lines: readFileSync(file, 'utf8').split('\n') }
}
const lineWith = (lines: readonly string[], text: string) => lines.findIndex((line) => line.includes(text)) + 1

it.each([
  ['validate', { query: 'oauth.actoin: "consent"' }, 'Q002', '"query"'],
  ['validate', { datasets: ['o365.audit', 'o365.audits'] }, 'R008', '"o365.audits"'],
  ['validate', { severety: 'low' }, 'C006', '"severety"'],
  ['test', { severety: 'low' }, 'C006', '"severety"'],
  ['test', { datasets: ['o365.audit', 'o365.audits'] }, 'R008', '"o365.audits"'],
])('SARIF names the line of a member of an own rule: rules %s of %j', async (command, change, code, text) => {
  const { content, lines } = written(change)
  await bench.run('rules', command, '--content', content, '--sarif', sarif())
  expect(places()).toContain(`${code} own/consents/rule.json:${lineWith(lines, text)}`)
})

it('SARIF names the line of a member of a rule of the pack', () => {
  const file = 'rules/m365/credential-added/rule.ts'
  const lines = readFileSync(join(packageRoot, file), 'utf8').split('\n')
  for (const path of ['query', 'tests.match.0', 'severity'])
    expect(lines[lineOf({ file, path }) - 1]).toContain(`  ${path.split('.')[0]}:`)
  expect(lineOf({ file, path: 'query:3:7' })).toBe(lineOf({ file, path: 'query' }) + 2)
  expect(lineOf({ file, path: '' })).toBe(1)
  expect(lineOf({ file: 'rules/m365/gone/rule.ts', path: 'query' })).toBe(1)
})

it('SARIF names a file relative to the working folder, or by its URL if the file is elsewhere', () => {
  const uri = (file: string) =>
    JSON.parse(sarifOf([{ code: 'C006', level: 'error', file, path: '', message: 'x' }], '0')).runs[0].results[0]
      .locations[0].physicalLocation.artifactLocation.uri
  expect(uri(join(process.cwd(), 'own rules', 'a.json'))).toBe('own%20rules/a.json')
  expect(uri('own/a.json')).toBe('own/a.json')
  expect(uri('/elsewhere/a.json')).toBe('file:///elsewhere/a.json')
})

it('the terminal names the line of an error in a JSON rule, missing evidence and faulty dashboards, and the languages of rules', async () => {
  const { content, lines } = written({
    query: 'oauth.actoin: "consent"',
    tests: { match: [{ sample: 'own/absent' }], noMatch: [] },
  })
  expect(await bench.run('new', 'dashboard', 'mine', '--content', content)).toBe(0)
  const page = join(content, 'mine.dashboard.json')
  writeFileSync(page, readFileSync(page, 'utf8').replace('"oauth.action: *"', '"oauth.actions: *"'))
  expect(await bench.run('rules', 'validate', '--content', content)).toBe(1)
  expect(bench.printed).toContain(`rule.json:${lineWith(lines, '"query"')}:query:1:1: error Q002`)
  expect(bench.printed).toContain('error R003: there is no evidence own/absent')
  expect(bench.printed).toMatch(/mine\.dashboard\.json:\d+:numbers\S+: error Q002: .*oauth\.actions/)
  const place = lineWith(written({ type: 'esql' }).lines, '"type"')
  expect(await bench.run('rules', 'validate', '--content', content)).toBe(1)
  expect(bench.printed).toMatch(new RegExp(`rule.json:${place}:type: error C006: .*\\n.*ES\\|QL is not supported`))
})
