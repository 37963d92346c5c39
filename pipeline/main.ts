#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../mappings/kernel/package-root.ts'
import { runProgram } from './cli/program.ts'

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }

// A reader that has seen enough (`consentry … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`consentry: standard output cannot be written (${error.message})\n`)
  process.exit(2)
})

process.exitCode = await runProgram(process.argv, version)
