#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../mappings/kernel/package-root.ts'

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }

// A reader that closes the pipe early (`consentry … | head`) must not end a command that is writing to servers or files:
// the command completes, and only its further output is lost.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`consentry: cannot write to standard output (${error.message})\n`)
  process.exit(4)
})
process.stderr.on('error', () => undefined)

const [, , first, ...others] = process.argv
const isAlone = (...names: string[]) => names.includes(first ?? '') && others.length === 0
// Scripts often ask for these, so the command-line parser is not loaded for them.
let text = isAlone('--version', '-V') ? `${version}\n` : undefined
if (isAlone('--help', '-h')) text = (await import('./cli/saved-help.ts')).savedHelp()
if (text !== undefined) process.stdout.write(text)
else {
  const { endSoon, endWithReason } = await import('./cli/last-words.ts')
  const settled = endWithReason()
  const { countFrom } = await import('./cli/command-start.ts')
  countFrom(performance.timeOrigin)
  process.exitCode = await (await import('./cli/program.ts')).runProgram(process.argv, version)
  settled()
  endSoon()
}
