// Endless records that no vendor writes, made from all samples and all forms in which samples can arrive. Each record
// depends only on the seed and its number, so that a single record can be reproduced.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { formGroups } from '../formats/forms.ts'
import { loadNatives } from '../formats/natives.ts'
import { mutated, seeded } from '../support/mutate.ts'
import { dates, memberNames, records, texts } from './hostile-values.ts'

type Random = () => number
type Change = (record: JsonObject, random: Random) => void

const natives = loadNatives()
const forms = formGroups.flatMap(({ forms }) => forms)

/** Size limit of a broker for one record. */
const largestRecord = 1_000_000

const below = (random: Random, count: number): number => Math.floor(random() * count)
const pick = <T>(list: readonly T[], random: Random): T => list[below(random, list.length)] as T

const freshNative = (random: Random): JsonObject => structuredClone(pick(natives, random).record)

/** Mostly small, rarely the largest. */
const sizeOf = (random: Random, largest: number): number => Math.ceil(10 + largest * random() ** 40)

/** Returns all objects and lists in a value, outermost first. */
function holdersIn(value: Json, out: (JsonObject | Json[])[] = []): (JsonObject | Json[])[] {
  if (!isObject(value) && !Array.isArray(value)) return out
  out.push(value)
  for (const member of Object.values(value)) holdersIn(member as Json, out)
  return out
}

/** Sets a member under any name, as `JSON.parse` would. */
function define(holder: object, name: string, value: Json): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Replaces one random member with the result of `of`. */
const member =
  (of: (value: Json, random: Random) => Json): Change =>
  (record, random) => {
    const holder = pick(holdersIn(record), random)
    const name = pick(Object.keys(holder), random)
    if (name !== undefined) define(holder, name, of((holder as JsonObject)[name] as Json, random))
  }

const changes: readonly Change[] = [
  (record, random) => Object.assign(record, mutated(record, random)),
  member((_, random) => pick(texts, random)(sizeOf(random, 100_000))),
  member((_, random) => pick(dates, random)),
  member((value, random) => Array.from({ length: sizeOf(random, 5_000) }, () => value)),
  member((value, random) => {
    let outer = value
    for (let i = sizeOf(random, 1_000); i > 0; i--) outer = random() < 0.5 ? [outer] : { Value: outer }
    return outer
  }),
  member((_, random) => freshNative(random)),
  member((value) => JSON.stringify(value)),
  member((_, random) => pick([Number.POSITIVE_INFINITY, -0, 2 ** 53, 2 ** 63, 5e-324, Number.MAX_VALUE], random)),
  (record, random) => {
    const objects = holdersIn(record).filter((holder) => !Array.isArray(holder))
    define(pick(objects, random), pick(memberNames, random), freshNative(random))
  },
  (record, random) => {
    const holder = pick(holdersIn(record), random)
    const name = pick(Object.keys(holder), random)
    if (!Array.isArray(holder) && name !== undefined) delete holder[name]
  },
  (record, random) => {
    for (let i = sizeOf(random, 5_000); i > 0; i--) define(record, `member${i}`, i)
  },
]

function wrapped(record: JsonObject, random: Random): Json {
  const text = textOf(record)
  return pick<Json>(
    [
      { records: [record, record] },
      { value: [record], '@odata.nextLink': '' },
      { items: Array.from({ length: sizeOf(random, 200) }, () => record) },
      { message: text },
      { event: { original: text } },
      { AuditData: text, Operations: null },
      { body: Buffer.from(text).toString('base64') },
      [record, [record], null, 7, text],
    ],
    random,
  )
}

/** Changes that no value in memory can represent: duplicate members, numbers of any length, a text cut anywhere. */
function respelled(text: string, random: Random): string {
  if (text.length > largestRecord) return text
  const at = below(random, text.length)
  switch (below(random, 5)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.replace('{', `{${text.slice(1, -1)},`)
    case 2:
      return text.replace(
        /:\s*(?:"[^"]{0,40}"|\d+)/,
        `:${pick(['1e400', '-0', '1'.repeat(400), 'NaN', '"\\ud800"'], random)}`,
      )
    case 3:
      return text.slice(0, at) + text.slice(below(random, text.length))
    default:
      return text + text
  }
}

/** Length in characters of the longest record that is wrapped again. */
const mostWrapped = 100_000

/** Returns the record as JSON, or `{}` if it exceeds V8's longest string: no broker accepts a record of this size. */
function textOf(record: Json): string {
  try {
    return JSON.stringify(record)
  } catch (error) {
    if (error instanceof RangeError) return '{}'
    throw error
  }
}

function fromSample(random: Random): string | Buffer {
  let record: Json = freshNative(random)
  for (let i = below(random, 4); i > 0 && isObject(record); i--) pick(changes, random)(record, random)
  let text = textOf(record)
  // Each wrapping may repeat the record 200 times.
  while (random() < 0.3 && isObject(record) && text.length < mostWrapped) {
    record = wrapped(record, random)
    text = textOf(record)
  }
  return random() < 0.15 ? respelled(text, random) : text
}

function fromForm(random: Random): string | Buffer {
  const form = pick(forms, random)
  const carried = Array.from({ length: 20 }, () => pick(natives, random)).filter(form.carries)
  const value = form.wrap(carried.slice(0, 3))
  if (random() < 0.2) return value
  if (typeof value === 'string') return respelled(value, random)
  const bytes = Buffer.from(value)
  for (let i = below(random, 5); i > 0; i--) bytes[below(random, bytes.length)] = below(random, 256)
  return bytes
}

export function fuzzRecord(seed: number, n: number): Buffer {
  const random = seeded(seed * 1_000_003 + n)
  const kind = random()
  const value =
    kind < 0.004 ? pick(records, random)(sizeOf(random, 900_000)) : kind < 0.1 ? fromForm(random) : fromSample(random)
  return Buffer.from(value as string).subarray(0, largestRecord)
}
