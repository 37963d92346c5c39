// Every command uses the content folder of an organization, and reports every error in it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { loadContent } from '../../../mappings/kernel/discover.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { ContentError, readContentFolder } from '../../../pipeline/content-check/content-folder.ts'
import { checkRules } from '../../../rules/lib/check-rules.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'
import { commandBench } from '../../support/command-bench.ts'
import { rounds } from '../../support/deep.ts'

const bench = commandBench('m365/tenant-wide-consent')

const consent = join(packageRoot, 'mappings/vendors/m365/samples/audit/consent-user-mail.raw.json')
const ownRule = {
  ...exampleRule,
  name: 'Any consent',
  query: 'oauth.action: "consent"',
  tests: { match: [{ sample: 'm365/consent-user-mail' }], noMatch: [{ sample: 'm365/consent-blocked-risky' }] },
}

const put = (name: string, value: unknown) => {
  mkdirSync(dirname(bench.path(name)), { recursive: true })
  writeFileSync(bench.path(name), typeof value === 'string' ? value : JSON.stringify(value))
}
const run = (...args: string[]) => bench.run(...args, '--content', bench.folder)

it('rules from a content folder are hunted with, listed and explained', async () => {
  put('any/rule.json', `\uFEFF${JSON.stringify({ $schema: './rule.schema.json', ...ownRule })}`)
  const out = bench.path('out')
  mkdirSync(out)
  expect(await run('hunt', consent, '--out', out)).toBe(0)
  expect(readFileSync(join(out, 'alerts.ndjson'), 'utf8')).toContain('"name":"Any consent"')
  expect(await run('rules', 'list')).toBe(0)
  expect(bench.printed).toContain('Any consent')
  expect(await run('explain', consent, '--rule', 'any')).toBe(0)
})

it('a content folder can contain dashboards, with IDs from their file names', async () => {
  const [first] = await loadContent<object>('dashboards', 'dashboard')
  put('mine.dashboard.json', { ...first?.value, title: 'Mine' })
  expect(await run('dashboards', 'build', '--out', bench.folder)).toBe(0)
  expect(bench.read('dashboards.ndjson')).toMatch(
    /"id":"consentry-mine".*"title":"Mine"|"title":"Mine".*"id":"consentry-mine"/,
  )
  put('overview.dashboard.json', { ...first?.value, title: 'Mine' })
  expect(await run('dashboards', 'build', '--out', bench.folder)).toBe(2)
  expect(bench.printed).toContain('C003')
})

it.each([
  ['a/rule.json', '{\n "id": "x",\n "name" 5\n}', /a\/rule\.json:3:9: error C006: is not JSON: .*\n1 diagnostic in /],
  [
    'a/rule.json',
    '{\n "id": "x",\n "name": oops\n}',
    /a\/rule\.json:3:10: error C006: is not JSON: Unexpected token 'o'\n1 /,
  ],
  ['a/rule.json', '{\n // no\n "id": "x"\n}', /a\/rule\.json:2:2: error C006: is not JSON: Expected .*'\n1 /],
  ['a/rule.json', '{\n "id": "x"', /a\/rule\.json:2:11: error C006: is not JSON: Expected .*\n1 /],
  ['a/rule.json', '{\n "id": "x",\n "id": "y"\n}', /a\/rule\.json:3: error C006: has the member "id" twice/],
  ['a/rule.json', [], /must be a group of settings, not \[\]/],
  ['a/rule.json', { ...ownRule, type: 'thresold' }, /type: error C006: .*\n {4}did you mean threshold\?/],
  ['a/rule.json', { ...ownRule, type: 'new_terms' }, /lacks newTermsFields/],
  ['a/rule.json', { ...ownRule, severety: 'low' }, /unknown key "severety"\n {4}did you mean severity\?/],
  ['a/rule.json', { ...ownRule, tests: { match: [{}], noMatch: [] } }, /tests\.match\.0: error C006/],
  ['a/rule.json', { ...ownRule, datasets: ['o365.adit'] }, /R008.*\n {4}did you mean "o365\.audit"\?/],
  ['a.scenario.json', { title: 'A', start: '2026-03-02T09:00:00Z', steps: [] }, /steps: error C006/],
  [
    'a.scenario.json',
    { title: 'A', start: '2026-03-02T09:00:00Z', steps: [{ sample: 'm365/consent-user-mial', at: 'PT0S' }] },
    /steps\.0\.sample: error R003.*\n {4}did you mean "m365\/consent-user-mail"\?/,
  ],
])('a fault in %s of a content folder is reported: %j', async (name, value, message) => {
  put(name, value)
  expect(await run('rules', 'validate')).toBe(1)
  expect(bench.printed).toMatch(message)
})

it('a missing folder and a folder without content are refused as a content folder', async () => {
  expect(await run('rules', 'validate')).toBe(2)
  expect(bench.printed).toContain('the folder contains no content files')
  expect(await bench.run('rules', 'test', '--content', bench.path('nowhere'))).toBe(2)
})

it('a content folder with an error is not built, hunted with or deployed', async () => {
  put('a/rule.json', { ...ownRule, query: 'oauth.actoin: "consent"' })
  vi.stubEnv('KIBANA_URL', 'http://127.0.0.1:9')
  const commands = [
    ['rules', 'build', '--out', bench.folder],
    ['hunt', consent],
    ['rules', 'diff'],
  ]
  for (const command of commands) {
    expect(await run(...command), command.join(' ')).toBe(2)
    expect(bench.printed).toContain('did you mean "oauth.action"?')
  }
})

it('no value of a rule member in a content folder causes an exception in the checks', () => {
  const others = 'threshold newTermsFields omits requires parameters successor'.split(' ')
  const members = [...Object.keys(ownRule), ...others]
  const anything = fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.string(), { minLength: 1, maxLength: 3 }))
  fc.assert(
    fc.property(fc.constantFrom(...members), anything, (member, value) => {
      put('a/rule.json', { ...ownRule, [member]: value })
      try {
        checkRules(readContentFolder(bench.folder).rules)
      } catch (error) {
        expect(error).toBeInstanceOf(ContentError)
      }
    }),
    { numRuns: rounds(300) },
  )
})
