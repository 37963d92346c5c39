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
    log.fatal('lost')
    process.stdout.write('alive')`
  const full = openSync('/dev/full', 'w')
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', full],
    encoding: 'utf8',
    timeout: 20_000,
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

it.each([
  ['some lines', 3000, 0],
  ['more lines than may wait', 9000, 1],
])('a reader that pauses for %s gets the last lines, and the number of lost lines', async (_, lines, reports) => {
  const script = `process.stderr.on('error', () => undefined)
    const { makeTelemetry } = await import(${module}); const { log } = makeTelemetry({ level: 'info' })
    for (let i = 0; i < ${lines}; i++) log.info({ i }, 'x'.repeat(200))
    process.stdout.write('paused'); log.fatal('reason'); process.exit(4)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  let text = ''
  child.stdout.once('data', () => {
    setTimeout(() => child.stderr.on('data', (chunk: Buffer) => (text += chunk)), 500)
  })
  await once(child, 'close')
  const all = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(all.filter(({ level, message, msg }) => level === 'fatal' && (message ?? msg) === 'reason')).toHaveLength(1)
  const lost = all.filter(({ level }) => level === 'warn').map((line) => line.lines)
  expect(lost).toHaveLength(reports)
  expect(all.length + lost.reduce((sum, each) => sum + each, 0)).toBe(lines + 1 + reports)
})
