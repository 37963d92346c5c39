// No value in a record causes an exception in a mapping, or a document that the catalogs do not allow.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { checkDocument } from '../../../mappings/lib/check-document.ts'
import { loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { rounds, sampleOf } from '../../support/deep.ts'
import { spotsIn } from '../../support/mutate.ts'
import { product } from '../../support/product.ts'

const samples = loadSamples()

/** The exceptions that a record causes, and the members of its documents that the catalogs do not allow. */
function faultsOf(record: Json): string[] {
  return processText(JSON.stringify(record), 'test', product.chain).flatMap((outcome) => {
    if (!outcome.ok) return outcome.code === 'mapping_failed' ? [outcome.detail] : []
    const module = outcome.document.event.module ?? ''
    return checkDocument(outcome.document, module).map(({ path, message }) => `${path}: ${message}`)
  })
}

/** Sets each text of a value to a word, one at a time. */
function eachText(value: Json | undefined, word: string, check: () => void): void {
  if (!isObject(value) && !Array.isArray(value)) return
  const holder = value as JsonObject
  for (const [name, member] of Object.entries(holder)) {
    if (typeof member !== 'string') {
      eachText(member, word, check)
      continue
    }
    holder[name] = word
    check()
    holder[name] = member
  }
}

// These texts are also names of members of every JavaScript object. They must match nothing in any table.
it.each(['__proto__', 'constructor', 'toString'])(
  '%s is text like any other in every place of every sample',
  (word) => {
    const odd = new Set<string>()
    for (const { ref, text } of sampleOf(samples, 8)) {
      const record = JSON.parse(text) as Json
      eachText(record, word, () => {
        for (const fault of faultsOf(record)) odd.add(`${ref} ${fault}`)
      })
    }
    expect([...odd].slice(0, 20)).toEqual([])
  },
)

it('replaced values anywhere in a sample cause no exception and no document that violates the catalogs', () => {
  // The members of the lists in which vendors keep parameters and changed properties.
  const names = fc.constantFrom('Name', 'Value', 'NewValue', 'OldValue', 'ID', 'Type', 'name', 'value', 'multiValue')
  const entry = fc.dictionary(names, fc.jsonValue())
  const value = fc.oneof(fc.jsonValue(), entry, fc.array(entry), fc.constantFrom(null, 'ServicePrincipal_x'))
  const changes = fc.array(fc.tuple(fc.noBias(fc.nat()), value), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.constantFrom(...samples), changes, ({ text }, changed) => {
      const record = JSON.parse(text) as Json
      for (const [at, other] of changed) {
        const spots = spotsIn(record)
        const spot = spots[at % spots.length]
        if (spot !== undefined) Object.assign(spot.holder, { [spot.key]: other })
      }
      expect(faultsOf(record)).toEqual([])
    }),
    { numRuns: rounds(10_000) },
  )
})
