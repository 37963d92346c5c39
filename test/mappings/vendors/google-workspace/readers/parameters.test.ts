import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import type { Draft } from '../../../../../mappings/lib/step.ts'
import { parameterFields } from '../../../../../mappings/vendors/google-workspace/activity.ts'
import { parameterValue } from '../../../../../mappings/vendors/google-workspace/readers/parameter-values.ts'
import { parametersStep } from '../../../../../mappings/vendors/google-workspace/readers/parameters.ts'
import type { VendorMapping } from '../../../../../mappings/vendors/mapping.ts'

const table = {
  app: 'client.id',
  bytes: { to: 'bytes', type: 'long' },
  flag: { to: 'flag', type: 'boolean' },
  scopes: { to: 'scope.value', type: 'keyword', list: true },
  tree: { to: 'scope.data', type: 'flattened' },
  groups: { to: 'groups', type: 'keyword', list: true, split: true },
  meta: { to: 'meta', type: 'object', members: { rule_key: 'meta.rule.key' } },
  address: { to: 'address', type: 'ip' },
  group: { ecs: 'group.name' },
  begin: { ecs: 'event.start' },
  when: { to: 'when', type: 'date', ecs: '@timestamp', wins: true },
  target: { to: 'target', list: true, is: 'target' },
  receivers: { to: 'receivers', list: true, is: 'recipient' },
  who: { to: 'who', is: 'actor' },
  from: { to: 'from', is: 'actor_address' },
  page: { to: 'page', is: 'url' },
  hash: { to: 'hash', ecs: 'event.hash', is: 'hash' },
  name: { to: 'name', is: 'file' },
} as const

function read(parameters: unknown, { prefix = '', envelope = 'original', document: given = {} } = {}) {
  const activity = { stream: 'demo', envelope, parameters: table, prefix }
  const step = parametersStep.madeFor({ dataset: 'google_workspace.demo', activity } as unknown as VendorMapping)
  const vendor: JsonObject = {}
  const document = { event: {}, ...given } as JsonObject
  const problems: string[] = []
  const element = { parameters } as JsonObject
  const draft = {
    record: {},
    element,
    ordinal: 0,
    context: undefined,
    document,
    vendor,
    problem: (t: string) => problems.push(t),
  }
  step(draft as unknown as Draft)
  return { block: vendor.demo as JsonObject, other: vendor.demo_other as JsonObject | undefined, document, problems }
}

const text = (name: string, value: string) => ({ name, value })

it.each([
  [{ value: 'a' }, 'a'],
  [{ multiValue: ['a', 'b'] }, ['a', 'b']],
  [{ multiStrValue: ['a'] }, ['a']],
  [{ intValue: '42' }, 42],
  [{ intValue: 42 }, 42],
  [{ intValue: '9007199254740993' }, '9007199254740993'],
  [{ boolValue: false }, false],
  [{ boolValue: 'True' }, true],
  [{ multiIntValue: ['1', '1234567890123456789'] }, [1, '1234567890123456789']],
  [{ multiBoolValue: [true, 'false'] }, [true, false]],
  [{ messageValue: { parameter: [{ name: 'a', value: 'b' }] } }, { a: 'b' }],
  [{ multiMessageValue: [{ parameter: [{ name: 'a', intValue: '1' }] }] }, [{ a: 1 }]],
])('the value of a parameter is read from %j', (slots, value) => {
  expect(parameterValue(slots as JsonObject)).toEqual(value)
})

it.each([
  [{ value: 'a', multiValue: ['b'] }, 'last', ['b']],
  [{ value: 'a', multiValue: [], messageValue: { parameter: [] } }, 'last', 'a'],
  [{ name: 'a' }, 'last', undefined],
  [{ value: '', multiValue: [''], intValue: null }, 'last', undefined],
  [{ multiValue: ['b'], value: 'a' }, 'first', 'a'],
  [{ intValue: '1', boolValue: true, multiValue: ['b'] }, 'first', true],
  [{ value: '', multiIntValue: ['7'] }, 'first', [7]],
] as const)('the value of the parameter %j comes from its %s slot with a value', (slots, order, value) => {
  expect(parameterValue(slots as unknown as JsonObject, order)).toEqual(value)
})

it('the value of a parameter contains messages inside messages', () => {
  const inner = { name: 'b', multiMessageValue: [{ parameter: [{ name: 'c.d', multiValue: ['x'] }] }] }
  expect(
    parameterValue({ messageValue: { parameter: [{ name: 'a', messageValue: { parameter: [inner] } }] } }),
  ).toEqual({ a: { b: [{ c_d: ['x'] }] } })
})

it('the value of a parameter is absent below the depth limit of Elasticsearch', () => {
  let message: JsonObject = { name: 'end', value: 'x' }
  for (let i = 0; i < 5000; i++) message = { name: 'm', messageValue: { parameter: [message] } }
  expect(() => parameterValue(message)).not.toThrow()
  expect(parameterValue(message)).toBeUndefined()
})

it('the parameters of a stream become the fields of the table, with their types', () => {
  const { block, other, document } = read([
    { name: 'app', value: 'a' },
    { name: 'bytes', value: '12' },
    { name: 'flag', value: 'true' },
    { name: 'scopes', value: 'only' },
    { name: 'groups', value: 'a, b,,a' },
    { name: 'address', value: '198.51.100.9' },
    { name: 'group', value: 'Finance' },
    { name: 'begin', value: '2026/05/04 06:07 UTC' },
    { name: 'meta', messageValue: { parameter: [{ name: 'rule_key', value: 'k' }] } },
  ])
  expect(block).toEqual({
    client: { id: 'a' },
    bytes: 12,
    flag: true,
    scope: { value: ['only'] },
    groups: ['a', 'b'],
    address: '198.51.100.9',
    meta: { rule: { key: 'k' } },
  })
  expect(document).toEqual({ event: { start: '2026-05-04T06:07:00.000Z' }, group: { name: 'Finance' } })
  expect(other).toBeUndefined()
})

it.each([
  ['a repeated name', [text('app', 'a'), text('app', 'b')], { client: { id: 'a' } }, undefined],
  ['a repeated unknown name', [text('new', 'a'), text('new', 'b')], { new: 'a' }, { new: 'a' }],
  ['an unknown name', [{ name: 'brand.new', boolValue: true }], { brand_new: true }, { brand_new: true }],
  [
    'an unknown member of a message',
    [{ name: 'meta', messageValue: { parameter: [text('new', 'x')] } }],
    { meta: { new: 'x' } },
    { meta: { new: 'x' } },
  ],
])(
  'parameters of a stream with %s keep their values, and unknown ones are also stored separately',
  (_, parameters, block, other) => {
    expect(read(parameters)).toMatchObject({ block, other })
  },
)

it('the parameters of a stream lose the prefix of the stream', () => {
  expect(read([text('demo_kind', 'a')], { prefix: 'demo_' }).block).toEqual({ kind: 'a' })
})

it('no parameter of a stream puts a value into a field of another type', () => {
  const { block, other } = read([
    { name: 'app', messageValue: { parameter: [{ name: 'a', value: 'b' }] } },
    { name: 'bytes', value: 'many' },
    { name: 'address', value: 'unknown' },
    { name: 'tree', value: 'text' },
    { name: 'meta', value: 'text' },
    { name: 'client', value: 'would conflict with client.id' },
  ])
  expect(block).toEqual({})
  expect(other).toEqual({
    app: { a: 'b' },
    bytes: 'many',
    address: 'unknown',
    tree: 'text',
    meta: 'text',
    client: 'would conflict with client.id',
  })
})

it('the parameters of a stream can have the names of inherited members', () => {
  const { block } = read([
    { name: '__proto__', value: 'a' },
    { name: 'constructor', value: 'b' },
  ])
  expect(Object.getPrototypeOf(block)).toBe(Object.prototype)
  expect(block).toEqual({ __proto___: 'a', constructor_: 'b' })
})

it('parameters that are not a list or have no name are reported', () => {
  expect(read({ app: 'a' }).problems).toEqual(['events.parameters is not a list'])
  expect(read([{ value: 'a' }]).problems).toEqual(['a parameter has no name'])
  expect(read(undefined).problems).toEqual([])
})

it('the value of a known parameter is also in an ECS field', () => {
  const { block, document } = read([
    { name: 'target', multiValue: ['all users', 'b@partner.example', 'c@partner.example'] },
    { name: 'receivers', multiValue: ['d@other.example'] },
    { name: 'who', value: 'a@northpier.example' },
    { name: 'from', value: '203.0.113.9' },
    { name: 'page', value: 'https://a.example/x/y.html?q=1' },
    { name: 'hash', value: 'ab'.repeat(32) },
    { name: 'name', value: 'list.v2.csv' },
  ])
  expect(block).toMatchObject({ who: 'a@northpier.example', page: 'https://a.example/x/y.html?q=1' })
  expect(document).toMatchObject({
    event: { hash: 'ab'.repeat(32) },
    file: { name: 'list.v2.csv', extension: 'csv', hash: { sha256: 'ab'.repeat(32) } },
    source: { ip: '203.0.113.9', user: { email: 'a@northpier.example' } },
    url: { domain: 'a.example', path: '/x/y.html', extension: 'html', query: 'q=1' },
    user: { email: 'a@northpier.example', target: { email: 'b@partner.example', domain: 'partner.example' } },
    related: {
      user: ['all users', 'b@partner.example', 'c@partner.example', 'd@other.example'],
      hosts: ['other.example'],
      hash: ['ab'.repeat(32)],
    },
  })
})

it('the value of a known parameter replaces the value of the envelope only if the table requires it', () => {
  const envelope = { user: { email: 'x@y.example' }, source: { ip: '198.51.100.1' }, '@timestamp': 't' }
  const parameters = [
    { name: 'who', value: 'a@northpier.example' },
    { name: 'from', value: '203.0.113.9' },
    { name: 'when', intValue: '1776136491123456' },
  ]
  const { document } = read(parameters, { document: envelope })
  expect(document).toMatchObject({ ...envelope, '@timestamp': '2026-04-14T03:14:51.123Z' })
})

it('the names of known parameters are case-insensitive in the newer streams', () => {
  expect(read([{ name: 'APP', value: 'a' }], { envelope: 'newer' }).block).toEqual({ client: { id: 'a' } })
})

it('a text that is too long to index stays out of the ECS field of a known parameter, and is reported', () => {
  const { other, document } = read([{ name: 'unknown', value: 'x'.repeat(9000) }])
  expect(String(other?.unknown)).toHaveLength(8191)
  expect(document.tags).toEqual(['truncated'])
})

it('the catalog of a parameter table contains every parameter, members of messages, and flattened unknown parameters', () => {
  expect(parameterFields('demo', table)).toMatchObject({
    'google_workspace.demo.client.id': { type: 'keyword' },
    'google_workspace.demo.bytes': { type: 'long' },
    'google_workspace.demo.groups': { type: 'keyword', list: true },
    'google_workspace.demo.meta.rule.key': { type: 'keyword' },
    'google_workspace.demo_other': { type: 'flattened' },
  })
  expect(Object.keys(parameterFields('demo', table))).not.toContain('google_workspace.demo.group.name')
})
