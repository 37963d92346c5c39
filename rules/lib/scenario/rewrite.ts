// Retells one raw record: its own times move, its own ids are new. Which members are a record's own depends on their neighbours.
import { createHash } from 'node:crypto'
import { applyEdits, type Edit, type Located, locate } from './json-text.ts'
import { formatLike, parseInstant } from './time.ts'

export interface Retelling {
  /** Epoch milliseconds to which the record moves. */
  readonly at: number
  /** What new ids are made of: the same seed, the same ids. */
  readonly seed: string
  /** What the correlation id is made of, whatever it was: records told with the same seed belong to one click. Absent: a click of its own. */
  readonly bundleSeed?: string
}

/** A kind of object: the member that holds its time, and those that name the record and its bundle. */
interface Shape {
  readonly time: string
  /** Members that must stand beside the time. */
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
  // The wrappers of Azure diagnostics, of PowerShell exports and of Cloud Logging repeat what the record says.
  { time: 'time', beside: ['properties'], ids: [], bundles: ['correlationId'] },
  { time: 'timeGenerated', beside: ['requestId'], ids: ['requestId', 'operationId'], bundles: [] },
  { time: 'CreationDate', beside: ['AuditData'], ids: ['Identity'], bundles: [] },
  // Of an inventory only the snapshot moves: when a thing was made is its own time.
  { time: 'snapshotTime', beside: [], ids: [], bundles: [] },
  { time: 'timestamp', beside: ['insertId'], ids: ['insertId'], bundles: [] },
]

/** Members that keep their distance from the record's time. */
const relative: readonly string[] = ['IssuedAtTime', 'receiveTimestamp']

/** The raw text of a record told anew; undefined when it has no time that can be moved. */
export function rewrite(raw: string, retelling: Retelling): string | undefined {
  const root = locate(raw)
  const first = firstTime(root)
  return first === undefined ? undefined : rewriteText(raw, root, retelling, retelling.at - first)
}

function rewriteText(raw: string, root: Located, retelling: Retelling, shift: number): string {
  const edits: Edit[] = []
  for (const located of everyValue(root)) {
    if (located.kind === 'object') edits.push(...editsOf(located.members, retelling, shift))
    const inner = embedded(located)
    if (inner === undefined) continue
    const text = JSON.stringify(rewriteText(inner, locate(inner), retelling, shift))
    edits.push({ start: located.start, end: located.end, text })
  }
  return applyEdits(raw, edits)
}

type Members = ReadonlyMap<string, Located>

function editsOf(members: Members, { at, seed, bundleSeed }: Retelling, shift: number): Edit[] {
  const edits = new Map<string, Edit>()
  const put = (name: string, change: (old: string) => string | undefined) => {
    const member = members.get(name)
    if (member === undefined || edits.has(name)) return
    const { start, end } = member
    if (member.kind === 'string' && member.value !== '') {
      const text = change(member.value)
      if (text !== undefined) edits.set(name, { start, end, text: JSON.stringify(text) })
    } else if (member.kind === 'literal' && /^-?\d+$/.test(member.text)) {
      const text = change(member.text)
      if (text !== undefined) edits.set(name, { start, end, text })
    }
  }
  for (const { time, beside, ids, bundles } of shapes) {
    if (!members.has(time) || !beside.every((name) => members.has(name))) continue
    put(time, (old) => (parseInstant(old) === undefined ? undefined : formatLike(old, at)))
    // Cloud exports give Google's time as an object with epoch milliseconds.
    const nested = members.get(time)
    const epoch = nested?.kind === 'object' ? nested.members.get('value') : undefined
    if (epoch?.kind === 'literal') edits.set(time, { start: epoch.start, end: epoch.end, text: String(at) })
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

function firstTime(root: Located): number | undefined {
  for (const located of everyValue(root)) {
    if (located.kind === 'object')
      for (const { time, beside } of shapes) {
        const member = beside.every((name) => located.members.has(name)) ? located.members.get(time) : undefined
        const epoch = member?.kind === 'object' ? member.members.get('value') : undefined
        const found = member?.kind === 'string' ? parseInstant(member.value) : undefined
        if (found !== undefined) return found
        if (epoch?.kind === 'literal') return Number(epoch.text)
      }
    const inner = embedded(located)
    const found = inner === undefined ? undefined : firstTime(locate(inner))
    if (found !== undefined) return found
  }
  return undefined
}

/** A value and all that it holds, in the order of the text. */
function everyValue(located: Located, found: Located[] = []): Located[] {
  found.push(located)
  if (located.kind === 'object') for (const member of located.members.values()) everyValue(member, found)
  if (located.kind === 'array') for (const element of located.elements) everyValue(element, found)
  return found
}

/** The JSON text inside a string: shippers wrap records in strings. */
function embedded(located: Located): string | undefined {
  if (located.kind !== 'string' || !/^\s*[{[]/.test(located.value)) return undefined
  try {
    JSON.parse(located.value)
    return located.value
  } catch {
    return undefined
  }
}

/** A new id in the form of the old one. Equal old ids of one retelling stay equal, so a wrapper still names its record. */
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
