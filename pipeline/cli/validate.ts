import { checkProduct, loadProduct } from '../content-check/check.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { reportDiagnostics } from './diagnostics.ts'
import type { ExitCode } from './exit.ts'

export async function validateCommand(options: CommonOptions): Promise<ExitCode> {
  const product = await loadProduct()
  const checked = [
    count(product.mappings.length, 'mapping'),
    count(product.samples.length, 'sample'),
    count(product.rules.length, 'rule'),
    count(product.dashboards.length, 'dashboard'),
  ].join(', ')
  return reportDiagnostics(await checkProduct(product), checked, options)
}
