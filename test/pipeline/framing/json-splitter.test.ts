import fc from 'fast-check'
import { expect, it } from 'vitest'
import { JsonSplitter } from '../../../pipeline/framing/json-splitter.ts'
import { defaultLimits, type Piece, type SplitLimits } from '../../../pipeline/framing/piece.ts'
import { rounds } from '../../support/deep.ts'

const small: SplitLimits = { recordLimit: 120, pageThreshold: 60 }

function split(text: string | Buffer, chunkSizes: readonly number[] = [], limits: SplitLimits = small): Piece[] {
  const bytes = Buffer.from(text)
  const splitter = new JsonSplitter(limits)
  const pieces: Piece[] = []
  let from = 0
  for (let i = 0; from < bytes.length; i++) {
    const to = from + (chunkSizes[i % chunkSizes.length] ?? bytes.length)
    pieces.push(...splitter.push(bytes.subarray(from, to)))
    from = to
  }
  return [...pieces, ...splitter.end()]
}

const show = (pieces: readonly Piece[]) => pieces.map((piece) => piece.refused?.code ?? piece.text)

const page = (items: string) =>
  `{"kind":"page","value":[],"etag":{"items":[1]},"items":[${items}],"next":"after the items"}`
const long = (letter: string, length: number) => `{"a":"${letter.repeat(length)}"}`

const cases: readonly (readonly [title: string, text: string, pieces: readonly string[]])[] = [
  ['lines', '{"a":1}\n{"a":2}\r\n\n{"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ['lines padded with blanks and NUL', '{"a":1}  \0\0\n\0{"a":2}\0', ['{"a":1}', '{"a":2}']],
  ['lines with a comma behind', '{"a":1},\n{"a":2},\n', ['{"a":1}', '{"a":2}']],
  ['one value over many lines', '{\n "a": [\n  {"b": "}\\""}\n ]\n}\n', ['{\n "a": [\n  {"b": "}\\""}\n ]\n}']],
  ['values over many lines, one after the other', '{\n"a":1\n}\n{\n"a":2\n}', ['{\n"a":1\n}', '{\n"a":2\n}']],
  ['values without a separator', '{"a":1}{"a":2}[3,4]{"a":5}', ['{"a":1}', '{"a":2}', '3', '4', '{"a":5}']],
  ['elements of an array', '[{"a":1}, [2,[3]] ,"x,]", null,-1.5e3]', ['{"a":1}', '[2,[3]]', '"x,]"', 'null', '-1.5e3']],
  ['arrays appended to each other', '[{"a":1}]\r\n\r\n[{"a":2}]', ['{"a":1}', '{"a":2}']],
  ['a JSON text sequence (RFC 7464)', '\x1e{"a":1}\n\x1e{"a":2}\n', ['{"a":1}', '{"a":2}']],
  ['record separators', '{"a":1}\x1e{"a":2}\x1e', ['{"a":1}', '{"a":2}']],
  ['page breaks', '{"a":1}\f{"a":2}\f', ['{"a":1}', '{"a":2}']],
  ['line separators', '{"a":1}\u2028{"a":2}\u2028{"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ['paragraph separators', '{"a":1}\u2029{"a":2}', ['{"a":1}', '{"a":2}']],
  ['next-line characters', '{"a":1}\u0085{"a":2}\u0085', ['{"a":1}', '{"a":2}']],
  ['files with byte order marks appended', '\uFEFF{"a":1}\n\uFEFF{"a":2}', ['{"a":1}', '{"a":2}']],
  ['lines that are strings of JSON', '"{\\"a\\":1}"\n"{}"\n', ['"{\\"a\\":1}"', '"{}"']],
  [
    'arrays and long values among lines',
    '{"a":1}\n[{"b":1},{"b":2}]\n{\n"c":1\n}\n{"d":1}',
    ['{"a":1}', '{"b":1}', '{"b":2}', '{\n"c":1\n}', '{"d":1}'],
  ],
  ['text among the lines', 'banner\n{"a":1}\noops\n{"a":2}', ['banner', '{"a":1}', 'oops', '{"a":2}']],
  ['a line cut off in a string', '{"a":1}\n{"a":"x\n{"a":3}\n', ['{"a":1}', '{"a":"x', '{"a":3}']],
  ['a first line cut off', '{"a":{"b"\n{"a":2}\n', ['{"a":{"b"', '{"a":2}']],
  ['an array cut off before the next', '[{"a":1},{"a":{"b":2\n[{"a":3}]', ['{"a":1}', '{"a":{"b":2', '{"a":3}']],
  ['an array cut off in a string', '[{"a":1},{"a":"x\n[{"a":3}]', ['{"a":1}', '{"a":"x', '{"a":3}']],
  ['the rest of a file cut off', '[{"a":1},{"a":{"b', ['{"a":1}', '{"a":{"b']],
  ['an array cut off between elements', '[{"a":1},', ['{"a":1}', 'not_json']],
  [
    'the elements of a page over the threshold',
    page('{"i":1},{"i":[2]},{"i":"3"}'),
    ['{"i":1}', '{"i":[2]}', '{"i":"3"}'],
  ],
  [
    'more lists in a page over the threshold',
    `[${page('{"i":1},{"i":2},{"i":3}').slice(0, -1)}, "more" : [\n{"i":4}], "etag":"x"},{"y":1}]`,
    [
      ...['{"i":1}', '{"i":2}', '{"i":3}'],
      '{"kind":"page","value":[],"etag":{"items":[1]},"items":[],"next":"after the items", "more" : [\n{"i":4}], "etag":"x"}',
      '{"y":1}',
    ],
  ],
  [
    'lists around the elements of a page over the threshold',
    `{"a":[{"i":1}],"value":[{"i":2}],"b":[{"i":3}],"items":[${long('x', 60)},{"i":4}],"c":[{"i":5}]}`,
    [...['{"i":2}', long('x', 60), '{"i":4}'], '{"a":[{"i":1}],"value":[],"b":[{"i":3}],"items":[],"c":[{"i":5}]}'],
  ],
  [
    'a page in a page over the threshold',
    `{"a":[{"i":1}],"value":[{"b":[{"i":2}],"value":[${long('x', 60)}]},{"i":3}]}`,
    [long('x', 60), '{"b":[{"i":2}],"value":[]}', '{"i":3}', '{"a":[{"i":1}],"value":[]}'],
  ],
  [
    'the error of a page over the threshold, but no text that resembles a list',
    `{"value":[${long('x', 60)}],"error":{"code":1}}\n{"value":[${long('y', 60)}],"next":"[{"}`,
    [long('x', 60), '{"value":[],"error":{"code":1}}', long('y', 60)],
  ],
  [
    'a page over the threshold that is cut off after its elements',
    `{"value":[${long('x', 60)}],"error":{"co`,
    [long('x', 60), '{"value":[],"error":{"co'],
  ],
  [
    'a page over the threshold with a long rest',
    `{"a":"${'x'.repeat(30)}","value":[{"i":1}],"b":"${'y'.repeat(40)}","value":[{"i":2}],"c":"${'z'.repeat(40)}","value":[{"i":3}],"d":"${'z'.repeat(99)}"}\n{"y":1}`,
    ['{"i":1}', '{"i":2}', 'too_large', '{"y":1}'],
  ],
  ['a page under the threshold as one record', '{"items":[{"i":1},{"i":2}]}', ['{"items":[{"i":1},{"i":2}]}']],
  [
    'lines after a large page',
    `{"x":1}\n${page('{"i":1},{"i":2}')}\n{"y":1}`,
    ['{"x":1}', '{"i":1}', '{"i":2}', '{"y":1}'],
  ],
  ['a small page cut off', '{"value":[{"i":1},{"i":2},{"i":', ['{"i":1}', '{"i":2}', '{"i":', 'not_json']],
  ['a small page cut off after its array', '{"value":[{"i":1}],"n', ['{"i":1}', '"n', 'not_json']],
  ['a small page cut off at the end of its array', '{"kind":"list","items":[{"i":1}]', ['{"i":1}', 'not_json']],
  ...['"Operation":"x"', '"RecordType":1', '"kind":"admin#reports#activity"'].map(
    (member): [string, string, string[]] => {
      const record = `{${member},"value":[{"i":1}],`
      return [`a record with ${member} cut off`, record, [record]]
    },
  ),
  [
    'a small page cut off before another',
    '{"value":[{"i":1},{"i"\n{"i":3}\n',
    ['{"i":1}', '{"i"', 'not_json', '{"i":3}'],
  ],
  ['a page within a page cut off', '{"value":[{"value":[{"i":1},{', ['{"value":[{"i":1},{', 'not_json']],
  ['a page cut off', page('{"i":1},{"i":2').split('],"next"', 1).join(), ['{"i":1}', '{"i":2']],
  ['a record between threshold and limit', `${long('x', 80)}\n{"b":1}`, [long('x', 80), '{"b":1}']],
  ['a record over the limit', `[{"a":1},${long('y', 500)},{"b":1}]`, ['{"a":1}', 'too_large', '{"b":1}']],
  ['a line over the limit', `{"a":1}\n${long('[', 500)}\n{"b":1}`, ['{"a":1}', 'too_large', '{"b":1}']],
  ['text over the limit', `${'z'.repeat(500)}\n{"b":1}`, ['too_large', '{"b":1}']],
  ['stray closing brackets', '}]\n{"a":1}', ['}]', '{"a":1}']],
  ['nothing', ' \r\n\0', []],
]

it.each(cases)('JsonSplitter finds %s', (_, text, pieces) => {
  expect(show(split(text))).toEqual(pieces)
})

it.each(cases)('JsonSplitter finds %s for any division of the bytes', (_, text) => {
  const whole = split(text)
  for (let size = 1; size < 12; size++) expect(split(text, [size])).toEqual(whole)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 }), (sizes) => {
      expect(split(text, sizes)).toEqual(whole)
    }),
    { numRuns: rounds(30) },
  )
})

const layouts: readonly (readonly [name: string, write: (values: readonly unknown[]) => string])[] = [
  ['lines', (values) => values.map((value) => JSON.stringify(value)).join('\n')],
  ['lines with CRLF at the end', (values) => values.map((value) => `${JSON.stringify(value)}\r\n`).join('')],
  ['an array', (values) => JSON.stringify(values)],
  ['an indented array', (values) => JSON.stringify(values, null, 2)],
  ['arrays of one', (values) => values.map((value) => JSON.stringify([value])).join('\r\n\r\n')],
  ['indented values', (values) => values.map((value) => JSON.stringify(value, null, 4)).join('\n')],
  ['values without a separator', (values) => values.map((value) => JSON.stringify(value)).join('')],
  ['a large page', (values) => JSON.stringify({ kind: 'p', items: values, filler: 'f'.repeat(4000) })],
]

it.each(layouts)('JsonSplitter returns all objects that are written as %s, for any chunks', (name, write) => {
  const limits = { recordLimit: 1e6, pageThreshold: name === 'a large page' ? 1000 : 1e6 }
  const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }), {
    minLength: 1,
  })
  const chunks = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1 })
  fc.assert(
    fc.property(objects, chunks, (values, sizes) => {
      const parsed = split(write(values), sizes, limits).map((piece) => JSON.parse(piece.text) as unknown)
      expect(parsed).toEqual(JSON.parse(JSON.stringify(values)))
    }),
  )
})

it('JsonSplitter splits any bytes identically for any chunks, and keeps every line with text', () => {
  const bit = fc.constantFrom(...'{}[]"\\,:\n a1é\uFEFF', '{"a":1}', '\n{"b":2}\n')
  fc.assert(
    fc.property(
      fc.array(bit, { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (bits, sizes) => {
        const text = bits.join('')
        const whole = split(text)
        expect(split(text, sizes)).toEqual(whole)
        if (/[^\s,[\]\uFEFF]/.test(text)) expect(whole.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: rounds(2000) },
  )
})

it.each(layouts)('JsonSplitter keeps its position over megabytes of %s while its buffer moves', (_, write) => {
  const values = Array.from({ length: 4000 }, (_, i) => ({
    i,
    text: `\\"${'x'.repeat((i * 7919) % 977)}`,
    list: [{ i }],
  }))
  const bytes = write(values)
  for (const sizes of [[10_007], [65_536, 1], [70_001, 3, 40_000], [1_000_000]]) {
    const pieces = split(bytes, sizes, { recordLimit: 1e6, pageThreshold: 1e5 })
    expect(pieces.map((piece) => JSON.parse(piece.text) as unknown)).toEqual(values)
  }
})

it('JsonSplitter keeps only the beginning of a record above the size limit', () => {
  const [piece] = split(long('x', 1_000_000), [65_536], { recordLimit: 200_000, pageThreshold: 100_000 })
  expect(piece?.refused).toEqual({ code: 'too_large', detail: 'the record is longer than 200000 bytes' })
  expect(piece?.text.length).toBe(65_536)
})

it('JsonSplitter keeps only the beginning of a long incomplete rest', () => {
  const pieces = split(`[{"a":"${'x'.repeat(150_000)}`, [65_536], { recordLimit: 200_000, pageThreshold: 160_000 })
  expect(pieces).toHaveLength(1)
  expect(pieces[0]?.text.length).toBe(65_536)
})

it('JsonSplitter returns the elements of a truncated page with more elements than a call can have arguments', () => {
  expect(split(`{"value":[${'{},'.repeat(300_000)}`, [], defaultLimits)).toHaveLength(300_002)
})
