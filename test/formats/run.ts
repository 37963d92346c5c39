// Runs a form over the native samples and compares the result with the result of the native records.

import { isDeepStrictEqual } from 'node:util'
import { loadEnvironment } from '../../mappings/environment/load.ts'
import { canonicalJson, isObject, type Json } from '../../mappings/kernel/json.ts'
import { type Chain, loadMappings, makeChain } from '../../pipeline/chain.ts'
import { decode, decodeBuffer } from '../../pipeline/decode/decode.ts'
import type { DependencyError } from '../../pipeline/errors/dependency-error.ts'
import { readInputs } from '../../pipeline/framing/files.ts'
import type { Decoded, Failure, Outcome } from '../../pipeline/outcome.ts'
import type { Native } from './form.ts'

/** Makes a chain with the samples' organization: records without a tenant get its one tenant per vendor. */
export async function makeFormChain(): Promise<Chain> {
  const { environment } = loadEnvironment('environment.example.yaml')
  return makeChain(await loadMappings(), environment)
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** A file without records is no failure here. */
function onFailure(_: unknown, error: DependencyError): void {
  if (error.code !== 'input_empty') throw error
}

async function fromFile(bytes: Buffer): Promise<(Decoded | Failure)[]> {
  const out: (Decoded | Failure)[] = []
  for await (const batch of readInputs(['-'], { stdin: once(bytes), onFailure })) out.push(...batch.flatMap(decode))
  return out
}

const toOutcomes = (chain: Chain, decoded: readonly (Decoded | Failure)[]): Outcome[] =>
  decoded.flatMap((one): Outcome[] => (one.ok ? chain.process(one) : [one]))

/** Returns the outcomes of a delivery, which depend on the way in which it arrives. */
export async function outcomesOf(chain: Chain, way: 'file' | 'kafka', content: string | Buffer): Promise<Outcome[]> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content)
  const decoded = way === 'file' ? await fromFile(bytes) : [...decodeBuffer(bytes, { source: 't', offset: '0' })]
  return toOutcomes(chain, decoded)
}

export function nativeOutcomes(chain: Chain, natives: readonly Native[]): Outcome[] {
  const delivery = { source: 't', offset: '0' }
  return natives.flatMap(({ text }) => toOutcomes(chain, decode({ delivery, text })))
}

/** Collects the dotted names and values of a document. A list counts as one value. */
export function flat(value: Json | undefined, name: string, into: Map<string, string>): Map<string, string> {
  if (isObject(value)) for (const key in value) flat(value[key], name === '' ? key : `${name}.${key}`, into)
  else if (value !== undefined) into.set(name, canonicalJson(value))
  return into
}

const describe = (outcome: Outcome | undefined): Map<string, string> => {
  if (outcome === undefined) return new Map([['(nothing)', '']])
  if (!outcome.ok) return new Map([[`(dead letter ${outcome.code})`, outcome.detail]])
  const text = JSON.stringify(outcome.document)
  return flat(JSON.parse(text) as Json, '', new Map([['_id', outcome.id]]))
}

export interface Difference {
  readonly field: string
  readonly native: string | undefined
  readonly form: string | undefined
}

/** Fields (and `_id`) in which two outcomes differ. */
export function differences(native: Outcome | undefined, form: Outcome | undefined): Difference[] {
  if (native?.ok && form?.ok && native.id === form.id && isDeepStrictEqual(native.document, form.document)) return []
  const [left, right] = [describe(native), describe(form)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((field) => left.get(field) !== right.get(field))
    .sort()
    .map((field) => ({ field, native: left.get(field), form: right.get(field) }))
}

/** Checks whether a pattern, in which `*` matches any text, matches the field. */
export function covers(pattern: string, field: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.at(-1)
  if (tail === undefined) return pattern === field
  return field.length >= head.length + tail.length && field.startsWith(head) && field.endsWith(tail)
}
