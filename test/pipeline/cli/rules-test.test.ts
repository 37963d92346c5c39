import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { runProgram } from '../../../pipeline/cli/program.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'

let folder: string
let printed: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-'))
  printed = ''
  const keep = (...parts: unknown[]) => {
    printed += `${parts.join(' ')}\n`
  }
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const run = (...args: string[]) => runProgram(['node', 'consentry', ...args], '0.0.0')

/** A folder of an organization's own: one rule and one record. */
function own(query: string): string {
  const rule = {
    ...exampleRule,
    name: 'Own rule <on> "consents" here',
    query,
    tests: { match: [{ sample: 'own/mine' }], noMatch: [{ sample: 'm365/consent-blocked-risky' }] },
  }
  mkdirSync(join(folder, 'own', 'consents'), { recursive: true })
  writeFileSync(join(folder, 'own', 'consents', 'rule.json'), JSON.stringify(rule))
  const sample = 'mappings/vendors/m365/samples/audit/consent-user-mail.raw.json'
  writeFileSync(join(folder, 'own', 'mine.raw.json'), readFileSync(join(packageRoot, sample)))
  return folder
}

it("an organization's own rule is tested on its own record, beside the pack", async () => {
  const content = own('oauth.action: "consent"')
  expect(await run('rules', 'test', '--content', content, '--rule', exampleRule.id, '--no-mutations')).toBe(0)
  expect(printed).toBe('1 rules, 2 tests: all passed\n')
})

it.each(['own/consents', 'consents', 'own/consents/rule.json', 'Own rule <on> "consents" here'])(
  'a rule is found by its file or name: %s',
  async (wanted) => {
    const content = own('oauth.action: "consent"')
    expect(await run('rules', 'test', '--content', content, '--rule', wanted, '--no-mutations')).toBe(0)
  },
)

it('what is called so goes before an id that begins so', async () => {
  const content = own('oauth.action: "consent"')
  renameSync(join(content, 'own', 'consents'), join(content, 'own', '5'))
  expect(await run('rules', 'test', '--content', content, '--rule', '5', '--no-mutations')).toBe(0)
  expect(await run('rules', 'test', '--rule', '5', '--no-mutations')).toBe(2)
  expect(printed).toMatch(/rules match this name or beginning of an ID/)
})

it('a rule that names another one is tested alone', async () => {
  expect(await run('rules', 'test', '--rule', 'm365/credential-added-by-new-account', '--no-mutations')).toBe(0)
})

it('a failure ends with code 1, and in the reports for machines', async () => {
  const content = own('oauth.action: "app_use"')
  const junit = join(folder, 'junit.xml')
  const sarif = join(folder, 'sarif.json')
  const code = await run(
    'rules',
    'test',
    '--content',
    content,
    '--rule',
    exampleRule.id,
    '--junit',
    junit,
    '--sarif',
    sarif,
  )
  expect(code).toBe(1)
  expect(printed).toContain('clause without a match: oauth.action: "app_use"')
  const suite = readFileSync(junit, 'utf8')
  expect(suite).toContain('<testsuite name="Own rule &lt;on&gt; &quot;consents&quot; here" tests="2" failures="1">')
  expect(suite).toContain('<testcase name="does not match m365/consent-blocked-risky"')
  expect(suite).toContain('clause without a match: oauth.action: &quot;app_use&quot;')
  expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ ruleId: 'R004', level: 'error' }], tool: { driver: { rules: [{ id: 'R004' }] } } }],
  })
})

it('a rule that is wrong in itself is reported before any evidence', async () => {
  const content = own('oauth.actoin: "consent"')
  expect(await run('rules', 'validate', '--content', content)).toBe(1)
  expect(printed).toContain('Q002: no mapping writes oauth.actoin\n    did you mean "oauth.action"?')
})

it('a folder that is none, and a file that is no JSON, are mistakes of the command line', async () => {
  expect(await run('rules', 'test', '--content', join(folder, 'nowhere'))).toBe(2)
  writeFileSync(join(folder, 'rule.json'), '{')
  expect(await run('rules', 'test', '--content', folder)).toBe(2)
  expect(printed).toContain('rule.json: error C006: is not JSON')
})

it('a rule on a dataset that there is not is refused wherever rules are used, with its place', async () => {
  const content = own('oauth.action: "consent"')
  const file = join(folder, 'own', 'consents', 'rule.json')
  const rule = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...rule, datasets: ['o365.audits'] }))
  expect(await run('rules', 'build', '--content', content, '--out', join(folder, 'pack.ndjson'))).toBe(2)
  expect(await run('rules', 'validate', '--content', content)).toBe(1)
  expect(
    printed.match(/datasets\.0: error R008: no dataset is called o365\.audits\n {4}did you mean "o365\.audit"\?/g),
  ).toHaveLength(2)
})
