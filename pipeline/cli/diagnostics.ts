import { type Diagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { formatWithLine } from '../../mappings/kernel/source-lines.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'

/** Prints the diagnostics (as JSON for a machine) and returns the exit code of a command that checks. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  checked: string,
  options: CommonOptions,
): ExitCode {
  const failed = hasErrors(diagnostics)
  if (!options.json) for (const diagnostic of diagnostics) console.error(formatWithLine(diagnostic))
  printResult(options, { ok: !failed, diagnostics }, () =>
    failed ? `${count(diagnostics.length, 'diagnostic')} in ${checked}` : `${checked}: no errors`,
  )
  return failed ? exitCodes.found : exitCodes.done
}
