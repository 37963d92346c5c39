// Records that no vendor writes: members with other types, too long, too deep, with unusual names. They depend on a
// seed, so that a failure can be reproduced.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const deep = (levels: number): Json => (levels === 0 ? 'x' : { d: deep(levels - 1) })

/** Functions that replace a value with a different value. */
const strangers: readonly ((value: Json) => Json)[] = [
  (value) => ({ value, name: 'x' }),
  (value) => [value, value],
  (value) => [value, { a: 1 }, [2]],
  (value) => ({ a: { b: [value] } }),
  (value) => JSON.stringify(value),
  () => 'a text',
  () => '',
  () => 42,
  () => -1.5,
  () => 1e300,
  () => true,
  () => null,
  () => [],
  () => ({}),
  () => 'ü'.repeat(40_000),
  () => deep(40),
  () => '2026-13-45T99:99:99Z',
  () => '{"not": "json',
]

/** Names that Elasticsearch interprets as paths, or as invalid names. */
const names = ['a.b', '.', '..', 'a..b', '.a', 'a.', '', ' ', '_id', '@timestamp', '__proto__', 'constructor', '\u0000']

interface Spot {
  readonly holder: JsonObject | Json[]
  readonly key: string | number
}

/** All places in a value, outermost first. */
export function spotsIn(value: Json, out: Spot[] = []): Spot[] {
  if (Array.isArray(value)) {
    value.forEach((member, key) => {
      out.push({ holder: value, key })
      spotsIn(member, out)
    })
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      out.push({ holder: value, key })
      spotsIn(value[key] as Json, out)
    }
  }
  return out
}

/** A copy of the record with up to three members changed or renamed. */
export function mutated(record: JsonObject, random: () => number): JsonObject {
  const copy = structuredClone(record)
  const count = 1 + Math.floor(random() * 3)
  for (let i = 0; i < count; i++) {
    const spots = spotsIn(copy)
    const { holder, key } = spots[Math.floor(random() * spots.length)] as Spot
    const target = holder as Record<string | number, Json>
    if (random() < 0.2 && !Array.isArray(holder)) {
      const name = names[Math.floor(random() * names.length)] as string
      const value = target[key] as Json
      Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true })
    } else {
      const stranger = strangers[Math.floor(random() * strangers.length)] as (value: Json) => Json
      target[key] = stranger(target[key] as Json)
    }
  }
  return copy
}
