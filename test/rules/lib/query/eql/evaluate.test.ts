import { expect, test } from 'vitest'
import type { Clause } from '../../../../../rules/lib/query/clause.ts'
import { eventFormula, explainEvent } from '../../../../../rules/lib/query/eql/evaluate.ts'
import { parseEql } from '../../../../../rules/lib/query/eql/parse.ts'
import { catalog } from './catalog.ts'

function event(text: string) {
  const parsed = parseEql(text)
  if (!parsed.ok || parsed.query.kind !== 'event') throw new Error('not an event query')
  return parsed.query
}

const matches = (condition: string, document: object) =>
  eventFormula(event(`any where ${condition}`), catalog).holds(document)

const scopes = (...values: string[]) => ({ oauth: { grant: { scopes: values } } })

test.each([
  ['oauth.grant.scopes == "Mail.Read"', true],
  ['oauth.grant.scopes == "mail.read"', false],
  ['oauth.grant.scopes : "mail.*"', true],
  ['oauth.grant.scopes like "mail.*"', false],
  ['oauth.grant.scopes like~ "MAIL.????"', true],
  ['oauth.grant.scopes in ("User.Read", "x")', true],
  ['oauth.grant.scopes in~ ("user.read")', true],
  ['oauth.grant.scopes in~ ("user.*")', false],
  ['oauth.grant.scopes != "Mail.Read"', false],
  ['not oauth.grant.scopes == "Files.Read"', true],
  ['stringContains~(oauth.grant.scopes, "READ")', true],
  ['length(oauth.grant.scopes) == 9', true],
  ['oauth.grant.scopes == null', false],
])('a clause is true if it is true for any value of the field: %s, %s', (condition, wanted) => {
  expect(matches(condition, scopes('User.Read', 'Mail.Read'))).toBe(wanted)
})

test('a keyword that is too long for the index counts as absent', () => {
  expect(matches('oauth.grant.scopes == null', scopes('x'.repeat(1025)))).toBe(true)
  expect(matches('oauth.grant.scopes like "x*"', scopes('x'.repeat(1024)))).toBe(true)
})

test.each([
  ['user.id == "x"', false],
  ['not user.id == "x"', false],
  ['user.id != "x"', false],
  ['user.id == null', true],
  ['user.id == null or user.id != "x"', true],
  ['length(user.id) == null', true],
  ['user.id == "x" or true', true],
])('an absent value is neither true nor false %s: %s', (condition, wanted) => {
  expect(matches(condition, { user: { id: null } })).toBe(wanted)
})

test('dates, addresses, numbers and booleans compare by their type', () => {
  const document = {
    '@timestamp': '2026-03-11T09:14:27.000Z',
    source: { ip: '2001:db8::5' },
    oauth: { grant: { count: 3 }, app: { first_party: true } },
  }
  expect(matches('@timestamp >= "2026-03-11" and @timestamp < "2026-03-12"', document)).toBe(true)
  expect(matches('source.ip == "2001:db8:0::5"', document)).toBe(true)
  expect(matches('cidrMatch(source.ip, "192.0.2.0/24", "2001:db8::/32")', document)).toBe(true)
  expect(matches('4 / oauth.grant.count == 1 and not 4.0 / oauth.grant.count == 1', document)).toBe(true)
  expect(matches('4 / (oauth.grant.count - 3) == null', document)).toBe(true)
  expect(matches('5 > oauth.grant.count and oauth.app.first_party', document)).toBe(true)
})

test('the event category is compared case-sensitively', () => {
  const document = { event: { category: ['iam', 'configuration'] } }
  const holds = (text: string) => eventFormula(event(text), catalog).holds(document)
  expect(holds('iam where true')).toBe(true)
  expect(holds('any where true')).toBe(true)
  expect(holds('"IAM" where true')).toBe(false)
})

test('an explanation shows the result and the value of each clause', () => {
  const text = 'iam where oauth.action == "consent" and (user.id == null or not user.id : "a*")'
  const explain = explainEvent(event(text), catalog)
  const clause = explain({ event: { category: 'iam' }, oauth: { action: 'consent' }, user: { id: 'ann' } })
  const render = ({ span, held, found, parts }: Clause): unknown[] => [
    [text.slice(span.start, span.end), held, found],
    ...parts.flatMap(render),
  ]
  expect(render(clause)).toEqual([
    [text, false, {}],
    ['iam', true, { 'event.category': ['iam'] }],
    ['oauth.action == "consent" and (user.id == null or not user.id : "a*")', false, {}],
    ['oauth.action == "consent"', true, { 'oauth.action': ['consent'] }],
    ['user.id == null or not user.id : "a*"', false, { 'user.id': ['ann'] }],
  ])
})

test('a pattern with many asterisks is fast on a long text', () => {
  const pattern = `${'*a'.repeat(50)}b`
  expect(matches(`user.id like "${pattern}"`, { user: { id: 'a'.repeat(1024) } })).toBe(false)
})
