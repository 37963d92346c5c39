import { removeFiles, writeArtifacts } from '../../mappings/kernel/artifact.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { checkGenerated, loadProduct, orphans, renderProduct } from '../content-check/check.ts'
import { requireCheckout } from '../content-check/checkout.ts'
import { reportDiagnostics } from './diagnostics.ts'
import { type ExitCode, exitCodes } from './exit.ts'

export async function generateCommand(options: { check?: boolean }): Promise<ExitCode> {
  requireCheckout('generate')
  const { artifacts, diagnostics } = await renderProduct(await loadProduct())
  if (options.check) {
    return reportDiagnostics([...diagnostics, ...checkGenerated(artifacts)], `${artifacts.length} generated files`, {})
  }
  const left = orphans(artifacts)
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic))
  const written = writeArtifacts(artifacts)
  removeFiles(left)
  for (const path of written) console.log(`wrote ${path}`)
  for (const path of left) console.log(`removed ${path}`)
  console.log(`${artifacts.length} generated files, ${written.length} written, ${left.length} removed`)
  return hasErrors(diagnostics) ? exitCodes.found : exitCodes.done
}
