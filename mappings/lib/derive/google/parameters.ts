// Event parameters: from `[{name, <one value slot>}]` to members of the stream's block, by the table of the stream.
// A parameter that the table does not know keeps its name and place, and is stored once more in a flattened sibling
// (`admin_other`), so that it can be searched although the block is not mapped dynamically.
import { type CommonFieldName, commonFields } from '../../../fields/document.ts'
import type { Field, FieldTable, FieldType } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { splitPath } from '../../../kernel/path.ts'
import { withoutEmpty } from '../../clean.ts'
import { converterFor, toBoolean, toList } from '../../convert.ts'
import type { DeriveStep } from '../step.ts'
import { toGoogleInstant } from './values.ts'

/** Where a parameter goes. */
export type Parameter =
  | {
      /** Dotted place below the stream's block. */
      readonly to: string
      readonly type: FieldType
      readonly list?: true
      /** Text that holds several values, separated by commas. */
      readonly split?: true
      /** The parameters inside a message value; the rest of the message stays below `to`. */
      readonly members?: ParameterTable
    }
  /** An ECS field that takes the parameter whole. */
  | { readonly ecs: CommonFieldName }

/** Parameters by their raw name; a bare text is the place of a keyword. */
export type ParameterTable = Readonly<Record<string, string | Parameter>>

type Converter = (value: Json) => Json | undefined

interface Target {
  readonly segments: readonly string[]
  readonly inDocument: boolean
  readonly convert: Converter
  readonly members: Targets | undefined
}
type Targets = ReadonlyMap<string, Target>

/** Messages nested deeper are left out: `flattened` fields refuse what is deeper than 20. */
const deepestMessage = 8

const int64 = /^-?\d{1,19}$/

/** A number when JSON holds it exactly, else its digits as received. */
function toInt64(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'string' || !int64.test(value)) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

function scalarConverter(type: FieldType): Converter {
  if (type === 'date') return toGoogleInstant
  if (type === 'long') return toInt64
  // Elasticsearch refuses a document with a bare value where an object belongs.
  if (type === 'flattened' || type === 'object') return (value) => (isObject(value) ? value : undefined)
  return converterFor(type)
}

/** Parameters of several values keep them all, whatever the field is used to hold. */
function convertMembers(single: Converter, field: Pick<Field, 'list'>): Converter {
  const member = single as (value: unknown) => Json | undefined
  return (value) => (Array.isArray(value) || field.list ? toList(value, member) : single(value))
}

const splitAtCommas: Converter = (value) => {
  const texts = Array.isArray(value) ? value : [value]
  const parts = texts.flatMap((text) => (typeof text === 'string' ? text.split(',') : [])).map((part) => part.trim())
  const kept = [...new Set(parts.filter((part) => part !== ''))]
  return kept.length === 0 ? undefined : kept
}

function compileTarget(parameter: string | Parameter): Target {
  if (typeof parameter === 'string') return compileTarget({ to: parameter, type: 'keyword' })
  if ('ecs' in parameter) {
    const field: Field = commonFields[parameter.ecs]
    const convert = convertMembers(scalarConverter(field.type), field)
    return { segments: splitPath(parameter.ecs), inDocument: true, convert, members: undefined }
  }
  const { to, type, split, members } = parameter
  const convert = split ? splitAtCommas : convertMembers(scalarConverter(type), parameter)
  return { segments: splitPath(to), inDocument: false, convert, members: members && compileTable(members) }
}

function compileTable(table: ParameterTable): Targets {
  return new Map(Object.entries(table).map(([name, parameter]) => [name, compileTarget(parameter)]))
}

/** A parameter name as a member name: no dots (they would be paths), and none that every JavaScript object has. */
function memberName(name: string): string {
  if (name in Object.prototype) return `${name}_`
  return name.includes('.') ? name.replaceAll('.', '_') : name
}

function slotList(value: Json | undefined, member: (value: Json) => Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined
  const list: Json[] = []
  for (const raw of Array.isArray(value) ? value : [value]) {
    const read = member(raw)
    if (read !== undefined && read !== null && read !== '') list.push(read)
  }
  return list.length === 0 ? undefined : list
}

const scalar = (value: Json): Json | undefined => (typeof value === 'object' ? undefined : value)
const integer = (value: Json): Json | undefined => toInt64(value) ?? scalar(value)
const boolean = (value: Json): Json | undefined => toBoolean(value) ?? scalar(value)

/** True for `{name, value}` with a text and no other slot, as most parameters are. */
function isPlainText(parameter: JsonObject): boolean {
  for (const member in parameter) {
    if (member === 'value') {
      if (typeof parameter.value !== 'string' || parameter.value === '') return false
    } else if (member !== 'name') return false
  }
  return true
}

/**
 * The value of one parameter: of several slots that hold something the last in the order of the API's documentation.
 * `multiStrValue` is how Cloud Logging spells `multiValue`.
 */
export function parameterValue(parameter: JsonObject, depth = 0): Json | undefined {
  if (isPlainText(parameter)) return parameter.value
  const { value, multiValue, multiStrValue, intValue, boolValue, multiIntValue, multiBoolValue } = parameter
  const { messageValue, multiMessageValue } = parameter
  const message = (raw: Json) => (depth < deepestMessage ? messageObject(raw, depth + 1) : undefined)
  return (
    slotList(multiMessageValue, message) ??
    (messageValue === undefined || messageValue === null ? undefined : message(messageValue)) ??
    slotList(multiBoolValue, boolean) ??
    slotList(multiIntValue, integer) ??
    (boolValue === undefined || boolValue === null ? undefined : boolean(boolValue)) ??
    (intValue === undefined || intValue === null ? undefined : integer(intValue)) ??
    slotList(multiValue, scalar) ??
    slotList(multiStrValue, scalar) ??
    (value === '' || value === null ? undefined : value)
  )
}

/** `{parameter: [...]}` as an object of its parameters; undefined when nothing is in it. */
function messageObject(message: Json, depth: number): Json | undefined {
  const parameters = isObject(message) ? message.parameter : undefined
  if (!Array.isArray(parameters)) return undefined
  const object: JsonObject = {}
  let filled = false
  for (const parameter of parameters) {
    if (!isObject(parameter) || typeof parameter.name !== 'string') continue
    const name = memberName(parameter.name)
    const value = parameterValue(parameter, depth)
    if (value === undefined || object[name] !== undefined) continue
    object[name] = value
    filled = true
  }
  return filled ? object : undefined
}

/** Sets a member unless something is there already, or would have to be thrown away on the way. */
function place(block: JsonObject, segments: readonly string[], value: Json): boolean {
  let here: Json | undefined = block
  const last = segments.length - 1
  for (let i = 0; i <= last; i++) {
    if (!isObject(here)) return false
    const segment = segments[i] as string
    const next: Json | undefined = here[segment]
    if (next !== undefined) here = next
    else if (i === last) {
      here[segment] = value
      return true
    } else here = here[segment] = {}
  }
  return false
}

/** Puts the members of a message where its table says; what is left stays below the place of the message. */
function placeMessage(block: JsonObject, target: Target, members: Targets, message: JsonObject): boolean {
  let whole = true
  for (const name in message) {
    const value = message[name] as Json
    const known = members.get(name)
    const converted = known?.convert(value)
    if (known !== undefined && converted !== undefined) place(block, known.segments, converted)
    else {
      place(block, [...target.segments, name], value)
      whole = false
    }
  }
  return whole
}

/** Stores the value where the table says; false when (a part of) it does not fit there. */
function store(document: JsonObject, block: JsonObject, target: Target, value: Json): boolean {
  if (target.members !== undefined) return isObject(value) && placeMessage(block, target, target.members, value)
  const converted = target.convert(value)
  if (converted === undefined) return false
  // Of two parameters for one place (or one name twice) the first is kept.
  place(target.inDocument ? document : block, target.segments, converted)
  return true
}

/** What is particular to the parameters of a stream. */
export interface ParameterOptions {
  readonly stream: string
  readonly table: ParameterTable
  /** Beginning of a name that the stream's fields leave out. */
  readonly prefix?: string
}

/** Builds the step that reads the parameters of a stream into `<stream>` of the vendor block. */
export function parametersStep({ stream, table, prefix = '' }: ParameterOptions): DeriveStep {
  const targets = compileTable(table)
  const other = `${stream}_other`
  // An unknown parameter must not stand where the table has an object or a field of a type.
  const taken = new Set([...targets.values()].filter((t) => !t.inDocument).map((target) => target.segments[0]))

  return ({ element, document, vendor, problem }) => {
    const { parameters } = element
    if (parameters === undefined || parameters === null) return
    if (!Array.isArray(parameters)) {
      problem('events.parameters is not a list')
      return
    }
    const block: JsonObject = {}
    let rest: JsonObject | undefined
    for (const parameter of parameters) {
      if (!isObject(parameter) || typeof parameter.name !== 'string') {
        if (withoutEmpty(parameter) !== undefined) problem('a parameter has no name')
        continue
      }
      const rawName = parameter.name
      const value = parameterValue(parameter)
      if (value === undefined) continue
      const target = targets.get(rawName)
      if (target !== undefined && store(document as unknown as JsonObject, block, target, value)) continue
      const name = memberName(rawName.startsWith(prefix) ? rawName.slice(prefix.length) : rawName)
      if (target === undefined && !taken.has(name)) place(block, [name], value)
      rest ??= {}
      if (rest[name] === undefined) rest[name] = value
    }
    vendor[stream] = block
    if (rest !== undefined) vendor[other] = rest
  }
}

/** The catalogue of the fields that a parameter table fills, full names. */
export function parameterFields(stream: string, table: ParameterTable): FieldTable {
  const root = `google_workspace.${stream}`
  const fields: Record<string, Field> = { [`${root}_other`]: { type: 'flattened' } }
  const add = (parameters: ParameterTable) => {
    for (const parameter of Object.values(parameters)) {
      if (typeof parameter === 'string') fields[`${root}.${parameter}`] ??= { type: 'keyword' }
      else if ('to' in parameter && parameter.members !== undefined) add(parameter.members)
      else if ('to' in parameter) {
        const list = parameter.list ?? parameter.split
        fields[`${root}.${parameter.to}`] ??= { type: parameter.type, ...(list && { list }) }
      }
    }
  }
  add(table)
  return fields
}
