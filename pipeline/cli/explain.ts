import { isShipped } from '../../rules/lib/rule.ts'
import { fieldCatalog } from '../catalog.ts'
import { type Chain, processValue } from '../chain.ts'
import { Readability } from '../decode/readability.ts'
import { UsageError } from '../errors/usage-error.ts'
import { membersIn, readInputs } from '../framing/files.ts'
import { resolveInputs, standardInput } from '../framing/paths.ts'
import type { RefusedValue } from '../framing/piece.ts'
import type { ZipLimits } from '../framing/zip.ts'
import { makeExplain, recallDocuments, type ValueExplanation } from '../inspect/explain.ts'
import type { RawValue } from '../outcome.ts'
import { recordId } from '../route/document-id.ts'
import { openChain } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { chooseRule, loadRuleContents } from './content.ts'
import type { ExitCode } from './exit.ts'
import { explainText } from './explain-text.ts'
import { readWithProgress } from './progress.ts'
import { printResult } from './result.ts'
import { usesColor } from './terminal.ts'
import { leftOut, notFound, reportUnread } from './unread.ts'
import { zipLimits } from './zip-limits.ts'

export interface ExplainCommandOptions extends CommonOptions {
  readonly record?: number
  readonly id?: string
  readonly rule?: string
  readonly history?: boolean
}

type Value = RawValue | RefusedValue

/** Refuses a path with several files: a record number is unique only in one file or one archive member. */
async function refuseSeveral(path: string, zip: ZipLimits): Promise<void> {
  const inputs = await resolveInputs([path])
  const [first] = inputs
  const parts =
    (inputs.length === 1 && first !== undefined && (await membersIn(first, zip))) || inputs.map((each) => each.path)
  if (parts.length > 1)
    throw new UsageError(`${path} contains ${parts.length} files; name one file, such as ${parts[0]}, or use --id`)
}

/** Reads the input up to the requested value. Throws a UsageError if the value does not exist. */
async function findValue(
  path: string,
  options: ExplainCommandOptions,
  chain: Chain,
  readability: Readability,
): Promise<Value> {
  const { record, id } = options
  if (record !== undefined && id !== undefined) throw new UsageError('--record and --id cannot be combined')
  if (record !== undefined && !(Number.isSafeInteger(record) && record >= 0))
    throw new UsageError('--record requires an integer of 0 or more, such as the `offset` in dead-letters.ndjson')
  const zip = zipLimits(options)
  if (id === undefined) await refuseSeveral(path, zip)
  let seen = 0
  let first: Value | undefined
  const { onFailure, ...strict } = readability.reading
  // A record number counts from the beginning of the input, so a read error ends a search by number.
  for await (const values of readInputs([path], { ...strict, zip, ...(id !== undefined && { onFailure }) })) {
    for (const value of values) {
      const isWanted =
        id === undefined
          ? seen === record
          : processValue(value, chain, readability).events.some(
              (event) => event.id === id || recordId(event.document.event.id) === recordId(id),
            )
      if (isWanted) return value
      first ??= value
      seen++
    }
    if (id === undefined && record === undefined && seen > 1) break
  }
  if (id !== undefined)
    throw notFound(
      `no record in ${path} produces a document with the _id or event.id ${id}; copy the ID from the report, alerts.ndjson or documents.ndjson of a hunt`,
      readability,
    )
  if (first === undefined) throw notFound(`${path} contains no records`, readability)
  if (record !== undefined)
    throw new UsageError(`${path} contains the records 0 to ${seen - 1}; record ${record} does not exist`)
  if (seen > 1)
    throw new UsageError(
      `${path} contains several records; choose one with --id ID (the report and alerts.ndjson of a hunt list the IDs) or --record N (from 0)`,
    )
  return first
}

/** Of an activity with several events, keeps the one that `--id` names, or all for their common event.id. */
function narrow(explanation: ValueExplanation, id: string | undefined): ValueExplanation {
  const natives = explanation.natives.map((native) => {
    const chosen = native.results.filter((result) => result.ok && result.id === id)
    return chosen.length === 0 ? native : { ...native, results: chosen }
  })
  const chosen = natives.filter(({ results }) => results.some((result) => result.ok && result.id === id))
  return { ...explanation, natives: chosen.length === 0 ? natives : chosen }
}

export async function explainCommand(path: string, options: ExplainCommandOptions): Promise<ExitCode> {
  if (options.history && path === standardInput)
    throw new UsageError('--history reads the input twice and does not support standard input; name a file')
  const { chain, mappings, environment } = await openChain(options)
  const contents = await loadRuleContents(options.content)
  const rules = contents.map(({ value }) => value)
  const only = options.rule === undefined ? undefined : [chooseRule(contents, options.rule).value]
  const catalog = fieldCatalog(mappings)
  const searched = new Readability()
  const value = await findValue(path, options, chain, searched)
  const ofRecord = new Readability()
  const ids = new Set(processValue(value, chain, ofRecord).events.map(({ id }) => id))
  const readability = options.history ? new Readability() : ofRecord
  const recalled = options.history
    ? await recallDocuments(ids, {
        chain,
        environment,
        readability,
        catalog,
        values: readWithProgress([path], readability, options),
        rules: rules.filter(isShipped),
      })
    : undefined
  const explain = makeExplain({
    chain,
    rules,
    environment,
    catalog,
    ...(only !== undefined && { only }),
    ...recalled,
  })
  const code = reportUnread(readability.unread())
  // With --history, the second reading reports them.
  if (options.history !== true) for (const line of leftOut(searched.earlierResults)) console.error(line)
  const explanation = narrow(explain(value), options.id)
  printResult(options, explanation, () =>
    explainText(explanation, {
      color: usesColor(process.stdout),
      allClauses: only !== undefined,
      annotated: recalled !== undefined,
    }),
  )
  return code
}
