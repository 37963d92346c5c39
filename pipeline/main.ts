#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../mappings/kernel/package-root.ts'

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }

// A reader that has seen enough (`consentry … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`consentry: cannot write to standard output (${error.message})\n`)
  process.exit(2)
})

const [, , first, ...others] = process.argv
// Asked by scripts at every turn: what parses command lines is not loaded for it.
if ((first === '--version' || first === '-V') && others.length === 0) process.stdout.write(`${version}\n`)
else {
  const { endSoon, endWithReason } = await import('./cli/last-words.ts')
  const settled = endWithReason()
  process.exitCode = await (await import('./cli/program.ts')).runProgram(process.argv, version)
  settled()
  endSoon()
}
