// Records the usable parts of each input: unreadable input must not end a command like an empty result.
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { ReadOptions } from '../framing/files.ts'
import { isForeignFormat } from '../framing/foreign-formats.ts'
import type { DeadLetterCode, Failure } from '../outcome.ts'
import { expectedColumns } from './csv-formats.ts'
import { type MissingResult, MissingResults, resultAdvice } from './missing-results.ts'
import { isCommaDetail } from './text.ts'

interface Reason {
  count: number
  readonly first: string
  last: string
}

interface InputTally {
  records: number
  unusable: number
  documents: number
  readonly reasons: Map<DeadLetterCode, Reason>
  /** The event time of the last usable record. */
  lastAt?: string
  /** True while the last record is damaged: the input may end within it. */
  isCut?: boolean
  failure?: string
}

export interface PartTally {
  readonly path: string
  readonly records: number
  readonly unusable: number
}

export interface Unread {
  /** True when nothing of any input was usable. */
  readonly nothing: boolean
  readonly headline: string
  readonly records: number
  readonly unusable: number
  readonly inputs: readonly { readonly path: string; readonly reason: string }[]
  readonly todo: readonly string[]
}

const mostDetail = 600

const advice: Readonly<Partial<Record<DeadLetterCode, string>>> = {
  not_json: 'Download truncated or damaged files again. Remove files that are not logs.',
  format_unknown: `Export the logs in a format that FORMATS.md lists. A CSV needs the columns of one of these: ${expectedColumns}. Download other Entra ID logs as JSON. Fetch other Google logs through the Reports API.`,
  api_error: 'Correct the cause of the error, and export the records again. Split a query into shorter periods.',
  not_ours: 'Export logs that Consentry supports: see "Supported logs" in mappings/README.md.',
  audit_data_empty: 'Export the records again with the column AuditData or RawEventData.',
  audit_data_lossy: 'Export the records again as JSON with all levels, or with AuditData as text.',
  time_missing:
    'Use the original downloaded files: a spreadsheet program changes times. In the Azure portal, set the time zone to UTC and the regional format to English (United States). Or export the records again with their time field, in ISO 8601 format (2026-03-11T09:14:27Z).',
}
const generalAdvice = 'To see each record and its reason, open dead-letters.ndjson in the results of a hunt.'

/** Tracks the outcome of each record. Its memory grows only with the number of inputs. */
export class Readability {
  readonly #inputs = new Map<string, InputTally>()

  /** Receives each document. */
  readonly results = new MissingResults()

  /** The results of earlier hunts and other files of Consentry, which were not read. */
  readonly earlierResults: string[] = []

  /** Options for a reader with counted inputs. A failed input does not end the reading. */
  readonly reading = {
    onInput: ({ path }) => void this.open(path),
    onMember: ({ path }) => void this.open(path),
    onFailure: ({ path }, { message }) => this.fail(path, message),
    onResult: (path) => this.earlierResults.push(path),
  } satisfies Pick<ReadOptions, 'onInput' | 'onMember' | 'onFailure' | 'onResult'>

  /** Counts an input, with or without a record. */
  open(path: string): InputTally {
    return lookedUp(this.#inputs, path, () => ({
      records: 0,
      unusable: 0,
      documents: 0,
      reasons: new Map(),
    }))
  }

  /** Records an input that could not be read to its end. The output shows the path before the message. */
  fail(path: string, message: string): void {
    const start = [`${path} `, `cannot read ${path}: `].find((words) => message.startsWith(words)) ?? ''
    this.open(path).failure = message.slice(start.length)
  }

  /** Adds the outcome of one record, with its event time. */
  record(path: string, documents: number, failures: readonly Failure[], at?: string): void {
    const input = this.open(path)
    input.records++
    input.documents += documents
    if (at !== undefined) input.lastAt = at
    input.isCut = failures.some(isCutOff)
    const records = new Set<Failure['raw']>()
    for (const { code, detail, raw } of failures) {
      // Failed events of one record share a dead letter.
      if (typeof raw === 'object' && records.has(raw)) continue
      records.add(raw)
      const reason = lookedUp(input.reasons, code, () => ({ count: 0, first: detail, last: detail }))
      reason.count++
      reason.last = detail
    }
    // Unsupported categories (`not_ours`) count only if nothing else was read.
    if (failures.some(({ code }) => code !== 'not_ours')) input.unusable++
  }

  /** The parts of an input with records: the members of an archive, otherwise the input itself. */
  partsOf(path: string): PartTally[] {
    return [...this.#inputs].flatMap(([name, { records, unusable }]) =>
      records > 0 && (name === path || name.startsWith(`${path}/`)) ? [{ path: name, records, unusable }] : [],
    )
  }

  /** The paths that contain other inputs: folders, and archives that could be opened. */
  #containers(): ReadonlySet<string> {
    const found = new Set<string>()
    for (const name of this.#inputs.keys())
      for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) found.add(name.slice(0, end))
    return found
  }

  /** Returns the unusable input; undefined if all input was usable, or if there was no input. */
  unread(): Unread | undefined {
    const containers = this.#containers()
    const all = [...this.#inputs].filter(
      ([path, { records, failure }]) => records > 0 || failure !== undefined || !containers.has(path),
    )
    if (all.length === 0) return undefined
    const nothing = all.every(([, { documents }]) => documents === 0)
    const results = this.results.ofResultDatasets()
    const concerned = all.filter(
      ([path, { failure, unusable }]) =>
        nothing || failure !== undefined || unusable > 0 || results.some((each) => each.path === path),
    )
    if (concerned.length === 0 && !nothing) return undefined
    const sum = (of: (input: InputTally) => number) => all.reduce((total, [, input]) => total + of(input), 0)
    const [records, unusable] = [sum((input) => input.records), sum((input) => input.unusable)]
    // An archive with a failure of its own counts instead of its members.
    const failed = all.flatMap(([path]) => (containers.has(path) ? [`${path}/`] : []))
    const [concernedInputs, allInputs] = [concerned, all].map(
      (inputs) => inputs.filter(([path]) => !failed.some((container) => path.startsWith(container))).length,
    )
    const cut = all.filter(([, input]) => isTruncated(input)).length
    const codes = concerned.flatMap(([, { reasons }]) => [...reasons].flatMap(needsAdvice))
    return {
      nothing,
      headline: nothing
        ? nothingHeadline(
            records,
            all.some(([, { failure }]) => failure !== undefined),
          )
        : `Not all of the input was read: ${partsOf(records, unusable)}${concernedInputs} of ${allInputs} input${allInputs === 1 ? '' : 's'}${cut === 0 ? '' : `; ${cut} ${cut === 1 ? 'is' : 'are'} truncated`}`,
      records,
      unusable,
      inputs: concerned.map(([path, input]) => ({
        path: path === '-' ? 'standard input' : path,
        reason: [
          ...(isUsable(input) ? [] : [reasonOf(input)]),
          ...results.flatMap((each) => (each.path === path ? [resultReason(each)] : [])),
        ].join('; '),
      })),
      todo: [...new Set([...codes.map((code) => advice[code] ?? generalAdvice), ...results.map(resultAdvice)])].sort(),
    }
  }
}

/** The code of a reason; nothing for a foreign format or a surplus comma, because the detail is the advice. */
const needsAdvice = ([code, { first, last }]: readonly [DeadLetterCode, Reason]): DeadLetterCode[] =>
  [first, last].every((detail) => isForeignFormat(detail) || isCommaDetail(detail)) ? [] : [code]

function nothingHeadline(records: number, isFailed: boolean): string {
  if (records === 0 && isFailed) return 'Nothing was read: the input could not be read'
  return records === 0
    ? 'Nothing was read: the input contains no records'
    : `Nothing was read: none of ${records} record${records === 1 ? '' : 's'} could be used`
}

function partsOf(records: number, unusable: number): string {
  return unusable === 0 ? 'there are gaps in ' : `${unusable} of ${records} records could not be used, in `
}

/** Whether a value may be truncated: the parser stopped at the end of the text, not at an earlier error. */
function isCutOff({ code, detail, raw }: Failure): boolean {
  if (code !== 'not_json') return false
  const place = / at position (\d+)/.exec(detail)?.[1]
  return place === undefined || typeof raw !== 'string' || Number(place) >= raw.trimEnd().length
}

/** Whether the input ends within a record: the records after it are missing, and nothing else indicates this. */
const isTruncated = ({ isCut, lastAt }: InputTally): boolean => isCut === true && lastAt !== undefined

/** True for an input whose records all became documents. */
const isUsable = ({ failure, unusable, documents }: InputTally): boolean =>
  failure === undefined && unusable === 0 && documents > 0

const resultReason = ({ dataset, records, without, unreadable, values }: MissingResult): string =>
  unreadable === 0
    ? `${without} of ${records} records of ${dataset} have no result`
    : `the result of ${unreadable} of ${records} records of ${dataset} is not readable (${values.map((value) => JSON.stringify(value)).join(', ')})`

function reasonOf(input: InputTally): string {
  const { records, unusable, reasons, failure, documents, lastAt } = input
  const details = [...reasons].map(([code, { count, first, last }]) => {
    const words = first === last ? first : `${first}; … ${last}`
    return { code, count, words: (words.length > mostDetail ? first : words).slice(0, mostDetail) }
  })
  const ownFailure = [
    ...(failure === undefined ? [] : [failure]),
    ...(isTruncated(input)
      ? [
          `it ends within a record: the records after it in the file are missing (the time of the last complete record is ${lastAt})`,
        ]
      : []),
  ]
  if (records === 0) return ownFailure[0] ?? 'the file contains no records'
  const [only] = details
  if (records === 1 && details.length === 1 && documents === 0) return [...ownFailure, only?.words].join('; ')
  const counted = details
    .filter(({ code }) => unusable === 0 || code !== 'not_ours')
    .map(({ code, count, words }) => `${code} ${count} (${words})`)
    .join(', ')
  if (details.length === 0) return ownFailure[0] ?? 'the records contain no events'
  const part = unusable === 0 ? 'none of' : `${unusable} of`
  return [...ownFailure, `${part} ${records} records could ${unusable === 0 ? '' : 'not '}be used: ${counted}`].join(
    '; ',
  )
}
