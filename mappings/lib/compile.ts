// Turns a mapping table into one straight-line function: every path is split and every converter picked when the mapping
// is compiled, nothing is looked up by name per record. The source text is made of member names from our own tables,
// each written as a JSON string literal, never of anything a record holds.
import { type CommonFieldName, commonFields, type EcsDocument } from '../fields/document.ts'
import type { Field } from '../fields/field.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import { setPath, splitPath } from '../kernel/path.ts'
import { removeEmpty, withoutEmpty } from './clean.ts'
import { converterFor, toList, toLong, toText } from './convert.ts'
import { deriveSteps } from './derive/registry.ts'
import type { Draft } from './derive/step.ts'
import type { Mapping, Row, Rows, Source } from './mapping.ts'
import { compileOpenObjects } from './open-objects.ts'

/** Counts, by target field, how often a lookup's `otherwise` was taken and for which raw text (the first 50 texts). */
export type OtherwiseCounts = Map<string, Map<string, number>>

/** A compiled mapping. `map` never throws for what a record holds. */
export interface CompiledMapping {
  readonly mapping: Mapping
  readonly otherwise: OtherwiseCounts
  /** True when the mapping takes this record of its kind. */
  takes(record: JsonObject): boolean
  /** One document for the record (or for one fan-out element of it). */
  map(record: JsonObject, element: JsonObject, ordinal: number, context: JsonObject | undefined): EcsDocument
}

type RowFunction = (
  record: JsonObject,
  element: JsonObject,
  document: EcsDocument,
  converters: readonly ((value: unknown) => Json | undefined)[],
  tables: readonly ReadonlyMap<string, Json>[],
  missed: (field: string, text: string) => void,
) => void

const textsPerField = 50

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

class RowCompiler {
  readonly converters: ((value: unknown) => Json | undefined)[] = []
  readonly tables: ReadonlyMap<string, Json>[] = []
  readonly lines: string[] = []

  add(field: CommonFieldName, row: Row<CommonFieldName>): void {
    const target = targetExpression(field)
    if ('value' in row) {
      this.lines.push(`${target} = ${JSON.stringify(row.value)};`)
      return
    }
    const read = 'from' in row ? readExpression('record', row.from) : readExpression('element', row.fromElement)
    if ('lookup' in row) {
      const table = this.tables.push(new Map(Object.entries(row.lookup as Record<string, Json>))) - 1
      const text = this.converters.push(row.fold ? (v) => toText(v)?.toLowerCase() : toText) - 1
      const otherwise = row.otherwise === 'absent' ? 'undefined' : JSON.stringify(row.otherwise)
      this.lines.push(
        `{ const t = c[${text}](${read}); if (t !== undefined) { let v = tables[${table}].get(t);`,
        `if (v === undefined) { missed(${JSON.stringify(field)}, t); v = ${otherwise}; }`,
        `if (v !== undefined) ${target} = Array.isArray(v) ? v.slice() : v; } }`,
      )
      return
    }
    const definition: Field = commonFields[field]
    const single = converterFor(definition.type)
    const convert = this.converters.push(definition.list ? (v) => toList(v, single) : single) - 1
    this.lines.push(`{ const v = c[${convert}](${read}); if (v !== undefined) ${target} = v; }`)
  }

  compile(): (
    record: JsonObject,
    element: JsonObject,
    document: EcsDocument,
    missed: (field: string, text: string) => void,
  ) => void {
    const present = 'const present = (v) => v === null || v === "" ? undefined : v;'
    const body = `"use strict"; ${present}\n${this.lines.join('\n')}`
    const run = new Function('record', 'element', 'document', 'c', 'tables', 'missed', body) as RowFunction
    const { converters, tables } = this
    return (record, element, document, missed) => run(record, element, document, converters, tables, missed)
  }
}

function compileRows(rows: Rows) {
  const compiler = new RowCompiler()
  for (const [field, row] of Object.entries(rows)) compiler.add(field as CommonFieldName, row as Row<CommonFieldName>)
  return compiler.compile()
}

function movedMembers(rows: Rows): string[] {
  const moved: string[] = []
  for (const row of Object.values(rows)) {
    if ('from' in row && row.move) moved.push(...(typeof row.from === 'string' ? [row.from] : row.from))
  }
  return moved
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

/** Compiles a mapping. Throws only for a defect in the table itself (an unknown field, an unknown derive step). */
export function compileMapping(mapping: Mapping): CompiledMapping {
  const otherwise: OtherwiseCounts = new Map()
  const missed = (field: string, text: string) => {
    const texts = otherwise.get(field) ?? new Map<string, number>()
    otherwise.set(field, texts)
    if (texts.size < textsPerField || texts.has(text)) texts.set(text, (texts.get(text) ?? 0) + 1)
  }
  const fillRows = compileRows(mapping.rows)
  const moved = new Set([...movedMembers(mapping.rows), ...(mapping.moves ?? [])])
  const variants = (mapping.variants ?? []).map((variant) => ({
    holds: condition(variant.when),
    fill: variant.rows === undefined ? undefined : compileRows(variant.rows),
    moved: new Set([...movedMembers(variant.rows ?? {}), ...(variant.moves ?? [])]),
  }))
  const steps = mapping.derive.map((name) => deriveSteps[name])
  const vendorPath = splitPath(mapping.vendor.root)
  const passesMembers = mapping.vendor.content === 'members'
  const fillSiblings = compileOpenObjects(mapping.vendor)
  const { dataset, module, ecsVersion } = mapping

  function map(record: JsonObject, element: JsonObject, ordinal: number, context: JsonObject | undefined): EcsDocument {
    const document: EcsDocument = {
      ecs: { version: ecsVersion },
      event: { dataset, module, kind: 'event' },
    }
    fillRows(record, element, document, missed)
    const active = variants.filter((variant) => variant.holds(record))
    for (const variant of active) variant.fill?.(record, element, document, missed)

    const vendor: JsonObject = {}
    if (passesMembers) {
      for (const member in record) {
        // An own member of this name would become the prototype of the copy.
        if (member === '__proto__' || moved.has(member) || active.some((variant) => variant.moved.has(member))) continue
        const kept = withoutEmpty(record[member])
        if (kept !== undefined) vendor[member] = kept
      }
    }
    let problems: string[] | undefined
    const draft: Draft = {
      record,
      element,
      ordinal,
      context,
      document,
      vendor,
      problem: (text) => {
        problems ??= []
        problems.push(text)
      },
    }
    for (const step of steps) step(draft)
    removeEmpty(vendor)
    if (fillSiblings(vendor)) document.tags = [...(document.tags ?? []), 'truncated']
    for (const _ in vendor) {
      setPath(document as unknown as JsonObject, vendorPath, vendor)
      break
    }
    if (problems !== undefined) {
      document.error = { ...document.error, message: problems }
      document.event.kind = 'pipeline_error'
    }
    return document
  }

  return { mapping, otherwise, takes: condition(mapping.takes.when), map }
}
