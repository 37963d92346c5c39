// Rewrites one raw record with new times and IDs. Neighboring members decide whether a member is the record's own.
import { createHash } from 'node:crypto'
import { applyEdits, type Edit, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { parsedJson } from '../../../mappings/kernel/json.ts'
import { formatLike, parseInstant } from './time.ts'

export interface Rendering {
  /** Epoch milliseconds to which the record moves. */
  readonly at: number
  /** The seed of new IDs: the same seed gives the same IDs. */
  readonly seed: string
  /**
   * Seed of the correlation ID, regardless of the original correlation ID: records with the same seed belong to one
   * click. Without a seed, each record is a separate click.
   */
  readonly bundleSeed?: string
}

/** A kind of object: the member with its time, and the members that identify the record and its bundle. */
interface Shape {
  readonly time: string
  /** Members that must be present next to the time. */
  readonly beside: readonly string[]
  readonly ids: readonly string[]
  readonly bundles: readonly string[]
}

const shapes: readonly Shape[] = [
  { time: 'CreationTime', beside: ['Operation'], ids: ['Id', 'IntraSystemId'], bundles: ['InterSystemsId'] },
  { time: 'activityDateTime', beside: ['id'], ids: ['id'], bundles: ['correlationId'] },
  {
    time: 'createdDateTime',
    beside: ['id', 'correlationId'],
    ids: ['id', 'uniqueTokenIdentifier'],
    bundles: ['correlationId'],
  },
  { time: 'time', beside: ['uniqueQualifier'], ids: ['uniqueQualifier'], bundles: [] },
  // The wrappers of Azure diagnostics, of PowerShell exports and of Cloud Logging repeat members of the record.
  { time: 'time', beside: ['properties'], ids: [], bundles: ['correlationId'] },
  {
    time: 'timeGenerated',
    beside: ['requestId'],
    ids: ['requestId', 'operationId', 'clientRequestId', '__UDI_RequiredFields_UniqueId'],
    bundles: [],
  },
  { time: 'CreationDate', beside: ['AuditData'], ids: ['Identity'], bundles: [] },
  // In an inventory, only the time of the snapshot moves: the creation times of the objects stay.
  { time: 'snapshotTime', beside: [], ids: [], bundles: [] },
  { time: 'timestamp', beside: ['insertId'], ids: ['insertId'], bundles: [] },
]

/** Members that keep their distance from the record's time. */
const relative: readonly string[] = ['IssuedAtTime', 'receiveTimestamp']

/** The rewritten raw text of a record; undefined if it has no time that can be moved. */
export function rewrite(raw: string, rendering: Rendering): string | undefined {
  const root = treeOf(raw)
  const first = firstTime(root)
  return first === undefined ? undefined : rewriteText(raw, root, rendering, rendering.at - first)
}

/**
 * Replaces single values and leaves the rest of the text unchanged. Parsing and printing would change numbers above
 * 2^53, such as Google's qualifiers.
 */
function rewriteText(raw: string, root: Node, rendering: Rendering, shift: number): string {
  const edits: Edit[] = []
  for (const node of everyNode(root)) {
    if (node.type === 'object') edits.push(...editsOf(raw, node, rendering, shift))
    const inner = embedded(node)
    if (inner === undefined) continue
    edits.push(edit(node, JSON.stringify(rewriteText(inner, treeOf(inner), rendering, shift))))
  }
  return applyEdits(raw, edits)
}

/** Parses a text. Throws for the same texts as JSON.parse. */
function treeOf(text: string): Node {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  if (tree === undefined || errors.length > 0) throw new SyntaxError('the sample is not JSON')
  return tree
}

const edit = ({ offset, length }: Node, content: string): Edit => ({ offset, length, content })

type Members = ReadonlyMap<string, Node>

function membersOf(node: Node): Members {
  return new Map(node.children?.flatMap(({ children: [name, value] = [] }) => (value ? [[name?.value, value]] : [])))
}

function textOf(raw: string, { offset, length }: Node): string {
  return raw.slice(offset, offset + length)
}

/** Cloud exports give Google's time as an object with epoch milliseconds. */
function epochOf(time: Node | undefined): Node | undefined {
  const value = time?.type === 'object' ? membersOf(time).get('value') : undefined
  return value?.type === 'number' ? value : undefined
}

function editsOf(raw: string, object: Node, { at, seed, bundleSeed }: Rendering, shift: number): Edit[] {
  const members = membersOf(object)
  const edits = new Map<string, Edit>()
  const put = (name: string, change: (old: string) => string | undefined) => {
    const member = members.get(name)
    if (member === undefined || edits.has(name)) return
    if (member.type === 'string' && member.value !== '') {
      const text = change(member.value)
      if (text !== undefined) edits.set(name, edit(member, JSON.stringify(text)))
    } else if (member.type === 'number' && /^-?\d+$/.test(textOf(raw, member))) {
      const text = change(textOf(raw, member))
      if (text !== undefined) edits.set(name, edit(member, text))
    }
  }
  for (const { time, beside, ids, bundles } of shapes) {
    if (!members.has(time) || !beside.every((name) => members.has(name))) continue
    put(time, (old) => (parseInstant(old) === undefined ? undefined : formatLike(old, at)))
    const epoch = epochOf(members.get(time))
    if (epoch !== undefined) edits.set(time, edit(epoch, String(at)))
    for (const name of ids) put(name, (old) => freshId(old, seed))
    for (const name of bundles)
      put(name, (old) => (bundleSeed === undefined ? freshId(old, `${seed}\0bundle`) : freshId(old, bundleSeed, '')))
  }
  for (const name of relative)
    put(name, (old) => {
      const instant = parseInstant(old)
      return instant === undefined ? undefined : formatLike(old, instant + shift)
    })
  return [...edits.values()]
}

function firstTime(root: Node): number | undefined {
  for (const node of everyNode(root)) {
    if (node.type === 'object') {
      const members = membersOf(node)
      for (const { time, beside } of shapes) {
        const member = beside.every((name) => members.has(name)) ? members.get(time) : undefined
        const epoch = epochOf(member)
        const found = member?.type === 'string' ? parseInstant(member.value) : undefined
        if (found !== undefined) return found
        if (epoch !== undefined) return Number(epoch.value)
      }
    }
    const inner = embedded(node)
    const found = inner === undefined ? undefined : firstTime(treeOf(inner))
    if (found !== undefined) return found
  }
  return undefined
}

/** Yields a value and everything inside it, in the order of the text. */
function* everyNode(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) {
    const value = child.type === 'property' ? child.children?.[1] : child
    if (value !== undefined) yield* everyNode(value)
  }
}

/** The JSON text inside a string: shippers wrap records in strings. */
function embedded({ type, value }: Node): string | undefined {
  return type === 'string' && /^\s*[{[]/.test(value) && parsedJson(value) !== undefined ? value : undefined
}

/** Returns a new ID in the old form. Equal IDs in one record stay equal, so a wrapper still identifies its record. */
function freshId(old: string, seed: string, of = old): string {
  const hash = createHash('sha256').update(`${seed}\0${of}`).digest()
  if (/^-?\d+$/.test(old)) return (hash.readBigUInt64BE() >> 1n).toString()
  const guid = toGuid(hash)
  const named = /^[A-Za-z]+_(?=[0-9a-fA-F]{8}-)/.exec(old)?.[0] ?? ''
  return `${named}${guid}`
}

function toGuid(hash: Buffer): string {
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
