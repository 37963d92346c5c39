import { removeFiles, writeArtifacts } from '../../mappings/kernel/artifact.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { checkGenerated, loadProduct, orphans, renderProduct } from '../content-check/check.ts'
import { requireCheckout } from '../content-check/checkout.ts'
import type { CommonOptions } from './common-options.ts'
import { reportDiagnostics } from './diagnostics.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'

export async function generateCommand(options: CommonOptions & { check?: boolean }): Promise<ExitCode> {
  requireCheckout('generate')
  const { artifacts, diagnostics } = await renderProduct(await loadProduct())
  if (options.check) {
    return reportDiagnostics(
      [...diagnostics, ...checkGenerated(artifacts)],
      `${artifacts.length} generated files`,
      options,
    )
  }
  const removed = orphans(artifacts)
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic))
  const written = writeArtifacts(artifacts)
  removeFiles(removed)
  const failed = hasErrors(diagnostics)
  printResult(options, { ok: !failed, diagnostics, files: artifacts.length, written, removed }, () => [
    ...written.map((path) => `wrote ${path}`),
    ...removed.map((path) => `removed ${path}`),
    `${artifacts.length} generated files, ${written.length} written, ${removed.length} removed`,
  ])
  return failed ? exitCodes.found : exitCodes.done
}
