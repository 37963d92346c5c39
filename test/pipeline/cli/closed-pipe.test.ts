import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { commandBench } from '../../support/command-bench.ts'
import { startFakeKibana } from '../../support/fake-kibana.ts'
import { audit } from '../../support/native-samples.ts'
import { disablingOthers } from '../../support/product.ts'

const bench = commandBench()
const main = join(packageRoot, 'dist/pipeline/main.js')

/** Runs a command whose readers close these pipes before its first output. Returns its exit code. */
async function runUnread(pipes: readonly ('stdout' | 'stderr')[], ...args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [main, ...args])
  child.stdout.resume()
  child.stderr.resume()
  for (const name of pipes) child[name].destroy()
  const [code] = await once(child, 'exit')
  return code
}

it.each([
  { name: 'standard output', pipes: ['stdout'] },
  { name: 'standard output and standard error', pipes: ['stdout', 'stderr'] },
] as const)('a command that writes to a server completes its work after the reader of $name is gone', async (of) => {
  const fake = await startFakeKibana('key')
  for (const [name, value] of Object.entries({ KIBANA_URL: fake.url, KIBANA_API_KEY: 'key', ES_URL: '' }))
    vi.stubEnv(name, value)
  const environment = bench.environment(`version: 1\nrules: { ${disablingOthers('m365/owner-added')} }\n`)
  expect(await runUnread(of.pipes, 'deploy', '--yes', '--environment', environment)).toBe(0)
  expect(fake.rules.size).toBeGreaterThan(0)
  expect(await bench.run('deploy', '--dry-run', '--environment', environment)).toBe(0)
  await fake.close()
})

it('normalize stops early, with its own exit code, after the reader closes the pipe', async () => {
  const records = bench.input('records.ndjson', `${JSON.stringify(audit)}\n`)
  const odd = bench.input('zodd.ndjson', 'no record\n')
  expect(await runUnread(['stdout'], 'normalize', records, odd)).toBe(141)
  expect(await runUnread([], 'normalize', records, odd)).toBe(3)
})
