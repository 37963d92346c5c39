import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import {
  parameterFields,
  parametersStep,
  parameterValue,
} from '../../../../../mappings/lib/derive/google/parameters.ts'
import type { Draft } from '../../../../../mappings/lib/derive/step.ts'

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
} as const

function read(parameters: unknown, prefix?: string) {
  const step = parametersStep({ stream: 'demo', table, ...(prefix !== undefined && { prefix }) })
  const vendor: JsonObject = {}
  const document = { event: {} } as JsonObject
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

describe('the value of a parameter', () => {
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
  ])('is read from %j', (slots, value) => {
    expect(parameterValue(slots as JsonObject)).toEqual(value)
  })

  it('comes from the last slot that holds something', () => {
    expect(parameterValue({ value: 'a', multiValue: ['b'] })).toEqual(['b'])
    expect(parameterValue({ value: 'a', multiValue: [], messageValue: { parameter: [] } })).toBe('a')
  })

  it('is absent when no slot holds anything', () => {
    expect(parameterValue({ name: 'a' })).toBeUndefined()
    expect(parameterValue({ value: '', multiValue: [''], intValue: null })).toBeUndefined()
  })

  it('follows messages inside messages', () => {
    const inner = { name: 'b', multiMessageValue: [{ parameter: [{ name: 'c.d', multiValue: ['x'] }] }] }
    expect(
      parameterValue({ messageValue: { parameter: [{ name: 'a', messageValue: { parameter: [inner] } }] } }),
    ).toEqual({
      a: { b: [{ c_d: ['x'] }] },
    })
  })

  it('ends at a depth that Elasticsearch takes', () => {
    let message: JsonObject = { name: 'end', value: 'x' }
    for (let i = 0; i < 5000; i++) message = { name: 'm', messageValue: { parameter: [message] } }
    expect(() => parameterValue(message)).not.toThrow()
    expect(parameterValue(message)).toBeUndefined()
  })
})

describe('the parameters of a stream', () => {
  it('go where the table says, in the type it says', () => {
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

  it('keep the first value when a name repeats', () => {
    expect(
      read([
        { name: 'app', value: 'a' },
        { name: 'app', value: 'b' },
      ]).block,
    ).toEqual({ client: { id: 'a' } })
    const { block, other } = read([
      { name: 'new', value: 'a' },
      { name: 'new', value: 'b' },
    ])
    expect(block).toEqual({ new: 'a' })
    expect(other).toEqual({ new: 'a' })
  })

  it('keep name and place when the table does not know them, and are stored once more', () => {
    const { block, other } = read([{ name: 'brand.new', boolValue: true }])
    expect(block).toEqual({ brand_new: true })
    expect(other).toEqual({ brand_new: true })
  })

  it('leave out the prefix of the stream', () => {
    expect(read([{ name: 'demo_kind', value: 'a' }], 'demo_').block).toEqual({ kind: 'a' })
  })

  it('never put a value where its field cannot take it', () => {
    const { block, other } = read([
      { name: 'app', messageValue: { parameter: [{ name: 'a', value: 'b' }] } },
      { name: 'bytes', value: 'many' },
      { name: 'address', value: 'unknown' },
      { name: 'tree', value: 'text' },
      { name: 'meta', value: 'text' },
      { name: 'client', value: 'would stand in the way of client.id' },
    ])
    expect(block).toEqual({})
    expect(other).toEqual({
      app: { a: 'b' },
      bytes: 'many',
      address: 'unknown',
      tree: 'text',
      meta: 'text',
      client: 'would stand in the way of client.id',
    })
  })

  it('keep the members of a message that its table does not know', () => {
    const { block, other } = read([{ name: 'meta', messageValue: { parameter: [{ name: 'new', value: 'x' }] } }])
    expect(block).toEqual({ meta: { new: 'x' } })
    expect(other).toEqual({ meta: { new: 'x' } })
  })

  it('are not fooled by names that every object has', () => {
    const { block } = read([
      { name: '__proto__', value: 'a' },
      { name: 'constructor', value: 'b' },
    ])
    expect(Object.getPrototypeOf(block)).toBe(Object.prototype)
    expect(block).toEqual({ __proto___: 'a', constructor_: 'b' })
  })

  it('are a problem when they are not a list or have no name', () => {
    expect(read({ app: 'a' }).problems).toEqual(['events.parameters is not a list'])
    expect(read([{ value: 'a' }]).problems).toEqual(['a parameter has no name'])
    expect(read(undefined).problems).toEqual([])
  })
})

describe('the catalogue of a parameter table', () => {
  it('has the place of every parameter, of members of messages, and the flattened rest', () => {
    expect(parameterFields('demo', table)).toMatchObject({
      'google_workspace.demo.client.id': { type: 'keyword' },
      'google_workspace.demo.bytes': { type: 'long' },
      'google_workspace.demo.groups': { type: 'keyword', list: true },
      'google_workspace.demo.meta.rule.key': { type: 'keyword' },
      'google_workspace.demo_other': { type: 'flattened' },
    })
    expect(Object.keys(parameterFields('demo', table))).not.toContain('google_workspace.demo.group.name')
  })
})
