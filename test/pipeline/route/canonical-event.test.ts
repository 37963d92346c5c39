import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonObject } from '../../../mappings/kernel/json.ts'
import { canonicalEvent } from '../../../pipeline/route/canonical-event.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a"b', 'back\\slash', '\u0000', '\u007f', '\u2028', '\ud800', '\udc00x', '😀'),
)
const parameter = fc.oneof(
  fc.record({ name: text, value: text }),
  fc.record({ value: text, name: text }),
  fc.record({ name: text, boolValue: fc.boolean() }),
  fc.record({ name: text, intValue: fc.oneof(text, fc.integer()) }),
  fc.record({ name: text, multiValue: fc.array(text, { maxLength: 1 }) }),
  fc.record({ name: text }),
  fc.record({ name: text, value: text, intValue: text }),
  fc.record({ name: text, value: fc.constantFrom(null, 1, undefined) }),
  fc.dictionary(text, fc.jsonValue()),
  fc.jsonValue(),
)
const event = fc.oneof(
  fc.record({ type: text, name: text, parameters: fc.array(parameter, { maxLength: 4 }) }),
  fc.record({ name: text, parameters: fc.array(parameter, { maxLength: 4 }) }, { requiredKeys: [] }),
  fc.record({ type: text, name: text, resourceIds: fc.array(text), parameters: fc.array(parameter, { maxLength: 2 }) }),
  fc.dictionary(text, fc.jsonValue()),
)

/** A list of several values anywhere in the parameters is sorted, which plain canonical JSON does not. */
const isSorted = (value: unknown) =>
  !JSON.stringify(value).match(/"multi(?:Value|IntValue|MessageValue)":\[[^\]]*,/) && value !== undefined

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

describe('the canonical text of a Google event', () => {
  it('is its canonical JSON, whatever is in it', () => {
    fc.assert(
      fc.property(event.filter(isSorted), (value) => {
        fc.pre(!isEmptyList((value as JsonObject).parameters))
        expect(canonicalEvent(value as JsonObject)).toBe(canonicalJson(value as JsonObject))
      }),
    )
  })

  it('does not depend on the order of several values or of members', () => {
    const scopes = { type: 'auth', name: 'authorize', parameters: [{ name: 'scope', multiValue: ['b', 'a'] }] }
    const turned = { parameters: [{ multiValue: ['a', 'b'], name: 'scope' }], name: 'authorize', type: 'auth' }
    expect(canonicalEvent(scopes)).toBe(canonicalEvent(turned))
  })

  it('is the same for an empty list of parameters as for none', () => {
    const event = { type: 'password_change', name: 'password_edit' }
    expect(canonicalEvent({ ...event, parameters: [] })).toBe(canonicalEvent(event))
  })
})
