// A form is a way in which native records reach us: what an API, an export, a shipper or a producer makes of them. Each is
// written here as its maker lays it out, without a look at the decoder, and run over every native sample.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { DeadLetterCode, NativeKind } from '../../pipeline/outcome.ts'

/** A native record, as the vendor writes it. */
export interface Native {
  /** The name of its sample: `m365/consent-user-mail`. */
  readonly ref: string
  readonly kind: NativeKind
  readonly record: JsonObject
  /** The Azure Monitor envelope of an Entra or Graph record, with the record as `properties`; absent where it was polled. */
  readonly envelope?: JsonObject
  /** What a collector forwards: the record, or the envelope with it. */
  readonly text: string
  /** The documents of its golden file. */
  readonly documents: readonly JsonObject[]
}

/** Document fields that a form cannot fill as the native record does, and why. */
export interface Lack {
  /** Names, or `prefix.*` for everything below. */
  readonly fields: readonly string[]
  readonly why: string
}

export interface Form {
  /** Kebab case; its stored sample is `samples/<name>.<extension>`. */
  readonly name: string
  readonly title: string
  /** `jsonl` when absent. */
  readonly extension?: 'json' | 'jsonl' | 'csv' | 'txt' | 'bin' | 'gz'
  /** The one way in which it comes; as a file and as a Kafka value when absent. */
  readonly only?: Way
  /** Which native records it carries. */
  readonly carries: (native: Native) => boolean
  /** One delivery of these records, in their order. */
  readonly wrap: (natives: readonly Native[]) => string | Buffer
  readonly lacks?: readonly Lack[]
  /** The form lost the records: each is a dead letter with this code. */
  readonly refused?: DeadLetterCode
}

export type Way = 'file' | 'kafka'
export const waysOf = ({ only }: Form): readonly Way[] => (only === undefined ? ['file', 'kafka'] : [only])

/** Defines a delivery format for the records that it can contain. */
export function form(
  name: string,
  title: string,
  carries: Form['carries'],
  more: Pick<Form, 'wrap'> & Partial<Form>,
): Form {
  return { name, title, carries, ...more }
}

/** Forms under one heading of the table. */
export interface FormGroup {
  readonly heading: string
  readonly forms: readonly Form[]
}

export const isKind =
  (...kinds: readonly NativeKind[]) =>
  ({ kind }: Native): boolean =>
    kinds.includes(kind)

/** True for a sample of what the vendor never writes: a form that names each member cannot carry it. */
export const isOdd = ({ ref }: Native): boolean => ref.includes('-odd-')

export const json = (value: unknown): string => JSON.stringify(value)

/** One value per line. */
export const lines = (values: readonly unknown[]): string => values.map((value) => `${json(value)}\n`).join('')

/** One delivery with one value per line. */
export const eachLine =
  (toValue: (native: Native, index: number, all: readonly Native[]) => unknown): Form['wrap'] =>
  (natives) =>
    lines(natives.map(toValue))

/** The records, one per line. */
export const recordLines = eachLine(({ record }) => record)

/** All records in one JSON value. */
export const inPage =
  (toPage: (records: JsonObject[]) => unknown): Form['wrap'] =>
  (natives) =>
    json(toPage(natives.map(({ record }) => record)))

/** A copy without members of the given names. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name))) as JsonObject
}

/** A document as Elastic's integration stores it: field-compatible with ours, which has additional groups. */
function asElastic(document: JsonObject): JsonObject {
  const dataset = (document.event as JsonObject).dataset ?? null
  const stored = without(document, 'oauth', 'saas', 'service', 'error')
  return { ...stored, data_stream: { type: 'logs', dataset, namespace: 'default' }, tags: ['forwarded'] }
}

/** The documents of the records as Elastic's integration stores them, without the originals. */
export const elasticLines: Form['wrap'] = (natives) =>
  lines(natives.flatMap(({ documents }) => documents.map(asElastic)))

export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The objects in a list; an empty list for any other value. */
export const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Renders CSV with every cell quoted that needs it; cells are given in the order of the header. */
export function csv(header: readonly string[], rows: readonly (readonly unknown[])[], end = '\n'): string {
  const cell = (value: unknown): string => {
    const text = value === undefined || value === null ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [header, ...rows].map((row) => row.map(cell).join(',') + end).join('')
}

/** Renders CSV as in downloads from Microsoft portals. */
export const portalCsv = (header: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  `\uFEFF${csv(header, rows, '\r\n')}`
