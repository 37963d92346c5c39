// Maps a record on the slow path and shows which row or step wrote each field, and from which member. It interprets the
// same tables as the compiler, with the same converters and steps, in its own file, so that the hot path is independent
// of it; a test ensures that both produce the same document for every sample.
import type { CommonFieldName, EcsDocument } from '../../fields/document.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import { setPath, splitPath } from '../../kernel/path.ts'
import { withoutEmpty } from '../clean.ts'
import type { CompiledMapping } from '../compile.ts'
import { withElementAlone } from '../fan-out.ts'
import type { Mapping, Rows, Variant } from '../mapping.ts'
import { compileOpenObjects } from '../open-objects.ts'
import { addProblems } from '../problems.ts'
import { refusalText } from '../refusal.ts'
import type { Draft } from '../step.ts'
import { compileTypeGuard } from '../type-guard.ts'
import { unmappedFields } from '../vendor-catalog.ts'
import { conditionText, holds } from './conditions.ts'
import { changedFields, flatFields } from './flat.ts'
import { leavesOf, type MemberTrace, membersOf } from './members.ts'
import { type RowResult, runRows } from './rows.ts'
import { isLabel, sourcesOf } from './sources.ts'
import { type Read, Watch } from './watch.ts'

/** The writer of a field: a row of the table, a row of a variant, a derive step, or the engine. */
export interface Maker {
  readonly kind: 'row' | 'variant' | 'step' | 'engine'
  /** The condition of the variant, the name of the step, or the engine's action. Absent for rows that always apply. */
  readonly name?: string
}

/** A written field. The last of several writes counts. */
export interface FieldWrite {
  readonly field: string
  /** Absent when the step took the field away. */
  readonly value?: Json
  readonly maker: Maker
  /** The source members: read by the row, or read by the step and found again in the value. */
  readonly from: readonly { readonly path: string; readonly value: Json }[]
}

/** A value that a row, or a table of a step, could not process. */
interface RowMiss {
  readonly field: string
  readonly maker: Maker
  /** The member that the row read; absent for a step, which may have put the text together. */
  readonly path?: string
  readonly value: Json
}

export interface MappingTrace {
  readonly document: EcsDocument
  readonly writes: readonly FieldWrite[]
  /** Conditions of the variants that applied. */
  readonly variants: readonly string[]
  /** Texts without an entry in a table. `put` is the value of `otherwise`, if any. */
  readonly otherwise: readonly (RowMiss & { readonly put?: Json })[]
  /** Values that do not have the type of their field. */
  readonly refused: readonly (RowMiss & { readonly path: string; readonly type: string })[]
  /** Reports of steps about unreadable parts. */
  readonly problems: readonly string[]
  /** The reads of each step: members of the record, its wrapper and the vendor block, and fields of the document. */
  readonly steps: readonly {
    readonly name: string
    readonly reads: readonly string[]
    readonly wrote: readonly string[]
  }[]
  readonly members: readonly MemberTrace[]
  /** Vendor fields of the document that the catalog lacks. */
  readonly unmapped: readonly string[]
}

export type TraceInput = Pick<Draft, 'record' | 'element' | 'ordinal' | 'context'>

const always: Maker = { kind: 'row' }

function movedBy(rows: Rows | undefined): string[] {
  return Object.values(rows ?? {}).flatMap((row) => {
    if (!('from' in row) || !row.move) return []
    return typeof row.from === 'string' ? [row.from] : row.from
  })
}

/** Returns the record that steps receive: the whole record, or only the members that the mapping declares. */
function viewOf(mapping: Mapping, record: JsonObject): JsonObject {
  if (mapping.reads === undefined) return record
  const variants = mapping.variants ?? []
  const tables = [mapping.rows, ...variants.map(({ rows }) => rows ?? {})]
  const sources = tables
    .flatMap((rows) => Object.values(rows))
    .flatMap((row) => ('from' in row ? row.from : []))
    .map((path) => splitPath(path)[0] as string)
  const conditions = variants.flatMap(({ when, moves = [] }) => [...Object.keys(when), ...moves])
  const names = new Set([...mapping.reads, ...sources, ...(mapping.moves ?? []), ...conditions])
  return Object.fromEntries([...names].map((name) => [name, Object.hasOwn(record, name) ? record[name] : undefined]))
}

function vendorBlock(mapping: Mapping, record: JsonObject): JsonObject {
  if (mapping.vendor.content === 'none') return {}
  const kept = Object.entries(record).filter(([name]) => name !== '__proto__')
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutEmpty(value)]))
}

class Tracer {
  readonly writes: FieldWrite[] = []
  readonly otherwise: (RowMiss & { put?: Json })[] = []
  readonly refused: (RowMiss & { path: string; type: string })[] = []
  readonly steps: { name: string; reads: readonly string[]; wrote: readonly string[] }[] = []
  readonly read = new Set<string>()
  /** Lists and objects that a row read. */
  readonly whole = new Set<string>()

  takeRows(results: readonly RowResult[], maker: Maker): void {
    for (const result of results) {
      const { field, from } = result
      if (from !== undefined) (typeof from.value === 'object' ? this.whole : this.read).add(from.path)
      if (result.kind !== 'refused' && result.value !== undefined)
        this.writes.push({ field, value: result.value, maker, from: from === undefined ? [] : [from] })
      if (result.kind === 'otherwise')
        this.otherwise.push({ field, maker, ...result.from, ...(result.value !== undefined && { put: result.value }) })
      if (result.kind === 'refused') this.refused.push({ field, maker, ...result.from, type: result.type })
    }
  }

  takeMissed(field: string, text: string, step: string): void {
    this.otherwise.push({ field, maker: { kind: 'step', name: step }, value: text })
  }

  takeChanges(changes: ReadonlyMap<string, Json | undefined>, maker: Maker, reads: readonly Read[]): void {
    for (const [field, value] of changes)
      if (value === undefined) this.writes.push({ field, maker, from: [] })
      else this.writes.push({ field, value, maker, from: sourcesOf(field, value, reads) })
  }
}

/** Traces one document of a record. Throws where a derive step throws. */
export function traceMapping(
  { mapping, steps: namedSteps }: Pick<CompiledMapping, 'mapping' | 'steps'>,
  { record, element, ordinal, context }: TraceInput,
): MappingTrace {
  const { root, content } = mapping.vendor
  const { dataset, module, fanOut } = mapping
  const view = viewOf(mapping, record)
  const vendor = vendorBlock(mapping, record)
  const document: EcsDocument = { ecs: { version: mapping.ecsVersion }, event: { dataset, module, kind: 'event' } }
  const tracer = new Tracer()
  const elementPath = element === record ? '' : `${fanOut}[${ordinal}]`
  const parts = [
    { value: view, path: '' },
    element === record ? { value: view, path: '' } : { value: element, path: elementPath },
  ] as const
  const target = document as unknown as JsonObject

  tracer.takeRows(runRows(mapping.rows, ...parts, target), always)
  const active = (mapping.variants ?? []).filter(({ when }) => holds(when, view))
  const variantMaker = ({ when }: Variant): Maker => ({ kind: 'variant', name: conditionText(when) })
  for (const variant of active) tracer.takeRows(runRows(variant.rows ?? {}, ...parts, target), variantMaker(variant))
  if (content === 'members')
    for (const { rows, moves = [] } of [mapping, ...active])
      for (const member of [...movedBy(rows), ...moves]) {
        const unused = tracer.refused.some(({ value }) => value === view[member])
        if (view[member] !== undefined && !unused) vendor[member] = undefined
      }

  const watch = new Watch()
  const problems: string[] = []
  let step = ''
  // The element comes first, because the record also contains it, and its path must contain its position in the record.
  const watchedElement = element === record ? undefined : watch.over(element, elementPath)
  const watchedView = watch.over(view, '')
  const draft: Draft = {
    record: watchedView,
    element: watchedElement ?? watchedView,
    ordinal,
    context: context === undefined ? undefined : watch.over(context, 'envelope'),
    document: watch.over(document, 'document'),
    vendor: watch.over(vendor, root),
    problem: (text) => problems.push(text),
    missed: (field, text) => tracer.takeMissed(field, text, step),
  }
  const everything = () => flatFields(vendor, root, flatFields(target))
  let fields = everything()
  for (const [index, run] of namedSteps.entries()) {
    const name = mapping.derive[index] ?? ''
    step = name
    const reads = watch.reads(() => run(draft))
    watch.release(target)
    watch.release(vendor)
    const before = fields
    fields = everything()
    const changes = changedFields(before, fields)
    tracer.takeChanges(changes, { kind: 'step', name }, reads)
    for (const { path } of reads) tracer.read.add(path)
    const recorded = reads.filter((read) => !isLabel(read)).map(({ path }) => path)
    tracer.steps.push({ name, reads: recorded, wrote: [...changes.keys()] })
  }

  const guard = compileTypeGuard(mapping.vendor)
  const filling = guard(vendor, content === 'members' ? record : undefined, (text) => problems.push(text))
  const siblingsCut = compileOpenObjects(mapping.vendor)(vendor)
  if (siblingsCut || filling === 'truncated') document.tags = [...(document.tags ?? []), 'truncated']
  tracer.takeChanges(
    changedFields(fields, everything()),
    { kind: 'engine', name: 'fits the vendor block to its index' },
    [],
  )
  if (filling !== 'empty') setPath(target, splitPath(root), vendor)
  const messages = [
    ...tracer.refused.map(({ field, value }) => refusalText(field as CommonFieldName, value)),
    ...problems,
  ]
  if (messages.length > 0) addProblems(document, messages, withElementAlone(record, fanOut, element))

  // Other elements of the record have their own documents.
  const leaves =
    element === record
      ? leavesOf(record)
      : [...leavesOf({ ...record, [fanOut ?? '']: undefined }), ...leavesOf(element, elementPath, fanOut)]
  const { writes, otherwise, refused, steps } = tracer
  return {
    document,
    writes,
    variants: active.map(({ when }) => conditionText(when)),
    otherwise,
    refused,
    problems,
    steps,
    members: membersOf(mapping, leaves, vendor, tracer.read, new Set([...tracer.whole, ...watch.stored])),
    unmapped: unmappedFields(mapping, document),
  }
}
