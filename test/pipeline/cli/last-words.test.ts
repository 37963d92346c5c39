import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'

const module = JSON.stringify(join(packageRoot, 'dist/pipeline/cli/last-words.js'))

/** Starts a process that installs its own exit handler and then runs the script. */
function runs(script: string) {
  const text = `const { endWithReason } = await import(${module}); const finished = endWithReason(); ${script}`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' })
  return { status, stderr }
}

it.each([
  ['a wait that never ends', 'await new Promise(() => {})', 'the command stopped before it was complete'],
  ['an exception that nothing caught', "setTimeout(() => { throw new TypeError('strange') })", 'TypeError: strange'],
  [
    'a file that exceeds the limit of open files',
    "setTimeout(() => { throw Object.assign(new Error('x'), { code: 'EMFILE' }) })",
    'raise the limit, for example with `ulimit -n 1024`',
  ],
  ['a promise that nobody waits for', "Promise.reject(new Error('lost'))", 'Error: lost'],
])('%s ends the process with 4 and a reason', (_, script, reason) => {
  const { status, stderr } = runs(script)
  expect(status).toBe(4)
  expect(stderr).toContain('consentry: ')
  expect(stderr).toContain(reason)
})

it.each([
  ['that is done', ['hunt', '--help'], 0],
  ['of a wrong command line', ['hunt', '--nonsense'], 2],
])('endWithReason ends a process %s with its own code, even if a handle is still open', (_, args, code) => {
  const main = join(packageRoot, 'dist/pipeline/main.js')
  const open = 'data:text/javascript,setInterval(() => undefined, 1000)'
  const { status, signal } = spawnSync(process.execPath, ['--import', open, main, ...args], { timeout: 600_000 })
  expect({ status, signal }).toEqual({ status: code, signal: null })
})

// Newer versions of Node open the modules of a command one after the other, and stay below these limits.
it.skipIf(process.platform === 'win32' || !process.version.startsWith('v20.')).each([32, 64])(
  'a limit of %s open files is the reason of a failed start',
  (limit) => {
    const main = join(packageRoot, 'dist/pipeline/main.js')
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -n ${limit}; exec "$0" "$1" run`, process.execPath, main],
      {
        encoding: 'utf8',
        env: { ...process.env, KAFKA_BROKERS: '127.0.0.1:1', ES_URL: 'http://127.0.0.1:1' },
      },
    )
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: expect.stringMatching(/^consentry: too many open files; raise/),
    })
  },
)

it('endWithReason keeps the exit code of a finished command', () => {
  expect(runs('finished(); process.exitCode = 1')).toEqual({ status: 1, stderr: '' })
})

it.skipIf(process.platform !== 'linux')('standard output to a full disk ends the process with code 4', () => {
  const full = openSync('/dev/full', 'w')
  const main = join(packageRoot, 'dist/pipeline/main.js')
  const { status } = spawnSync(process.execPath, [main, '--version'], { stdio: ['ignore', full, 'ignore'] })
  closeSync(full)
  expect(status).toBe(4)
})
