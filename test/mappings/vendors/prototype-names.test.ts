// A text in a record that is also the name of a member of every JavaScript object must match nothing in any table.
import { expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { checkDocument } from '../../../mappings/lib/check-document.ts'
import { loadSamples, processText } from '../../../pipeline/content-check/samples.ts'
import { sampleOf } from '../../support/deep.ts'
import { product } from '../../support/product.ts'

const { chain } = product
const samples = sampleOf(loadSamples(), 8)

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

it.each(['__proto__', 'constructor', 'toString'])(
  '%s is text like any other in every place of every sample',
  (word) => {
    const odd = new Set<string>()
    for (const { ref, text } of samples) {
      const record = JSON.parse(text) as Json
      eachText(record, word, () => {
        for (const outcome of processText(JSON.stringify(record), 'test', chain)) {
          if (!outcome.ok) {
            if (outcome.code === 'mapping_failed') odd.add(`${ref}: ${outcome.detail}`)
            continue
          }
          const module = outcome.document.event.module ?? ''
          for (const { path, message } of checkDocument(outcome.document, module)) odd.add(`${ref} ${path}: ${message}`)
        }
      })
    }
    expect([...odd].slice(0, 20)).toEqual([])
  },
)
