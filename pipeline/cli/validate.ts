import { checkProduct, loadProduct } from '../content-check/check.ts'
import { reportDiagnostics } from './diagnostics.ts'
import type { ExitCode } from './exit.ts'

/** `consentry validate`: every check, all findings in one run. */
export async function validateCommand(options: { json?: boolean }): Promise<ExitCode> {
  const product = await loadProduct()
  const checked = `${product.mappings.length} mappings, ${product.samples.length} samples, ${product.rules.length} rules, ${product.dashboards.length} dashboards`
  return reportDiagnostics(await checkProduct(product), checked, options)
}
