import { type Diagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { type ExitCode, exitCodes } from './exit.ts'

/** One diagnostic as a line: where, what, what to do. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, path, level, code, message, hint } = diagnostic
  const where = path === '' ? file : `${file}:${path}`
  return `${where}: ${level} ${code}: ${message}${hint === undefined ? '' : `\n    ${hint}`}`
}

/** Prints the diagnostics (as JSON for a machine) and returns the exit code of a command that checks. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  checked: string,
  options: { json?: boolean },
): ExitCode {
  const failed = hasErrors(diagnostics)
  if (options.json) console.log(JSON.stringify({ ok: !failed, diagnostics }))
  else {
    for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic))
    console.log(failed ? `${diagnostics.length} findings in ${checked}` : `${checked}: no errors`)
  }
  return failed ? exitCodes.found : exitCodes.done
}
