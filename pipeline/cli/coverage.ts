import { fieldCatalog } from '../catalog.ts'
import { Readability } from '../decode/readability.ts'
import { type Progress, readInputs } from '../framing/files.ts'
import { watchRules } from '../inspect/blind-rules.ts'
import { CoverageRun } from '../inspect/coverage.ts'
import type { ChainOptions } from './chain.ts'
import { openChain } from './chain.ts'
import { loadRules } from './content.ts'
import { coverageText } from './coverage-text.ts'
import type { ExitCode } from './exit.ts'
import { makeProgress } from './progress.ts'
import { safeJson, tableWidth, usesColor } from './terminal.ts'
import { reportUnread } from './unread.ts'

export interface CoverageCommandOptions extends ChainOptions {
  readonly json?: boolean
}

export async function coverageCommand(paths: readonly string[], options: CoverageCommandOptions): Promise<ExitCode> {
  const { chain, mappings } = await openChain(options)
  const readability = new Readability()
  const run = new CoverageRun(chain, watchRules(await loadRules(), fieldCatalog(mappings)), readability)
  const progress = makeProgress(process.stderr, false)
  let records = 0
  const reading = { ...readability.reading, onProgress: (state: Progress) => progress.update({ records, ...state }) }
  try {
    for await (const values of readInputs(paths, reading)) {
      for (const value of values) run.take(value)
      records += values.length
      progress.update({ records })
    }
  } finally {
    progress.end()
  }
  const code = reportUnread(readability.unread())
  const coverage = run.result()
  if (options.json) console.log(safeJson(coverage))
  else console.log(coverageText(coverage, { color: usesColor(process.stdout), width: tableWidth(process.stdout) }))
  return code
}
