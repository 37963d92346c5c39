import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits, type Located, locate } from '../../../../rules/lib/scenario/json-text.ts'

/** The value that a located text stands for. */
function toValue(located: Located): unknown {
  switch (located.kind) {
    case 'object':
      return Object.fromEntries([...located.members].map(([name, member]) => [name, toValue(member)]))
    case 'array':
      return located.elements.map(toValue)
    case 'string':
      return located.value
    case 'literal':
      return JSON.parse(located.text)
  }
}

it('finds the same value as JSON.parse, whatever the white space', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
      const text = ` ${JSON.stringify(JSON.parse(json), null, indent)}\n`
      expect(toValue(locate(text))).toEqual(JSON.parse(text))
    }),
  )
})

it('knows where every value stands', () => {
  const text = '{ "a": [1, "x\\"y"] }'
  const root = locate(text)
  const list = root.kind === 'object' ? root.members.get('a') : undefined
  const places = list?.kind === 'array' ? list.elements.map(({ start, end }) => text.slice(start, end)) : []
  expect(places).toEqual(['1', '"x\\"y"'])
})

it('applies edits in any order and leaves the rest alone', () => {
  const edits = [
    { start: 4, end: 5, text: 'zwei' },
    { start: 0, end: 1, text: '' },
  ]
  expect(applyEdits('1 3 2', edits)).toBe(' 3 zwei')
})

it('refuses what JSON.parse refuses', () => {
  expect(() => locate('{"a": }')).toThrow(SyntaxError)
})
