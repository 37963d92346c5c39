// Runs commands in tests: each test has an empty folder, may stub variables, and reads what its commands print.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import type { ExitCode } from '../../pipeline/cli/exit.ts'
import { runProgram } from '../../pipeline/cli/program.ts'
import { parseLines } from './ndjson.ts'
import { disablingOthers } from './product.ts'
import { temporaryFolder } from './temporary-folder.ts'

class CommandBench {
  /** An empty folder, which is removed after the test. */
  folder = ''
  /** Standard output. */
  out = ''
  /** Standard error. */
  err = ''
  /** Standard output and standard error, in the order of writing. */
  printed = ''

  clear(): void {
    this.out = ''
    this.err = ''
    this.printed = ''
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }

  /** The values of an NDJSON file. */
  lines(name: string) {
    return parseLines(this.read(name))
  }

  /** Writes an environment file. Returns its path. */
  environment(text: string): string {
    writeFileSync(this.path('environment.yaml'), text)
    return this.path('environment.yaml')
  }

  /** Writes an input file in the folder `in`. Returns its path. */
  input(name: string, content: string | Buffer): string {
    const path = join(this.folder, 'in', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  /** Runs a command line. Its output replaces that of the command before. */
  run(...args: string[]): Promise<ExitCode> {
    this.clear()
    return runProgram(['node', 'consentry', ...args], '0.0.0')
  }

  write(stream: 'out' | 'err', text: string): true {
    this[stream] += text
    this.printed += text
    return true
  }
}

/** With `only`, commands run only these rules of the pack: a command with few rules takes less time. */
export function commandBench(...only: readonly string[]): CommandBench {
  const bench = new CommandBench()
  const settings = join(temporaryFolder(), 'environment.yaml')
  if (only.length > 0) writeFileSync(settings, `version: 1\nrules: { ${disablingOthers(...only)} }\n`)
  beforeEach(() => {
    if (only.length > 0) vi.stubEnv('CONSENTRY_ENVIRONMENT', settings)
    bench.clear()
    bench.folder = mkdtempSync(join(tmpdir(), 'consentry-test-'))
    vi.spyOn(console, 'log').mockImplementation((...parts) => void bench.write('out', `${parts.join(' ')}\n`))
    vi.spyOn(console, 'warn').mockImplementation((...parts) => void bench.write('err', `${parts.join(' ')}\n`))
    vi.spyOn(console, 'error').mockImplementation((...parts) => void bench.write('err', `${parts.join(' ')}\n`))
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: readonly unknown[]) => {
      const written = rest.find((each) => typeof each === 'function')
      written?.()
      return bench.write('out', String(text))
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => bench.write('err', String(text)))
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(bench.folder, { recursive: true })
  })
  return bench
}
