// The package that npm builds, outside the checkout, with only the libraries that an installation has. CI and a deep run
// run every command; otherwise a sample of them.
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { makeProgram } from '../../../pipeline/cli/program.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const prefix = temporaryFolder()
const installed = join(prefix, 'node_modules', 'consentry')

const app = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
const records = join('out', 'demo', 'records.ndjson')

type Calls = readonly (readonly [command: string, code: number, output: RegExp])[]

/** Commands that write the files that the others read, with the required exit code and output. */
const writers: Calls = [
  ['demo', 0, /report +out\/demo\/report\.html/],
  [`apps review --state state.json --done ${records}`, 0, /recorded the review/],
  ['new rule own/consents --type threshold --content own', 0, /wrote own\/own\/consents\/rule\.json/],
]

const readers: Calls = [
  [`hunt ${records} --out hunt --apps`, 0, /alerts +\d/],
  [`normalize ${records}`, 0, /"event"/],
  [`explain ${records} --record 0`, 0, /RULES|rules/],
  [`coverage ${records}`, 0, /./],
  ['rules list', 0, /active/],
  ['rules show m365/credential-added', 0, /Entra ID Application Credential Added/],
  ['rules build', 0, /"rule_id"/],
  ['rules validate', 0, /no errors/],
  ['rules test --rule m365/credential-added --no-mutations', 0, /: all passed/],
  // A month of benign work takes a minute. The package contains its content, and another test measures it.
  ['rules noise --content nowhere', 2, /nowhere/],
  ['rules coverage', 0, /./],
  ['rules diff', 2, /KIBANA_URL is not set/],
  ['deploy', 2, /KIBANA_URL is not set/],
  ['undeploy', 2, /KIBANA_URL is not set/],
  ['pull --out pulled', 2, /KIBANA_URL is not set/],
  ['rules deploy', 2, /KIBANA_URL is not set/],
  [`apps list ${records}`, 0, /Invoice Sync Helper/],
  [`apps show ${app} ${records}`, 0, /Invoice Sync Helper/],
  [`apps delegations ${records}`, 0, /https:\/\/mail\.google\.com\//],
  [`apps contain ${app} ${records}`, 0, /Update-MgServicePrincipal/],
  [`apps approve ${app} --reason r --owner o --tier high --expires 2099-01-01`, 0, /approved e2f4c6a8/],
  ['dashboards build', 0, /"dashboard"/],
  ['--help', 0, /^(?!.*write the generated files)/s],
  ['new mapping m365/other', 2, /Allowed choices are sample, scenario, rule, dashboard/],
  ['new dashboard own', 2, /new writes into a checkout/],
  ['rules test --rule own/consents --content own --no-mutations', 0, /2 tests: all passed/],
  ['generate', 2, /generate writes into a checkout/],
  ['collect --check', 2, /no credentials: set AZURE_TENANT_ID/],
  ['collect --loop', 2, /no credentials: set AZURE_TENANT_ID/],
  ['rules build --for elastic-integrations', 0, /"rule_id"/],
  ['dead-letters list --file out/demo/dead-letters.ndjson', 0, /no dead letters/],
  ['dead-letters list --file state.json', 3, /are not dead letters/],
  ['dead-letters show other --file out/demo/dead-letters.ndjson', 2, /no dead letter has the ID other/],
  ['dead-letters replay --file out/demo/dead-letters.ndjson', 0, /no dead letters/],
  ['reprocess --offsets 0', 2, /unknown form/],
  ['run --until-idle 0', 2, /--until-idle requires/],
]

/** Commands that retry a server until they give up. */
const waiting: Calls = [
  ['rules backtest', 4, /is unreachable/],
  ['setup --dry-run', 4, /is unreachable/],
  ['doctor', 1, /TROUBLE/],
]

/** Commands that read all evidence, as other tests do. */
const slow: Calls = [
  ['validate', 0, /no errors/],
  ['verify --dry-run', 0, /create the space consentry-verify-/],
]

beforeAll(() => {
  // `npm test` has built the product; a stale build fails.
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', prefix], {
    cwd: packageRoot,
    encoding: 'utf8',
  })
  expect(packed.status).toBe(0)
  mkdirSync(installed, { recursive: true })
  const archive = join(prefix, packed.stdout.trim().split('\n').at(-1) as string)
  expect(spawnSync('tar', ['-xzf', archive, '--strip-components=1', '-C', installed]).status).toBe(0)
  const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  for (const [path, { dev }] of Object.entries(packages)) {
    // Nested packages come along with the packages that contain them.
    const own = path.startsWith('node_modules/') && !path.slice(1).includes('node_modules/')
    if (!own || dev === true || !existsSync(join(packageRoot, path))) continue
    mkdirSync(dirname(join(prefix, path)), { recursive: true })
    symlinkSync(join(packageRoot, path), join(prefix, path))
  }
})

/** Returns the full names of the commands that do something. */
function leaves(command: Command, name = ''): string[] {
  if (command.commands.length === 0) return [name]
  return command.commands.flatMap((each) => leaves(each, `${name} ${each.name()}`.trim()))
}

test('the package contains no tests, and has a reasonable download size', () => {
  expect(existsSync(join(installed, 'dist', 'test'))).toBe(false)
  expect(existsSync(join(installed, 'rules', 'generated', 'schemas', 'rule.schema.json'))).toBe(true)
  expect(existsSync(join(installed, 'dist', 'rules', 'baseline'))).toBe(true)
  const { size } = statSync(join(prefix, 'consentry-0.1.0.tgz'))
  expect(size).toBeLessThan(3_000_000)
})

test('a test runs every command', async () => {
  const isTried = (name: string) =>
    [...writers, ...readers, ...waiting, ...slow].some(([call]) => call === name || call.startsWith(`${name} `))
  expect(leaves(makeProgram('0', () => undefined)).filter((name) => !isTried(name))).toEqual([])
})

async function tryCall(call: string, code: number, expected: RegExp): Promise<void> {
  const main = join(installed, 'dist', 'pipeline', 'main.js')
  const options = {
    cwd: prefix,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH, HOME: prefix, ES_URL: 'http://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1' },
  }
  const { status, printed } = await new Promise<{ status: unknown; printed: string }>((resolve) => {
    execFile(process.execPath, [main, ...call.split(' ')], options, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : error.code, printed: `${stdout}${stderr}` }),
    )
  })
  expect({ status, printed: status === code ? '' : printed.slice(-2000) }).toEqual({ status: code, printed: '' })
  expect(printed).toMatch(expected)
}

const isComplete = isDeep || process.env.CI !== undefined
const tried = (calls: Calls) => (isComplete ? calls : sampleOf(calls, 4))
test.each([...writers, ...tried(readers)])('consentry %s exits with code %i', tryCall)
test.concurrent.each([...tried(waiting), ...(isComplete ? slow : [])])('consentry %s exits with code %i', tryCall)
