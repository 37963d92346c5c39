// By input: the records without a readable result, which rules for successful acts cannot match.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import { table } from '../../mappings/kernel/table.ts'

export interface MissingResult {
  readonly path: string
  readonly dataset: string
  readonly records: number
  readonly without: number
  /** The number of records whose value is not a known outcome, and some of these values. */
  readonly unreadable: number
  readonly values: readonly string[]
}

/** The member that contains the value, by dataset, if the value is not a known outcome. */
const resultPaths: Readonly<Record<string, readonly string[]>> = table({
  'azure.auditlogs': splitPath('azure.auditlogs.properties.result'),
  'azure.signinlogs': splitPath('azure.signinlogs.result_type'),
})

/** The values of Microsoft Graph for an act without a known outcome: `timeout` and `unknownFutureValue`. */
const undecided: ReadonlySet<string> = new Set(['timeout', 'unknownfuturevalue'])

const mostValues = 3
const longestValue = 40

function unknownResult(document: EcsDocument, dataset: string): string | undefined {
  const path = document.event.outcome === 'unknown' ? resultPaths[dataset] : undefined
  const value = path === undefined ? undefined : getPath(document, path)
  return typeof value === 'string' ? value : undefined
}

interface Tally extends MissingResult {
  records: number
  without: number
  unreadable: number
  readonly values: string[]
}

export class MissingResults {
  readonly #tallies = new Map<string, Tally>()

  see(path: string, document: EcsDocument, dataset: string): void {
    const { event } = document
    // Most Google records have no result. The records of an unusual export may all have an unreadable part.
    if ((event.kind !== 'event' && event.kind !== 'pipeline_error') || vendorOf(dataset) !== 'microsoft') return
    const tally = lookedUp(this.#tallies, `${dataset} ${path}`, () => ({
      path,
      dataset,
      records: 0,
      without: 0,
      unreadable: 0,
      values: [],
    }))
    tally.records++
    const result = unknownResult(document, dataset)
    if (result !== undefined && undecided.has(result.trim().toLowerCase())) return
    if (event.outcome === undefined || event.outcome === 'unknown') tally.without++
    if (result === undefined) return
    tally.unreadable++
    const value = result.slice(0, longestValue)
    if (tally.values.length < mostValues && !tally.values.includes(value)) tally.values.push(value)
  }

  /** The inputs with an unreadable result, or without any result in a dataset: some operations have no result. */
  found(): MissingResult[] {
    return [...this.#tallies.values()].filter(
      ({ records, without, unreadable }) => unreadable > 0 || without === records,
    )
  }

  /** These inputs, without those of datasets in which most operations have no result. */
  ofResultDatasets(): MissingResult[] {
    return this.found().filter(({ dataset }) => Object.hasOwn(resultPaths, dataset))
  }
}

/** A word of a portal: neither a number, a code nor a name of a constant such as `partiallySucceeded`. */
const localized = /^(?!.*\p{Ll}\p{Lu})[\p{L}\p{M}]+(?:[ '\u2019-][\p{L}\p{M}]+)*$/u

/** The next step for an input without readable results. */
export function resultAdvice({ unreadable, values }: MissingResult): string {
  if (unreadable === 0) return 'Export the records again with all columns.'
  return values.some((value) => localized.test(value))
    ? 'Set the language of the portal to English or download the log as JSON, and export the records again: the results must be `success` or `failure`, or an error code.'
    : 'The value is unknown: the results must be `success` or `failure`, or an error code. Compare the records with the log in the portal.'
}
