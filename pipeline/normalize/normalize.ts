import type { EcsDocument } from '../../mappings/fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../mappings/kernel/path.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { CompiledMapping } from '../../mappings/lib/compile.ts'
import { toInstant, toText } from '../../mappings/lib/convert.ts'
import { withElementAlone } from '../../mappings/lib/fan-out.ts'
import { excerptOf } from '../../mappings/lib/refusal.ts'
import { compileVendorMapping } from '../../mappings/vendors/compile.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { refuseEvents, refuseSize, sizeOf } from '../decode/budget.ts'
import type { Decoded, Failure, NativeKind } from '../outcome.ts'

/** A new document from its mapping, with its part of the record. */
export interface Normalized {
  readonly ok: true
  readonly dataset: string
  readonly document: EcsDocument
  /** The position of the element among the elements of the record, from 0, and its path; empty for the whole record. */
  readonly ordinal: number
  readonly element: string
  /** Returns the record, with only the element of this document if it has several. Few callers need the record. */
  readonly original: () => JsonObject
}

/** The reason why a record, or one of its elements, has no document. */
export type NotNormalized = Pick<Failure, 'ok' | 'code' | 'detail' | 'element'>

export interface Normalizer {
  readonly mappings: readonly CompiledMapping[]
  mappingOf(decoded: Decoded): CompiledMapping | undefined
  /** Returns a record's fan-out elements, one per document or failure; undefined if the record is its only element. */
  elementsOf(decoded: Decoded): readonly Json[] | undefined
  /** Yields one document per fan-out element. Never throws. */
  normalize(decoded: Decoded): Iterable<Normalized | NotNormalized>
}

export const kindNames: Readonly<Record<NativeKind, string>> = {
  U: 'unified audit log record',
  A: 'Entra directory audit',
  S: 'Entra sign-in',
  R: 'verdict of Entra ID Protection',
  M: 'Microsoft Graph activity',
  N: 'Azure AD Graph activity',
  G: 'Google Workspace activity',
  B: 'Gmail log of BigQuery',
  L: 'Google Cloud log entry',
  C: 'Google Workspace alert',
  I: 'Microsoft Graph directory object',
  D: 'Google directory object',
}

function describe({ kind, record: { id } }: Decoded): string {
  if (kind !== 'G' || !isObject(id)) return kindNames[kind]
  const application = toText(id.applicationName)
  return `${kindNames[kind]} ${application === undefined ? 'without applicationName' : `of ${application}`}`
}

/** Returns the first time member whose value is not a time, and this value. */
function unreadableTime({ record, context }: Decoded): string {
  const members = [record, record.id, record.properties, context].flatMap((part) =>
    isObject(part) ? Object.entries(part) : [],
  )
  const time = members.find(
    ([name, value]) =>
      /time$|timestamp$/i.test(name) && !isObject(value) && value != null && toInstant(value) === undefined,
  )
  return time === undefined ? '' : `: ${time[0]} is ${excerptOf(time[1] ?? null)}`
}

/** Checks for a possible time (ISO 8601). For a missing time, systems write their limits: 0001, 1601, 1970, 9999. */
const isPlausible = (time: string): boolean => time >= '1990' && time < '9999'

/** Makes a function that finds a record's mapping among those of its kind. Mappings with conditions come first. */
function makePicker(mappings: readonly CompiledMapping[]): (record: JsonObject) => CompiledMapping | undefined {
  const asks = ({ mapping }: CompiledMapping) => Object.keys(mapping.takes.when ?? {})
  const general = mappings.find((each) => asks(each).length === 0)
  const particular = mappings.filter((each) => asks(each).length > 0)
  const [member, ...others] = new Set(particular.flatMap(asks))
  if (member === undefined || others.length > 0) {
    return (record) => particular.find((each) => each.takes(record)) ?? general
  }
  // If dozens of mappings have conditions on one member, a map by its value replaces separate checks.
  const path = splitPath(member)
  const byValue = new Map(particular.flatMap((each) => (each.mapping.takes.when?.[member] ?? []).map((v) => [v, each])))
  return (record) => byValue.get(toText(getPath(record, path)) ?? '') ?? general
}

/** Compiles the mappings once; the result is pure and synchronous. */
export function makeNormalizer(tables: readonly VendorMapping[]): Normalizer {
  const mappings = tables.map(compileVendorMapping)
  const kinds = new Set(mappings.map(({ mapping }) => mapping.takes.kind))
  const pickers = new Map(
    [...kinds].map((kind) => [kind, makePicker(mappings.filter(({ mapping }) => mapping.takes.kind === kind))]),
  )

  function one(
    compiled: CompiledMapping,
    decoded: Decoded,
    element: JsonObject,
    ordinal: number,
    path: string,
  ): Normalized | NotNormalized {
    try {
      const document = compiled.map(decoded.record, element, ordinal, decoded.context)
      if (document['@timestamp'] === undefined) {
        const detail = `no event time in the ${describe(decoded)}${unreadableTime(decoded)}`
        return { ok: false, code: 'time_missing', detail, element: path }
      }
      if (!isPlausible(document['@timestamp'])) {
        const detail = `the event time ${document['@timestamp']} of the ${describe(decoded)} is a placeholder, not a time`
        return { ok: false, code: 'time_missing', detail, element: path }
      }
      const { dataset, fanOut } = compiled.mapping
      const original = () => withElementAlone(decoded.record, fanOut, element)
      return { ok: true, dataset, document, ordinal, element: path, original }
    } catch (error) {
      return {
        ok: false,
        code: 'mapping_failed',
        detail: messageOf(error),
        element: path,
      }
    }
  }

  function mappingOf(decoded: Decoded): CompiledMapping | undefined {
    return pickers.get(decoded.kind)?.(decoded.record)
  }

  function elementsOf(decoded: Decoded): readonly Json[] | undefined {
    const fanOut = mappingOf(decoded)?.mapping.fanOut
    if (fanOut === undefined) return undefined
    const elements = decoded.record[fanOut]
    return Array.isArray(elements) ? elements : []
  }

  function* normalize(decoded: Decoded): Generator<Normalized | NotNormalized> {
    const compiled = mappingOf(decoded)
    if (compiled === undefined) {
      yield { ok: false, code: 'kind_not_mapped', detail: `no mapping for a ${describe(decoded)}`, element: '' }
      return
    }
    const { fanOut } = compiled.mapping
    if (fanOut === undefined) {
      yield one(compiled, decoded, decoded.record, 0, '')
      return
    }
    const elements = elementsOf(decoded) ?? []
    const refused = refuseEvents(decoded.record, fanOut, elements.length)
    if (refused !== undefined) {
      yield { ok: false, ...refused, element: '' }
      return
    }
    for (let ordinal = 0; ordinal < elements.length; ordinal++) {
      const element = elements[ordinal]
      const path = `${fanOut}[${ordinal}]`
      // The size of a record with only one event was checked with the record.
      const tooLarge = elements.length > 1 ? refuseSize(sizeOf(element)) : undefined
      if (tooLarge !== undefined) {
        yield { ok: false, ...tooLarge, element: path }
        continue
      }
      yield isObject(element)
        ? one(compiled, decoded, element, ordinal, path)
        : { ok: false, code: 'format_unknown', detail: 'the event is not an object', element: path }
    }
  }

  return { mappings, mappingOf, elementsOf, normalize }
}
