import { spawnSync } from 'node:child_process'
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
