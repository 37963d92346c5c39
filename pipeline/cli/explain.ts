import { fieldCatalogue } from '../catalogue.ts'
import type { Chain } from '../chain.ts'
import { decode, type RefusedValue } from '../decode/decode.ts'
import { makeExplain, type ValueExplanation } from '../inspect/explain.ts'
import { type HistoryOptions, stampedDocuments } from '../inspect/history.ts'
import type { RawValue } from '../outcome.ts'
import { readInputs } from '../source/files.ts'
import { resolveInputs, standardInput } from '../source/paths.ts'
import { type ChainOptions, openChain } from './chain.ts'
import { chooseRule, loadRuleContents } from './content.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { explainText } from './explain-text.ts'
import { safeJson, usesColour } from './terminal.ts'

export interface ExplainCommandOptions extends ChainOptions {
  readonly content?: string
  readonly record?: number
  readonly id?: string
  readonly rule?: string
  readonly history?: boolean
  readonly json?: boolean
}

type Value = RawValue | RefusedValue

/** True when the value has a document of that `_id` or event.id. */
function hasId(value: Value, id: string, chain: Chain): boolean {
  return decode(value).some(
    (decoded) =>
      decoded.ok &&
      chain.process(decoded).some((outcome) => outcome.ok && (outcome.id === id || outcome.document.event.id === id)),
  )
}

/** Reads no further than the value that is asked for. Throws a UsageError when it is not there. */
async function findValue(path: string, options: ExplainCommandOptions, chain: Chain): Promise<Value> {
  const { record, id } = options
  if (record !== undefined && id !== undefined) throw new UsageError('give --record or --id, not both')
  if (record !== undefined && !(Number.isSafeInteger(record) && record >= 0))
    throw new UsageError('--record needs a number from 0, the `offset` of dead-letters.ndjson')
  const inputs = resolveInputs([path]).map((input) => input.path)
  if (id === undefined && inputs.length > 1)
    throw new UsageError(`${path} holds ${inputs.length} files; name one of them, or use --id`)
  let seen = 0
  let first: Value | undefined
  for await (const values of readInputs(inputs)) {
    for (const value of values) {
      if (id === undefined ? seen === record : hasId(value, id, chain)) return value
      first ??= value
      seen++
    }
    if (id === undefined && record === undefined && seen > 1) break
  }
  if (id !== undefined)
    throw new UsageError(`${path} has no record that becomes a document with the _id or event.id ${id}`)
  if (first === undefined) throw new UsageError(`${path} holds no records`)
  if (record !== undefined)
    throw new UsageError(`${path} has the records 0 to ${seen - 1}, none with the number ${record}`)
  if (seen > 1) throw new UsageError(`${path} holds several records; choose one with --record N (from 0) or --id ID`)
  return first
}

/** Of an activity with several events the one that `--id` names; all of them for their common event.id. */
function narrow(explanation: ValueExplanation, id: string | undefined): ValueExplanation {
  const natives = explanation.natives.map((native) => {
    const chosen = native.results.filter((result) => result.ok && result.id === id)
    return chosen.length === 0 ? native : { ...native, results: chosen }
  })
  const chosen = natives.filter(({ results }) => results.some((result) => result.ok && result.id === id))
  return { ...explanation, natives: chosen.length === 0 ? natives : chosen }
}

/** The documents of the value as a hunt over all of the input would stamp them. */
async function recall(path: string, value: Value, run: Pick<HistoryOptions, 'chain' | 'environment'>) {
  const ids = decode(value).flatMap((decoded) =>
    decoded.ok ? run.chain.process(decoded).flatMap((outcome) => (outcome.ok ? [outcome.id] : [])) : [],
  )
  return stampedDocuments(new Set(ids), { values: readInputs([path]), ...run })
}

/** `consentry explain PATH`: one record on its way to a document and through the rules. */
export async function explainCommand(path: string, options: ExplainCommandOptions): Promise<ExitCode> {
  if (options.history && path === standardInput)
    throw new UsageError('--history reads the input twice: name a file, not -')
  const { chain, mappings, environment } = await openChain(options)
  const contents = await loadRuleContents(options.content)
  const rules = contents.map(({ value }) => value)
  const only = options.rule === undefined ? undefined : [chooseRule(contents, options.rule).value]
  const catalogue = fieldCatalogue(mappings)
  const value = await findValue(path, options, chain)
  const stamped = options.history ? await recall(path, value, { chain, environment }) : undefined
  const explain = makeExplain({
    chain,
    rules,
    environment,
    catalogue,
    ...(only !== undefined && { only }),
    ...(stamped !== undefined && { stamped }),
  })
  const explanation = narrow(explain(value), options.id)
  if (options.json) console.log(safeJson(explanation))
  else console.log(explainText(explanation, { colour: usesColour(process.stdout), allClauses: only !== undefined }))
  return exitCodes.done
}
