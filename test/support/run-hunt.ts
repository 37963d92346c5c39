// A hunt over raw records in memory, with its output.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { makeInMemoryRun } from '../../pipeline/findings/virtual-passes.ts'
import { type HuntOptions, hunt } from '../../pipeline/hunt/hunt.ts'
import type { DeadLetter } from '../../pipeline/outcome.ts'
import type { Alert } from '../../rules/lib/alert.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { engineOf, product, rawValues } from './product.ts'

/** `source` is the name of the file with the records. */
export async function runHunt(texts: readonly string[], options: Partial<HuntOptions> & { source?: string } = {}) {
  const { rules = [], environment = product.environment, source, output, ...more } = options
  const stages = makeInMemoryRun({ environment, fields: fieldsRead(rules) })
  const alerts: Alert[] = []
  const documents: EcsDocument[] = []
  const lines: string[] = []
  const deadLetters: DeadLetter[] = []
  const summary = await hunt({
    values: rawValues(texts, source),
    chain: product.chain,
    rules,
    engine: more.engine ?? engineOf(rules, environment),
    environment,
    ...stages,
    ...more,
    output: {
      ...output,
      async documents(written) {
        documents.push(...written.documents)
        await output?.documents(written)
        lines.push(...written.text.join('').split('\n').slice(0, -1))
      },
      async alerts(batch) {
        alerts.push(...batch)
        await output?.alerts(batch)
      },
      async deadLetters(letters) {
        deadLetters.push(...letters)
        await output?.deadLetters(letters)
      },
    },
  })
  return { summary, store: stages.store, alerts, documents, lines, deadLetters }
}
