import { codeOf } from '../../mappings/kernel/thrown.ts'
import { processValue } from '../chain.ts'
import { Readability } from '../decode/readability.ts'
import { Counter } from '../hunt/counter.ts'
import { openChain } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { readWithProgress } from './progress.ts'
import { safeJson } from './terminal.ts'
import { reportUnread } from './unread.ts'

export interface NormalizeCommandOptions extends CommonOptions {
  readonly perRecord?: boolean
}

/** Resolves when the lines are written. Returns false if the reader has closed the pipe: it needs no more documents. */
async function print(lines: readonly string[]): Promise<boolean> {
  if (lines.length === 0) return true
  return new Promise((resolve) => {
    process.stdout.write(`${lines.join('\n')}\n`, (error) => resolve(codeOf(error) !== 'EPIPE'))
  })
}

export async function normalizeCommand(paths: readonly string[], options: NormalizeCommandOptions): Promise<ExitCode> {
  const { chain } = await openChain(options)
  const failed = new Counter()
  const readability = new Readability()
  // On a terminal, the documents show the progress.
  const quiet = options.quiet === true || process.stdout.isTTY === true
  try {
    for await (const values of readWithProgress(paths, readability, { ...options, quiet })) {
      const lines: string[] = []
      for (const value of values) {
        const { events, failures } = processValue(value, chain, readability)
        const documents = events.map(({ document }) => safeJson(document))
        for (const { code } of failures) failed.add(code)
        if (options.perRecord) lines.push(`[${documents.join(',')}]`)
        else lines.push(...documents)
      }
      if (!(await print(lines))) return exitCodes.closedPipe
    }
  } finally {
    // Also runs if an input fails: the documents before the failure are already printed.
    for (const [code, count] of failed) console.error(`dead letters: ${code} ${count}`)
  }
  return reportUnread(readability.unread())
}
