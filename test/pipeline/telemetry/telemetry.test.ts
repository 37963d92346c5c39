import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'

const module = JSON.stringify(join(packageRoot, 'dist/pipeline/telemetry/telemetry.js'))

it.skipIf(process.platform !== 'linux')('a log on a full disk does not end the process', () => {
  const script = `const { makeTelemetry } = await import(${module}); const { log } = makeTelemetry({ level: 'info' })
    for (let i = 0; i < 3; i++) { log.info('lost'); await new Promise((done) => setTimeout(done, 10)) }
    process.stdout.write('alive')`
  const full = openSync('/dev/full', 'w')
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', full],
    encoding: 'utf8',
  })
  closeSync(full)
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'alive' })
})

it('a stalled log reader does not stop the process, and receives the waiting lines later', async () => {
  const script = `process.stderr.on('error', () => undefined)
    const { makeTelemetry } = await import(${module}); const { log } = makeTelemetry({ level: 'info' })
    for (let i = 0; i < 2000; i++) log.info({ i }, 'x'.repeat(100))
    process.stdout.write('alive'); await new Promise((done) => process.stdin.once('data', done))
    log.info('last'); process.exit()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  await once(child.stdout, 'data')
  let text = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (text === '') child.stdin.write('go')
    text += chunk
  })
  await once(child, 'close')
  const lines = text.trimEnd().split('\n')
  expect(lines.every((line) => JSON.parse(line).service === 'consentry')).toBe(true)
  expect(lines).toHaveLength(2001)
})
