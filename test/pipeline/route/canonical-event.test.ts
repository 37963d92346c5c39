import fc from 'fast-check'
import { expect, it } from 'vitest'
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
/** Uses few names, so that names stored from one event occur again in another event. */
const often = fc.constantFrom('A', 'B', 'quoted "name"')
const similar = fc.record({
  name: often,
  type: often,
  parameters: fc.array(
    fc.oneof(fc.record({ name: often, value: text }), fc.record({ name: often, boolValue: fc.boolean() }), parameter),
    { maxLength: 4 },
  ),
})
const event = fc.oneof(
  similar,
  fc.record({ type: text, name: text, parameters: fc.array(parameter, { maxLength: 4 }) }),
  fc.record({ name: text, parameters: fc.array(parameter, { maxLength: 4 }) }, { requiredKeys: [] }),
  fc.record({ type: text, name: text, resourceIds: fc.array(text), parameters: fc.array(parameter, { maxLength: 2 }) }),
  fc.dictionary(text, fc.jsonValue()),
)

/** Checks that there is no list of several values: these are sorted, which plain canonical JSON does not do. */
const isSorted = (value: unknown) =>
  !JSON.stringify(value).match(/"multi(?:Value|IntValue|MessageValue)":\[[^\]]*,/) && value !== undefined

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

it('the canonical text of a Google event is its canonical JSON', () => {
  fc.assert(
    fc.property(event.filter(isSorted), (value) => {
      fc.pre(!isEmptyList((value as JsonObject).parameters))
      expect(canonicalEvent(value as JsonObject)).toBe(canonicalJson(value as JsonObject))
    }),
  )
})

it('the canonical text of a Google event does not depend on earlier events with the same name', () => {
  fc.assert(
    fc.property(fc.array(similar.filter(isSorted), { minLength: 2, maxLength: 5 }), (events) => {
      for (const value of events.filter(({ parameters }) => parameters.length > 0))
        expect(canonicalEvent(value as JsonObject)).toBe(canonicalJson(value as JsonObject))
    }),
  )
})

it('the canonical text of a Google event sorts several values of a parameter, but not values inside a message', () => {
  const messages = [{ parameter: [{ name: 'b', multiValue: ['2', '1'] }] }, { parameter: [{ name: 'a', value: '1' }] }]
  const event = { name: 'authorize', type: 'auth', parameters: [{ name: 'scope_data', multiMessageValue: messages }] }
  expect(canonicalEvent(event)).toBe(
    '{"name":"authorize","parameters":[{"multiMessageValue":[{"parameter":[{"multiValue":["2","1"],"name":"b"}]},' +
      '{"parameter":[{"name":"a","value":"1"}]}],"name":"scope_data"}],"type":"auth"}',
  )
  const flags = { name: 'a', type: 't', parameters: [{ name: 'flags', multiBoolValue: [true, false] }] }
  expect(canonicalEvent(flags)).toBe(canonicalJson(flags))
})

it('the canonical text of a Google event does not depend on the order of values or members', () => {
  const scopes = { type: 'auth', name: 'authorize', parameters: [{ name: 'scope', multiValue: ['b', 'a'] }] }
  const turned = { parameters: [{ multiValue: ['a', 'b'], name: 'scope' }], name: 'authorize', type: 'auth' }
  expect(canonicalEvent(scopes)).toBe(canonicalEvent(turned))
})

it('the canonical text of a Google event is the same for an empty and a missing parameter list', () => {
  const event = { type: 'password_change', name: 'password_edit' }
  expect(canonicalEvent({ ...event, parameters: [] })).toBe(canonicalEvent(event))
})
