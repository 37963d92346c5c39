// Event parameters: from `[{name, <one value slot>}]` to members of the stream's block, by the table of the application.
// A parameter that the table does not know keeps its name and place, and is stored once more in a flattened sibling
// (`admin_other`), so that it can be searched although the block is not mapped dynamically.
import { commonFields, type EcsDocument } from '../../../fields/document.ts'
import type { Field, FieldType } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { splitPath } from '../../../kernel/path.ts'
import { type ActivityTable, isNewer } from '../../activity.ts'
import type { Parameter, ParameterTable } from '../../activity-parameter.ts'
import { withoutEmpty } from '../../clean.ts'
import { converterFor, toList } from '../../convert.ts'
import { shortenTexts } from '../../open-objects.ts'
import type { DeriveStep, MappingStep } from '../step.ts'
import { memberName, parameterValue, type SlotOrder } from './parameter-values.ts'
import { type RoleWriter, roleWriters } from './roles.ts'
import { toGoogleInstant } from './values.ts'

type Converter = (value: Json) => Json | undefined

/** A place and what it takes. */
interface Place {
  readonly segments: readonly string[]
  readonly convert: Converter
  readonly wins: boolean
}

interface Target {
  readonly vendor: Place | undefined
  readonly ecs: Place | undefined
  readonly writeRole: RoleWriter | undefined
  readonly members: Targets | undefined
  readonly foldedMembers: Targets | undefined
}
type Targets = ReadonlyMap<string, Target>

function scalarConverter(type: FieldType): Converter {
  if (type === 'date') return toGoogleInstant
  // A number beyond what JSON holds exactly stays as its digits.
  if (type === 'long') return (value) => converterFor(type)(value) ?? longDigits(value)
  // Elasticsearch refuses a document with a bare value where an object belongs.
  if (type === 'flattened' || type === 'object') return (value) => (isObject(value) ? value : undefined)
  return converterFor(type)
}

function longDigits(value: Json): string | undefined {
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : undefined
}

/** Parameters of several values keep them all, whatever the field is used to hold. */
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

function vendorPlace({ to, type = 'keyword', list, split }: Parameter): Place | undefined {
  if (to === undefined) return undefined
  const convert = split ? splitAtCommas : convertMembers(scalarConverter(type), list === true)
  return { segments: splitPath(to), convert, wins: false }
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
    writeRole: parameter.is && roleWriters[parameter.is],
    members,
    foldedMembers: members && foldedTargets(members),
  }
}

function compileTable(table: ParameterTable): Targets {
  return new Map(Object.entries(table).map(([name, parameter]) => [name, compileTarget(parameter)]))
}

/** Sets a member unless something is there already, or would have to be thrown away on the way. */
function place(block: JsonObject, segments: readonly string[], value: Json, wins = false): void {
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

/** Puts the members of a message where its table says; what is left stays below the place of the message. */
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

/** Stores the value where the table says; false when (a part of) it does not fit there. */
function store(document: EcsDocument, block: JsonObject, target: Target, value: Json): boolean {
  const { vendor, ecs, writeRole } = target
  if (target.members !== undefined) return isObject(value) && placeMessage(document, block, target, value)
  // Of two parameters for one place (or one name twice) the first is kept.
  const kept = vendor?.convert(value)
  if (vendor !== undefined && kept !== undefined) place(block, vendor.segments, kept)
  const shared = ecs?.convert(value)
  if (ecs !== undefined && shared !== undefined) {
    place(document as unknown as JsonObject, ecs.segments, shared, ecs.wins)
  }
  if (writeRole !== undefined) writeRole(document, value)
  return vendor === undefined ? shared !== undefined : kept !== undefined
}

/** The targets of a table that stand in the block: a parameter without a target must not take their place. */
function takenMembers(targets: Targets): ReadonlySet<string> {
  return new Set([...targets.values()].flatMap(({ vendor }) => vendor?.segments[0] ?? []))
}

/** The targets by names in small letters: exports to BigQuery have no capitals. */
function foldedTargets(targets: Targets): Targets {
  return new Map([...targets].map(([name, target]) => [name.toLowerCase(), target]))
}

/** Builds the step that reads the parameters of a stream into `<stream>` of the vendor block. */
function parametersOf(table: Pick<ActivityTable, 'stream' | 'envelope' | 'parameters' | 'prefix'>): DeriveStep {
  const { stream, envelope, parameters, prefix = '' } = table
  const newer = isNewer(envelope)
  const order: SlotOrder = newer ? 'first' : 'last'
  const targets = compileTable(parameters)
  const folded = foldedTargets(targets)
  const taken = takenMembers(targets)
  const other = `${stream}_other`

  return ({ element, document, vendor, problem }) => {
    const { parameters } = element
    if (parameters === undefined || parameters === null) return
    if (!Array.isArray(parameters)) {
      problem('events.parameters is not a list')
      return
    }
    const given = vendor[stream]
    const block: JsonObject = isObject(given) ? given : {}
    let rest: JsonObject | undefined
    for (const parameter of parameters) {
      if (!isObject(parameter) || typeof parameter.name !== 'string') {
        if (withoutEmpty(parameter) !== undefined) problem('a parameter has no name')
        continue
      }
      const rawName = newer ? parameter.name.toLowerCase() : parameter.name
      const value = parameterValue(parameter, order)
      if (value === undefined) continue
      const target = targets.get(rawName) ?? folded.get(rawName.toLowerCase())
      if (target !== undefined && store(document, block, target, value)) continue
      const name = memberName(rawName.startsWith(prefix) ? rawName.slice(prefix.length) : rawName)
      if (target === undefined && !taken.has(name)) place(block, [name], value)
      rest ??= {}
      if (rest[name] === undefined) rest[name] = value
    }
    vendor[stream] = block
    if (rest === undefined) return
    const { value, cut } = shortenTexts(rest)
    vendor[other] = value
    if (cut) document.tags = [...(document.tags ?? []), 'truncated']
  }
}

export const parametersStep: MappingStep = {
  madeFor: ({ activity, dataset }) => {
    if (activity === undefined) throw new Error(`${dataset} has no table of parameters`)
    return parametersOf(activity)
  },
}
