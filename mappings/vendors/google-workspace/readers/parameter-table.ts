// The compiled table of an application's parameters: the conversion and the target of each value.
import { commonFields, type EcsDocument } from '../../../fields/document.ts'
import type { Field, FieldType } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { splitPath } from '../../../kernel/path.ts'
import { converterFor, toList } from '../../../lib/convert.ts'
import type { Parameter, ParameterTable } from '../activity-parameter.ts'
import { type RoleWriter, roleWriter } from './roles.ts'
import { toGoogleInstant } from './values.ts'

type Converter = (value: Json) => Json | undefined

/** A path and the converter for its value. */
interface Place {
  readonly segments: readonly string[]
  readonly convert: Converter
  readonly wins: boolean
}

interface Target {
  /** The path below the stream's block. */
  readonly vendor: Place | undefined
  readonly ecs: Place | undefined
  readonly writeRole: RoleWriter | undefined
  readonly members: Targets | undefined
  readonly foldedMembers: Targets | undefined
}
export type Targets = ReadonlyMap<string, Target>

function scalarConverter(type: FieldType): Converter {
  if (type === 'date') return toGoogleInstant
  // A number that JSON cannot represent exactly stays as text.
  if (type === 'long') return (value) => converterFor(type)(value) ?? longDigits(value)
  // Elasticsearch refuses a document with a scalar in place of an object.
  if (type === 'flattened' || type === 'object') return (value) => (isObject(value) ? value : undefined)
  return converterFor(type)
}

function longDigits(value: Json): string | undefined {
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : undefined
}

/** Converts all values of a parameter with several values, even if the field usually has one value. */
function convertMembers(single: Converter, list: boolean): Converter {
  const member = single as (value: unknown) => Json | undefined
  return (value) => (Array.isArray(value) || list ? toList(value, member) : single(value))
}

/** An ECS field of one value takes the first of several. */
function convertFirst(single: Converter): Converter {
  return (value) => single(Array.isArray(value) ? (value[0] ?? null) : value)
}

const splitAtCommas: Converter = (value) => {
  const texts = Array.isArray(value) ? value : [value]
  const parts = texts.flatMap((text) => (typeof text === 'string' ? text.split(',') : [])).map((part) => part.trim())
  const kept = [...new Set(parts.filter((part) => part !== ''))]
  return kept.length === 0 ? undefined : kept
}

function vendorPlace({ to, type = 'keyword', list, split, wins }: Parameter): Place | undefined {
  if (to === undefined) return undefined
  const convert = split ? splitAtCommas : convertMembers(scalarConverter(type), list === true)
  return { segments: splitPath(to), convert, wins: wins === true }
}

function ecsPlace({ ecs, wins }: Parameter): Place | undefined {
  if (ecs === undefined) return undefined
  const field: Field = commonFields[ecs]
  const single = scalarConverter(field.type)
  const convert = field.list ? convertMembers(single, true) : convertFirst(single)
  return { segments: splitPath(ecs), convert, wins: wins === true }
}

function compileTarget(entry: string | Parameter): Target {
  const parameter = typeof entry === 'string' ? { to: entry } : entry
  const members = parameter.members && compileTable(parameter.members)
  return {
    vendor: vendorPlace(parameter),
    ecs: ecsPlace(parameter),
    writeRole: parameter.is && roleWriter(parameter.is),
    members,
    foldedMembers: members && foldedTargets(members),
  }
}

export function compileTable(table: ParameterTable): Targets {
  return new Map(Object.entries(table).map(([name, parameter]) => [name, compileTarget(parameter)]))
}

/** Returns the targets by lowercase name, because exports to BigQuery have no capitals. */
export function foldedTargets(targets: Targets): Targets {
  return new Map([...targets].map(([name, target]) => [name.toLowerCase(), target]))
}

/** Sets a member, unless it already has a value or a value on the path would have to be replaced. */
export function place(block: JsonObject, segments: readonly string[], value: Json, wins = false): void {
  let here: Json | undefined = block
  const last = segments.length - 1
  for (let i = 0; i <= last; i++) {
    if (!isObject(here)) return
    const segment = segments[i] as string
    const next: Json | undefined = here[segment]
    if (i === last) {
      if (next === undefined || wins) here[segment] = value
    } else if (next === undefined) here = here[segment] = {}
    else here = next
  }
}

/** Moves the members of a message to the targets in its table; the rest stays below the place of the message. */
function placeMessage(document: EcsDocument, block: JsonObject, target: Target, message: JsonObject): boolean {
  let whole = true
  for (const name in message) {
    const value = message[name] as Json
    const known = target.members?.get(name) ?? target.foldedMembers?.get(name.toLowerCase())
    if (known !== undefined && store(document, block, known, value)) continue
    place(block, [...(target.vendor?.segments ?? []), name], value)
    whole = false
  }
  return whole
}

/** Writes the ECS values of the parameter; true if its field has taken the value. */
function writeEcs(document: EcsDocument, { ecs, writeRole }: Target, value: Json): boolean {
  const shared = ecs?.convert(value)
  if (ecs !== undefined && shared !== undefined) {
    place(document as unknown as JsonObject, ecs.segments, shared, ecs.wins)
  }
  if (writeRole !== undefined) writeRole(document, value)
  return shared !== undefined
}

/** Stores the value at the target in the table; false if it, or a part of it, does not fit there. */
export function store(document: EcsDocument, block: JsonObject, target: Target, value: Json): boolean {
  const { vendor } = target
  if (target.members !== undefined) return isObject(value) && placeMessage(document, block, target, value)
  // If two parameters have the same path or the same name, the first value is kept.
  const kept = vendor?.convert(value)
  if (vendor !== undefined && kept !== undefined) place(block, vendor.segments, kept, vendor.wins)
  const isShared = writeEcs(document, target, value)
  return vendor === undefined ? isShared : kept !== undefined
}
