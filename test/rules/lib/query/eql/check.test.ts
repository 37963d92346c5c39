import { expect, test } from 'vitest'
import { checkEql } from '../../../../../rules/lib/query/eql/check.ts'
import { catalog } from './catalog.ts'

function found(text: string): string[] {
  return checkEql(text, catalog).map(
    ({ code, span, message, hint }) =>
      `${code} [${text.slice(span.start, span.end)}] ${message}${hint === undefined ? '' : `; ${hint}`}`,
  )
}

test.each([
  ['any where user.ids == "x"', 'Q002 [user.ids] no mapping writes user.ids; did you mean "user.id"?'],
  ['any where oauth.action == "consnet"', 'Q005 ["consnet"] oauth.action is never "consnet"; did you mean "consent"?'],
  [
    'any where oauth.action like "CONS*"',
    'Q005 ["CONS*"] oauth.action is never "CONS*"; one of consent, credential_add, app_use',
  ],
  ['iamm where true', 'Q005 [iamm] event.category is never "iamm"; did you mean "iam"?'],
  [
    'any where oauth.grant.count == "5"',
    'Q003 [oauth.grant.count == "5"] a value of kind integer is compared with one of kind string',
  ],
  ['any where user.id > "a"', 'Q003 [user.id > "a"] > would compare string character by character'],
  [
    'any where source.ip == "192.0.2.0/24"',
    'Q003 ["192.0.2.0/24"] "192.0.2.0/24" is not an address; networks are for cidrMatch(…)',
  ],
  [
    'any where source.ip : "192.0.2.*"',
    'Q003 [source.ip : "192.0.2.*"] : compares text, found a value of kind address; write == or in',
  ],
  [
    'any where user.id : "Müller"',
    'Q004 ["Müller"] Elasticsearch does not fold the case of ü; list both spellings, compared with case',
  ],
  ['any where message == "x"', 'Q004 [message] message is full text, which EQL cannot read; test a keyword field'],
  [
    'any where vendor.parameters.x == "x"',
    'Q004 [vendor.parameters.x] vendor.parameters.x is a key of the flattened field vendor.parameters, which EQL cannot read',
  ],
  [
    'any where vendor.items.x == "x"',
    'Q004 [vendor.items.x] vendor.items.x is inside the nested field vendor.items, which EQL cannot read',
  ],
  [
    'any where user.id == service.id',
    'Q004 [user.id == service.id] user.id and service.id: Elasticsearch cannot compare one field with another',
  ],
  ['any where length(user.id, 2) == 1', 'Q001 [length] length takes 1 values, found 2'],
  ['any where length~(user.id) == 1', 'Q001 [length] length has no case-insensitive form with ~'],
  [
    'any where startsWith(oauth.grant.count, "1")',
    'Q003 [oauth.grant.count] startsWith takes string here, found integer',
  ],
  [
    'any where number(user.id) == 1',
    'Q004 [number] number is not evaluated offline: the search fails as soon as one value is not a number',
  ],
  [
    'any where cidrMatch(source.ip, "192.0.2.0/33")',
    'Q003 ["192.0.2.0/33"] "192.0.2.0/33" is neither an address nor a network; write 192.0.2.0/24',
  ],
  ['any where user.id', 'Q003 [user.id] expected a condition, found a value of kind string'],
  [
    'any where length(oauth.grant.scopes) != 3',
    'Q004 [length(oauth.grant.scopes) != 3] != on a value computed from the list oauth.grant.scopes is ambiguous; write not (… == …)',
  ],
])('fields and values are held against the catalog: %s', (text, wanted) => {
  expect(found(text)).toEqual([wanted])
})

test('a valid EQL query has no findings', () => {
  expect(found('any where oauth.action == "consent" and cidrMatch(source.ip, "192.0.2.0/24")')).toEqual([])
})

test.each([
  'any where not user.id == "x"',
  'any where user.id != "x"',
  'any where not (user.id == "x" or service.id != null)',
  'any where service.id == "y" and not user.id : "x*"',
  'any where not oauth.app.first_party',
  'any where user.id != null or not user.id == "x"',
  'any where (user.id == null and service.id == null) or user.id != "x"',
])('a negated clause is refused: %s', (text) => {
  expect(found(text).map((line) => line.slice(0, 4))).toEqual(['Q006'])
})

test.each([
  'any where user.id != null and not user.id == "x"',
  'any where user.id : "a*" and user.id != "abc"',
  'any where user.id == null or user.id != "x"',
  'any where not (user.id == null or user.id == "x")',
  'any where not (user.id != null and user.id == "x")',
  'any where not user.id != "x"',
  'any where (user.id == "a" or user.id == "b") and not user.id in ("b")',
  // A document without a required key is in no sequence.
  'sequence by user.id with maxspan=1h [any where user.id != "x"] [any where not user.id : "y"]',
])('a negated clause is accepted: %s', (text) => {
  expect(found(text)).toEqual([])
})

test('an optional key does not prove that the field exists', () => {
  const text = 'sequence by ?user.id with maxspan=1h [any where user.id != "x"] [any where true]'
  expect(found(text).map((line) => line.slice(0, 4))).toEqual(['Q006'])
})

test('a sequence must have a time span', () => {
  expect(found('sequence by user.id [any where true] [any where true]').join()).toMatch(/^Q007 \[sequence\] without/)
})

test('a sequence must not end with a missing event', () => {
  const text = 'sequence by user.id with maxspan=1h [any where true] ![any where true]'
  expect(found(text).join()).toMatch(/^Q007 \[!\[any where true\]\] .* alert too early/)
})

test('the keys of a sequence must be fields that allow joins, and each problem is reported once', () => {
  const text = 'sequence by user.idd, @timestamp with maxspan=1h [any where true] [any where true]'
  expect(found(text)).toEqual([
    'Q002 [user.idd] no mapping writes user.idd; did you mean "user.id"?',
    'Q004 [@timestamp] @timestamp is of type date: it cannot be a join key; join by a keyword',
  ])
})
