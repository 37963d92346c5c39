// A form is a way in which native records arrive: the output of an API, an export, a shipper or a producer. Each form
// follows the layout of its source, not the decoder, and is applied to every native sample.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { DeadLetterCode, NativeKind } from '../../pipeline/outcome.ts'

export interface Native {
  /** The name of its sample: `m365/consent-user-mail`. */
  readonly ref: string
  readonly kind: NativeKind
  readonly record: JsonObject
  /** The Azure Monitor envelope of an Entra or Graph record, with the record as `properties`; absent where it was polled. */
  readonly envelope?: JsonObject
  /** The text that a collector forwards: the record, or the envelope with the record. */
  readonly text: string
  /** The documents of its golden file. */
  readonly documents: readonly JsonObject[]
}

/** Document fields that a form cannot fill like the native record, and the reason. */
export interface Lack {
  /** Field names, or `prefix.*` for all fields below the prefix. */
  readonly fields: readonly string[]
  readonly why: string
}

export interface Form {
  /** Kebab case; its stored sample is `samples/<name>.<extension>`. */
  readonly name: string
  readonly title: string
  /** `jsonl` when absent. */
  readonly extension?: 'json' | 'jsonl' | 'csv' | 'txt' | 'bin' | 'gz'
  /** The only way in which the form arrives; if absent, the form arrives as a file and as a Kafka value. */
  readonly only?: Way
  /** Whether the form can contain a native record. */
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

/** Checks for a record that the vendor never writes. A form with a fixed list of members cannot contain it. */
export const isOdd = ({ ref }: Native): boolean => ref.includes('-odd-')

export const json = (value: unknown): string => JSON.stringify(value)

export const lines = (values: readonly unknown[]): string => values.map((value) => `${json(value)}\n`).join('')

/** One delivery with one value per line. */
export const eachLine =
  (toValue: (native: Native, index: number, all: readonly Native[]) => unknown): Form['wrap'] =>
  (natives) =>
    lines(natives.map(toValue))

export const recordLines = eachLine(({ record }) => record)

/** All records in one JSON value. */
export const inPage =
  (toPage: (records: JsonObject[]) => unknown): Form['wrap'] =>
  (natives) =>
    json(toPage(natives.map(({ record }) => record)))

export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name))) as JsonObject
}

/** Members that Elastic's integration stores although other fields contain their values. */
const stored: readonly string[] = ['Actor', 'InterSystemsId', 'UserKey']

/** Returns a document as Elastic's integration stores it, without our additional groups. */
function asElastic({ oauth, saas, service, error, o365, ...document }: JsonObject, record: JsonObject): JsonObject {
  const dataset = (document.event as JsonObject).dataset ?? null
  const members = Object.entries(record).filter(([name]) => stored.includes(name))
  const audit = isObject(o365) && { ...(o365.audit as JsonObject), ...Object.fromEntries(members) }
  return {
    ...document,
    ...(audit && { o365: { audit } }),
    data_stream: { type: 'logs', dataset, namespace: 'default' },
    tags: ['forwarded'],
  }
}

/** The documents of the records as Elastic's integration stores them, without the originals. */
export const elasticLines: Form['wrap'] = (natives) =>
  lines(natives.flatMap(({ documents, record }) => documents.map((document) => asElastic(document, record))))

export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

export const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Renders CSV and quotes cells where necessary. The cells are in the order of the header. */
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
