// Writes approvals into the environment file itself, so that they are reviewed and kept like the rest of the file. Only
// one place in the text changes.
import { isDeepStrictEqual } from 'node:util'
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Range,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Approval } from '../../mappings/environment/environment.ts'
import { typedGuid } from '../../mappings/kernel/guid.ts'
import { visible, visibleYaml } from '../safe-output/visible.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Returns the text of an environment file with one approval added or renewed. */
export function addApproval(before: string, approval: Approval): { text: string; replaced: boolean } {
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const { edit, replaced } = editOf(before, approval)
  const text = edit.text.replaceAll(/\r?\n/g, newline)
  return { text: before.slice(0, edit.from) + text + before.slice(edit.to), replaced }
}

function editOf(before: string, approval: Approval): { readonly edit: Edit; readonly replaced: boolean } {
  const document = parseDocument(before)
  const pair = isMap(document.contents)
    ? (document.contents.items as Pair[]).find(({ key }) => isScalar(key) && key.value === 'approvedApps')
    : undefined
  if (pair === undefined) {
    const end = endOfDocument(before, document)
    return {
      edit: { from: end, to: end, text: `${lineBreakAt(before, end)}approvedApps:\n${item(approval, 2)}` },
      replaced: false,
    }
  }
  const list = pair.value
  if (isSeq(list) && list.items.length > 0) return editOfList(before, list, approval)
  // `approvedApps:` has no list, or an empty list.
  const key = pair.key as { range: readonly [number, number, number] }
  const colon = before.indexOf(':', key.range[1]) + 1
  const emptyList = isNode(list) && list.range ? Math.max(colon, list.range[1]) : colon
  const to = endOfLine(before, emptyList)
  const comment = before.slice(emptyList, to).trimEnd()
  return { edit: { from: colon, to, text: `${comment}\n${item(approval, 2)}` }, replaced: false }
}

function editOfList(
  before: string,
  list: YAMLSeq,
  approval: Approval,
): { readonly edit: Edit; readonly replaced: boolean } {
  const items = list.items.filter(isNode)
  const known = items
    .filter(isMap)
    .find((each) => typedGuid(String(each.get('id'))).toLowerCase() === approval.id.toLowerCase())
  const last = items.at(-1)
  if (known?.range) return { edit: editOfItem(before, known, known.range, approval), replaced: true }
  if (list.flow === true) {
    const end = last?.range?.[1] ?? 0
    return { edit: { from: end, to: end, text: `, ${inFlow(approval)}` }, replaced: false }
  }
  const dash = list.range?.[0] ?? 0
  const indent = dash - (before.lastIndexOf('\n', dash - 1) + 1)
  const end = endOfLine(before, last?.range?.[1] ?? dash)
  return { edit: { from: end, to: end, text: lineBreakAt(before, end) + item(approval, indent) }, replaced: false }
}

/** Replaces only the values that differ: comments and other members of the approval remain. */
function editOfItem(before: string, known: YAMLMap, [from, to]: Range, approval: Approval): Edit {
  let text = before.slice(from, to)
  const pairs = known.items as Pair[]
  const isKnown = (name: string) => pairs.some(({ key }) => isScalar(key) && key.value === name)
  for (const { key, value } of pairs.toReversed()) {
    const next = isScalar(key) ? approval[key.value as keyof Approval] : undefined
    if (next === undefined || !isNode(value) || !value.range || isDeepStrictEqual(value.toJSON(), next)) continue
    const [start, end] = [value.range[0] - from, value.range[1] - from]
    text = text.slice(0, start) + inFlow(next) + (text[end - 1] === '\n' ? '\n' : '') + text.slice(end)
  }
  const added = Object.entries(approval).filter(([name, value]) => value !== undefined && !isKnown(name))
  const members = added.map(([name, value]) => `${name}: ${inFlow(value)}`)
  if (members.length === 0) return { from, to, text }
  if (known.flow === true) return { from, to, text: `${text.slice(0, -1).trimEnd()}, ${members.join(', ')} }` }
  // The item begins after its dash. Its other lines are indented to the same column.
  const space = ' '.repeat(from - (before.lastIndexOf('\n', from - 1) + 1))
  return { from, to, text: `${text}${lineBreakAt(text, text.length)}${space}${members.join(`\n${space}`)}\n` }
}

/** Returns an approval as an item of a list with a given indentation. */
function item(approval: Approval, indent: number): string {
  const space = ' '.repeat(indent)
  return `${space}- ${linesOf(approval).join(`\n${space}  `)}\n`
}

const linesOf = (approval: Approval): string[] => toYaml(new Document(approval)).trimEnd().split('\n')

/** Returns YAML with hidden characters as escapes: a reviewer must see what the file contains. */
function toYaml(document: Document): string {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && visible(scalar.value) !== scalar.value) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return visibleYaml(document.toString({ lineWidth: 0 }))
}

/** Returns a value as YAML that is valid in one line, also inside of braces. */
function inFlow(value: unknown): string {
  const document = new Document([value])
  if (isSeq(document.contents)) document.contents.flow = true
  return toYaml(document).trim().slice(1, -1).trim()
}

/** Returns the end of the first document: before a comment block or end mark, and never in the middle of a line. */
function endOfDocument(text: string, document: Document.Parsed): number {
  const end = document.contents?.range?.[1] ?? text.length
  return endOfLine(text, end)
}

/** Returns the position after the line of a position, or the position itself if a line begins there. */
function endOfLine(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

const lineBreakAt = (text: string, at: number): string => (at === 0 || text[at - 1] === '\n' ? '' : '\n')
