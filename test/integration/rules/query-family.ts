// Generated documents and queries to compare our evaluation with Elasticsearch: the same difficult values on both
// sides. Each query is generated both as a text and as the tree that the text means, so that the parser is tested, too.
import fc from 'fast-check'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Leaf, Node, RangeOperator } from '../../../rules/lib/query/kql/ast.ts'

const texts = [
  'Mail.Read',
  'mail.read',
  'MAIL.READ',
  'Invoice Sync',
  'Invoice  Sync',
  ' Invoice Sync',
  'Invoice Sync ',
  'Update application – Certificates and secrets management ',
  'quote " inside',
  'back\\slash',
  'ends with \\',
  'star*star',
  '*',
  '**',
  'what?',
  'a?b',
  '(round) {curly} [square]',
  'a:b',
  '<less>',
  'and',
  'OR',
  'not',
  'this and that',
  'never or ever',
  'null',
  'true',
  '007',
  '-5',
  '+plus -minus &&both ||either !no ^up ~near /slash/',
  'it’s',
  'tab\tin',
  'line\nbreak',
  'nobreak\u00a0blank',
  'Straße',
  'STRASSE',
  'İstanbul',
  'i̇stanbul',
  'Z\u0301',
  'Ź',
  'a\u200bb',
  '日本',
  '🦊 fox',
  'x'.repeat(1024),
  'x'.repeat(1025),
  `${'é'.repeat(1024)}`,
  'ends with x',
  '',
]
const words = fc.array(
  fc.constantFrom('Mail', 'mail', 'Read', 'a', 'b', ' ', '.', '*', '?', '\\', '"', 'é', ':', '-'),
  { minLength: 1, maxLength: 5 },
)
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: words.map((parts) => parts.join('')) },
)
const numbers = [0, 1, 2, 3, 5, 7, 365, 1024, -1, 4294967296]
const dates = [
  ...'2026-03-11T09:14:27.000Z 2026-03-11T09:14:27.123Z 2026-03-11T23:59:59.999Z'.split(' '),
  ...'2026-03-12T00:00:00.000Z 2026-03-31T10:00:00.000Z 2025-12-31T23:59:59.000Z 2028-02-29T12:00:00.000Z'.split(' '),
]
const addresses = [
  ...'198.51.100.7 198.51.100.255 198.51.101.0 203.0.113.9'.split(' '),
  ...'2001:db8::7 2001:DB8:0:0::7 2001:db8:1::1 ::ffff:198.51.100.7 10.0.0.1'.split(' '),
]

type Kind = 'text' | 'number' | 'date' | 'ip' | 'boolean' | 'action' | 'key'

/** Fields of each type that our templates have, single and lists. */
const fields: Readonly<Record<string, Kind>> = {
  'oauth.app.name': 'text',
  'oauth.grant.scopes': 'text',
  'user.email': 'text',
  'related.user': 'text',
  'url.full': 'text',
  'oauth.action': 'action',
  'oauth.credential.added': 'number',
  'oauth.activity.bytes': 'number',
  'oauth.account.reset_age_hours': 'number',
  'oauth.credential.end': 'date',
  'oauth.grant.revoked': 'date',
  'source.ip': 'ip',
  'related.ip': 'ip',
  'oauth.app.first_party': 'boolean',
  'oauth.grant.offline_access': 'boolean',
  'o365.audit.ExtendedProperties.resultType': 'key',
  'o365.audit.ExtendedPropertiesOther.User Agent': 'key',
}
const actions = ['consent', 'credential_add', 'app_use', 'owner_add']

function aValue(kind: Kind): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'text':
    case 'key':
      return anyText
    case 'number':
      return fc.constantFrom(...numbers, 0.5, 12.25)
    case 'date':
      return fc.constantFrom(...dates)
    case 'ip':
      return fc.constantFrom(...addresses)
    case 'boolean':
      return fc.boolean()
    case 'action':
      return fc.constantFrom(...actions)
  }
}

/** The fields of a document, by dotted name: values, lists, nulls, empty lists, or no field. */
const membersArbitrary: fc.Arbitrary<JsonObject> = fc
  .record(
    Object.fromEntries(
      Object.entries(fields).map(([name, kind]) => {
        const one = aValue(kind)
        const many = fc.oneof(
          { weight: 6, arbitrary: one },
          { weight: 2, arbitrary: fc.array(one, { maxLength: 3 }) },
          { weight: 1, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.tuple(one, fc.constant(null)) },
        )
        return [name, fc.option(many, { nil: undefined, freq: 2 })]
      }),
    ),
  )
  .map((members) => JSON.parse(JSON.stringify(members)) as JsonObject)

/** Generates the fields for `count` documents, by dotted name. */
export function generateMembers(count: number, seed: number): JsonObject[] {
  return fc.sample(membersArbitrary, { numRuns: count, seed })
}

/** A query as a person could write it, and its meaning. */
export interface Query {
  readonly text: string
  readonly node: Node
}

const span = { start: 0, end: 0 }
const operators = ['<', '<=', '>', '>='] as const satisfies readonly RangeOperator[]

function leafOf(field: string, rest: object): Leaf {
  return { field, fieldSpan: span, span, valueSpan: span, ...rest } as Leaf
}

/** A value in quotation marks, or without them where this is valid. */
function written(value: string, bare: boolean): string {
  const canBeBare =
    value !== '' &&
    !/^\s|\s$|\p{Z}\p{Z}/u.test(value) &&
    !/^(?:null|true|false)$/.test(value) &&
    !/(?:^|\s)not(?:\s|$)/i.test(value)
  if (!bare || !canBeBare) {
    const escaped = value.replace(/[\\"]/g, '\\$&').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
    return `"${escaped}"`
  }
  return escapeBare(value)
}

function escapeBare(text: string): string {
  return text
    .replace(/[\\():<>"*{}]/g, '\\$&')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replace(/(^|\s)(and|or)(?=\s|$)/gi, '$1\\$2')
}

type Asked = { readonly text: string; readonly leaf: Leaf }

function isLeaf(field: string, value: fc.Arbitrary<string>): fc.Arbitrary<Asked> {
  return fc
    .record({ value, bare: fc.boolean() })
    .map(({ value, bare }) => ({ text: written(value, bare), leaf: leafOf(field, { kind: 'is', value }) }))
}

const numberTexts = fc.constantFrom(...numbers.map(String), '0.5', '12.25', '5.0', '1e3', '+5', '05', '1.5')
const dateTexts = fc.constantFrom(
  ...dates,
  '2026',
  '2026-03',
  '2026-03-11',
  '2026-03-11T09',
  '2026-03-11T09:14',
  '2026-03-11T09:14:27',
  '2026-03-11T09:14:27Z',
  '2026-03-11T10:14:27+01:00',
  '2026-03-11T09:14:27.1Z',
  '2026-12-31',
  '2028-02-29',
)
const addressTexts = fc.constantFrom(
  ...addresses,
  '198.51.100.0/24',
  '198.51.100.128/25',
  '198.51.100.7/24',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/32',
  '2001:db8::/48',
  '::ffff:198.51.100.0/120',
  '10.0.0.1/32',
)

function patternLeaf(field: string): fc.Arbitrary<Asked> {
  const piece = anyText.filter((text) => text !== '' && !/\s/.test(text) && text.length < 50 && !/^not$/i.test(text))
  return fc
    .record({ pieces: fc.array(piece, { minLength: 1, maxLength: 3 }), head: fc.boolean(), tail: fc.boolean() })
    .map(({ pieces, head, tail }) => {
      const open = head || tail || pieces.length > 1
      const segments = [...(head ? [''] : []), ...pieces, ...(tail || !open ? [''] : [])]
      return { text: segments.map(escapeBare).join('*'), leaf: leafOf(field, { kind: 'like', segments }) }
    })
}

function valueLeaf(field: string, kind: Kind): fc.Arbitrary<Asked> {
  switch (kind) {
    case 'text':
      return fc.oneof({ weight: 2, arbitrary: isLeaf(field, anyText) }, { weight: 1, arbitrary: patternLeaf(field) })
    case 'key':
      return isLeaf(field, anyText)
    case 'number':
      return isLeaf(field, numberTexts)
    case 'date':
      return isLeaf(field, dateTexts)
    case 'ip':
      return isLeaf(field, addressTexts)
    case 'boolean':
      return fc
        .boolean()
        .map((value) => ({ text: String(value), leaf: leafOf(field, { kind: 'is', value: String(value) }) }))
    case 'action':
      return isLeaf(field, fc.constantFrom(...actions))
  }
}

function rangeQuery(field: string, value: fc.Arbitrary<string>): fc.Arbitrary<Query> {
  return fc.record({ value, operator: fc.constantFrom(...operators), bare: fc.boolean() }).map(
    ({ value, operator, bare }): Query => ({
      text: `${fieldText(field)} ${operator} ${written(value, bare)}`,
      node: leafOf(field, { kind: 'range', operator, value }),
    }),
  )
}

function fieldText(field: string): string {
  return field.includes(' ') ? `"${field}"` : field
}

const leafQuery: fc.Arbitrary<Query> = fc.constantFrom(...Object.entries(fields)).chain(([field, kind]) => {
  const name = fieldText(field)
  const exists = fc.constant<Query>({ text: `${name}: *`, node: leafOf(field, { kind: 'exists' }) })
  const value = valueLeaf(field, kind)
  const single = value.map(({ text, leaf }): Query => ({ text: `${name}: ${text}`, node: leaf }))
  const list = fc
    .record({
      of: fc.array(value, { minLength: 2, maxLength: 4 }),
      kind: fc.constantFrom('and', 'or'),
      negated: fc.boolean(),
    })
    .map(({ of, kind, negated }): Query => {
      const joined: Node = { kind: kind as 'and', of: of.map(({ leaf }) => leaf), span }
      const inner = of.map(({ text }) => text).join(` ${kind} `)
      return negated
        ? { text: `${name}: (not (${inner}))`, node: { kind: 'not', of: joined, span } }
        : { text: `${name}:(${inner})`, node: joined }
    })
  const ranged =
    kind === 'number' ? rangeQuery(field, numberTexts) : kind === 'date' ? rangeQuery(field, dateTexts) : single
  return fc.oneof(
    { weight: 1, arbitrary: exists },
    { weight: 6, arbitrary: single },
    { weight: 2, arbitrary: list },
    { weight: 2, arbitrary: ranged },
  )
})

const strength = (node: Node) => (node.kind === 'or' ? 0 : node.kind === 'and' ? 1 : node.kind === 'not' ? 2 : 3)
const within = ({ text, node }: Query, least: number, always: boolean) =>
  always || strength(node) < least ? `(${text})` : text

const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: false },
    { weight: 3, arbitrary: leafQuery },
    {
      weight: 2,
      arbitrary: fc
        .record({
          of: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
          kind: fc.constantFrom('and' as const, 'or' as const),
          upper: fc.boolean(),
          always: fc.boolean(),
        })
        .map(({ of, kind, upper, always }): Query => {
          const keyword = upper ? kind.toUpperCase() : kind
          const least = kind === 'or' ? 0 : 1
          return {
            text: of.map((each) => within(each, least, always)).join(` ${keyword} `),
            node: { kind, of: of.map(({ node }) => node), span },
          }
        }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ of: tie('query'), upper: fc.boolean() }).map(
        ({ of, upper }): Query => ({
          text: `${upper ? 'NOT' : 'not'} ${within(of, 3, false)}`,
          node: { kind: 'not', of: of.node, span },
        }),
      ),
    },
  ),
})).query

/** Generates `count` different queries, always the same for a seed. */
export function generateQueries(count: number, seed: number): Query[] {
  const byText = new Map<string, Query>()
  for (let round = 0; byText.size < count; round++)
    for (const each of fc.sample(query, { numRuns: count, seed: seed + round })) byText.set(each.text, each)
  return [...byText.values()].slice(0, count)
}
