// Compiles a mapping table into one straight-line function. Paths are split and converters selected at compile time, so
// that records need no lookups by name. The source text contains only member names from our own tables, each as a JSON
// string literal, and never text from a record.
import { type CommonFieldName, commonFields, type EcsDocument } from '../fields/document.ts'
import type { Field } from '../fields/field.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import { getPath, splitPath } from '../kernel/path.ts'
import { withoutEmpty } from './clean.ts'
import { converterFor, toList, toLong, toText } from './convert.ts'
import { withElementAlone } from './fan-out.ts'
import { compileLayout } from './layout.ts'
import { compileLookup, type LookupTable } from './lookup.ts'
import type { Mapping, Row, Rows, Source } from './mapping.ts'
import { compileOpenObjects } from './open-objects.ts'
import { addProblems } from './problems.ts'
import { refusalText } from './refusal.ts'
import type { DeriveStep, Draft } from './step.ts'
import { compileTypeGuard } from './type-guard.ts'

/** Counts of `otherwise` in lookups, by target field and raw text (its beginning, for the first 500 texts). */
export type OtherwiseCounts = Map<string, Map<string, number>>

/** A compiled mapping. `map` never throws because of the contents of a record. */
export interface CompiledMapping {
  readonly mapping: Mapping
  readonly steps: readonly DeriveStep[]
  readonly otherwise: OtherwiseCounts
  /** Returns true if the mapping accepts this record. The record must be of the kind of the mapping. */
  takes(record: JsonObject): boolean
  /** One document for the record (or for one fan-out element of it). */
  map(record: JsonObject, element: JsonObject, ordinal: number, context: JsonObject | undefined): EcsDocument
}

type Fill = (
  record: JsonObject,
  element: JsonObject,
  document: EcsDocument,
  missed: (field: string, text: string) => void,
  refused: (field: string, value: Json) => void,
) => void

const textsPerField = 500
const longestText = 200

function readExpression(variable: string, source: Source): string {
  const paths = typeof source === 'string' ? [source] : source
  return paths
    .map((path) => {
      const [first, ...rest] = splitPath(path).map((segment) => JSON.stringify(segment))
      return [`${variable}[${first}]`, ...rest.map((segment) => `?.[${segment}]`)].join('')
    })
    .reduceRight((fallback, path) => (fallback === '' ? path : `(present(${path}) ?? ${fallback})`), '')
}

function targetExpression(field: string): string {
  const segments = splitPath(field)
  let expression = 'document'
  segments.forEach((segment, i) => {
    const member = `[${JSON.stringify(segment)}]`
    expression = i === segments.length - 1 ? `${expression}${member}` : `(${expression}${member} ??= {})`
  })
  return expression
}

/** Assigns to a literal name: if a computed name adds the 13th or a later member, V8 converts the object to a hash table. */
function compileSetter(field: string): (document: EcsDocument, value: JsonObject) => void {
  return new Function('document', 'value', `"use strict"; ${targetExpression(field)} = value;`) as ReturnType<
    typeof compileSetter
  >
}

class RowCompiler {
  readonly converters: ((value: unknown) => Json | undefined)[] = []
  readonly tables: LookupTable<Json>[] = []
  readonly lines: string[] = []

  add(field: CommonFieldName, row: Row<CommonFieldName>): void {
    const target = targetExpression(field)
    if ('value' in row) {
      this.lines.push(`${target} = ${JSON.stringify(row.value)};`)
      return
    }
    const read = 'from' in row ? readExpression('record', row.from) : readExpression('element', row.fromElement)
    if ('lookup' in row) {
      const table = this.tables.push(compileLookup(row.lookup as Record<string, Json>)) - 1
      const text = this.converters.push(row.fold ? (v) => toText(v)?.toLowerCase() : toText) - 1
      const otherwise = row.otherwise === 'absent' ? 'undefined' : JSON.stringify(row.otherwise)
      this.lines.push(
        `{ const r = ${read}; const t = c[${text}](r); if (t === undefined) {`,
        `if (typeof r === "object" && r !== null) refused(${JSON.stringify(field)}, r); } else { let v = tables[${table}].get(t);`,
        `if (v === undefined) { missed(${JSON.stringify(field)}, t); v = ${otherwise}; }`,
        `if (v !== undefined) ${target} = Array.isArray(v) ? v.slice() : v; } }`,
      )
      return
    }
    const definition: Field = commonFields[field]
    const single = converterFor(definition.type)
    const convert = this.converters.push(definition.list ? (v) => toList(v, single) : single) - 1
    // Most members are absent, and most others are texts for a text field. Neither needs a converter call.
    const plain =
      !definition.list && single === toText ? `if (typeof r === "string") { if (r !== "") ${target} = r; } else` : ''
    this.lines.push(
      `{ const r = ${read}; if (r !== undefined && r !== null) { ${plain}`,
      `{ const v = c[${convert}](r); if (v !== undefined) ${target} = v; else refused(${JSON.stringify(field)}, r); } } }`,
    )
  }

  compile(): Fill {
    const present = 'const present = (v) => v === null || v === "" ? undefined : v;'
    const fill = `(record, element, document, missed, refused) => {\n${this.lines.join('\n')}\n}`
    return new Function('c', 'tables', `"use strict"; ${present}\nreturn ${fill}`)(this.converters, this.tables) as Fill
  }
}

function compileRows(rows: Rows): Fill {
  const compiler = new RowCompiler()
  for (const [field, row] of Object.entries(rows)) compiler.add(field as CommonFieldName, row as Row<CommonFieldName>)
  return compiler.compile()
}

function sourcesOf(row: Row<CommonFieldName>): readonly string[] {
  if (!('from' in row)) return []
  return typeof row.from === 'string' ? [row.from] : row.from
}

function movedMembers(rows: Rows): string[] {
  return Object.values(rows).flatMap((row) => ('from' in row && row.move ? sourcesOf(row) : []))
}

function readMembers(rows: Rows): string[] {
  return Object.values(rows)
    .flatMap(sourcesOf)
    .map((path) => splitPath(path)[0] as string)
}

function condition(when: Readonly<Record<string, readonly string[]>> | undefined): (record: JsonObject) => boolean {
  if (when === undefined) return () => true
  const tests = Object.entries(when).map(([path, values]) => ({ segments: splitPath(path), values: new Set(values) }))
  return (record) =>
    tests.every(({ segments, values }) => {
      let here: unknown = record
      for (const segment of segments) here = (here as JsonObject | undefined)?.[segment]
      const text = toText(here)
      if (text === undefined || values.has(text)) return text !== undefined
      // Agents that decode JSON through floats deliver `15.0` for 15.
      const number = typeof here === 'string' ? toLong(here) : undefined
      return number !== undefined && values.has(String(number))
    })
}

/** Returns the members of a record that rows, variants and steps read: the members of its view. */
export function membersRead(mapping: Mapping): ReadonlySet<string> {
  const { rows, variants = [], reads = [], moves = [] } = mapping
  const allRows = [rows, ...variants.map((variant) => variant.rows ?? {})]
  return new Set([
    ...reads,
    ...moves,
    ...allRows.flatMap(readMembers),
    ...allRows.flatMap(movedMembers),
    ...variants.flatMap((variant) => [...Object.keys(variant.when), ...(variant.moves ?? [])]),
  ])
}

interface CompiledVariant {
  readonly holds: (record: JsonObject) => boolean
  readonly fill: Fill | undefined
  readonly moved: readonly string[]
}

const mostKeptChoices = 1000

/** Compiles the selection of a record's variants. If all test the same member, the result is cached for each value. */
function compileVariants(mapping: Mapping): (record: JsonObject) => readonly CompiledVariant[] {
  const variants = mapping.variants ?? []
  const common = Object.keys(variants[0]?.when ?? {}).find((member) => variants.every(({ when }) => member in when))
  const all = variants.map(({ when, rows, moves }) => {
    const { [common ?? '']: values, ...others } = when
    return {
      choice: condition(common === undefined || values === undefined ? undefined : { [common]: values }),
      others: Object.keys(others).length > 0,
      holds: condition(others),
      fill: rows === undefined ? undefined : compileRows(rows),
      moved: [...movedMembers(rows ?? {}), ...(moves ?? [])],
    }
  })
  const path = splitPath(common ?? '')
  const choices = new Map<Json | undefined, { variants: CompiledVariant[]; others: boolean }>()
  const choose = (record: JsonObject) => {
    const chosen = all.filter((variant) => variant.choice(record))
    return { variants: chosen, others: chosen.some(({ others }) => others) }
  }
  return (record) => {
    const value = getPath(record, path)
    let choice = choices.get(value)
    if (choice === undefined) {
      choice = choose(record)
      const keep = typeof value !== 'object' && !(typeof value === 'string' && value.length > 100)
      if (keep && choices.size < mostKeptChoices) choices.set(value, choice)
    }
    return choice.others ? choice.variants.filter(({ holds }) => holds(record)) : choice.variants
  }
}

/** Compiles a mapping; `steps` are its steps. Throws only for a defect in the table itself (an unknown field). */
export function compileMapping(mapping: Mapping, steps: readonly DeriveStep[]): CompiledMapping {
  const otherwise: OtherwiseCounts = new Map()
  const missed = (field: string, missing: string) => {
    const text = missing.slice(0, longestText)
    const texts = otherwise.get(field) ?? new Map<string, number>()
    otherwise.set(field, texts)
    if (texts.size < textsPerField || texts.has(text)) texts.set(text, (texts.get(text) ?? 0) + 1)
  }
  const fillRows = compileRows(mapping.rows)
  const variantsOf = compileVariants(mapping)
  const moved = [...movedMembers(mapping.rows), ...(mapping.moves ?? [])]
  const toView = mapping.reads === undefined ? undefined : compileLayout(membersRead(mapping))
  const setVendor = compileSetter(mapping.vendor.root)
  const passesMembers = mapping.vendor.content === 'members'
  const fillSiblings = compileOpenObjects(mapping.vendor)
  const guardTypes = compileTypeGuard(mapping.vendor)
  const { dataset, module, ecsVersion } = mapping

  /** The vendor block with the record's members, without empty ones. */
  function copyMembers(record: JsonObject): JsonObject {
    // A spread keeps the V8 layout of the record. Copying by member would turn a large object into a slow hash table.
    const vendor = { ...record }
    for (const member in record) {
      const value = record[member]
      if (typeof value === 'string' ? value !== '' : typeof value !== 'object') continue
      const kept = withoutEmpty(value)
      if (kept !== value) vendor[member] = kept
    }
    // An own member of this name would become the prototype of copies.
    if (Object.hasOwn(vendor, '__proto__')) Reflect.deleteProperty(vendor, '__proto__')
    return vendor
  }

  function map(native: JsonObject, part: JsonObject, ordinal: number, context: JsonObject | undefined): EcsDocument {
    const record = toView === undefined ? native : toView(native)
    const vendor = passesMembers ? copyMembers(native) : {}
    const element = part === native ? record : part
    const document: EcsDocument = { ecs: { version: ecsVersion }, event: { dataset, module, kind: 'event' } }
    let problems: string[] | undefined
    let unused: Json[] | undefined
    const refused = (field: string, value: Json): void => {
      // An empty value is not an error.
      if (withoutEmpty(value) === undefined) return
      unused ??= []
      unused.push(value)
      problems ??= []
      problems.push(refusalText(field as CommonFieldName, value))
    }
    fillRows(record, element, document, missed, refused)
    const active = variantsOf(record)
    for (const variant of active) variant.fill?.(record, element, document, missed, refused)
    if (passesMembers) {
      const move = (member: string): void => {
        const value = record[member]
        // A value that no field accepted stays in the vendor block.
        if (value !== undefined && !unused?.includes(value)) vendor[member] = undefined
      }
      for (const member of moved) move(member)
      for (const variant of active) for (const member of variant.moved) move(member)
    }
    const draft: Draft = {
      record,
      element,
      ordinal,
      context,
      document,
      vendor,
      missed,
      problem: (text) => {
        problems ??= []
        problems.push(text)
      },
    }
    for (const step of steps) step(draft)
    const filling = guardTypes(vendor, passesMembers ? native : undefined, draft.problem)
    const siblingsCut = fillSiblings(vendor)
    if (siblingsCut || filling === 'truncated') document.tags = [...(document.tags ?? []), 'truncated']
    if (filling !== 'empty') setVendor(document, vendor)
    if (problems !== undefined) addProblems(document, problems, withElementAlone(native, mapping.fanOut, part))
    return document
  }

  return { mapping, steps, otherwise, takes: condition(mapping.takes.when), map }
}
