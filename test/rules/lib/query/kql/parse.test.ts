import fc from 'fast-check'
import { expect, it } from 'vitest'
import { join, type Node } from '../../../../../rules/lib/query/kql/ast.ts'
import { parseKql } from '../../../../../rules/lib/query/kql/parse.ts'
import { printKql } from '../../../../../rules/lib/query/kql/print.ts'

function printed(text: string): string {
  const parsed = parseKql(text)
  if (!parsed.ok) throw new Error(`${parsed.problem.message} at ${parsed.problem.span.start}`)
  return printKql(parsed.node)
}

it.each([
  ['or binds weaker than and', 'a:1 or b:2 and c:3', 'a: "1" or b: "2" and c: "3"'],
  ['not binds to one clause', 'not a:1 and b:2', 'not a: "1" and b: "2"'],
  ['parentheses change the order', '(a:1 or b:2) and c:3', '(a: "1" or b: "2") and c: "3"'],
  ['needless parentheses go', '((a:1) and (b:2 and c:3))', 'a: "1" and b: "2" and c: "3"'],
  ['keywords have any case', 'a:1 AND NOT b:2 Or c:3', 'a: "1" and not b: "2" or c: "3"'],
  ['value lists are spread', 'a:(x or y and not z)', 'a: "x" or a: "y" and not a: "z"'],
  ['lists may be nested', 'a:(x and (y or "z z"))', 'a: "x" and (a: "y" or a: "z z")'],
  ['unquoted values run on across blanks', 'a: b  c and d: e', 'a: "b  c" and d: "e"'],
  ['a star alone asks for existence', 'a.b:*', 'a.b: *'],
  ['two stars are one', 'a: x**y', 'a: x*y'],
  ['*:* matches everything', '*:* and a:1', '*:* and a: "1"'],
  ['a quoted star is a letter', 'a:"x*"', 'a: "x*"'],
  ['an escaped star is a letter', 'a:x\\*y*', 'a: x\\*y*'],
  ['ranges', 'n >= 2 and n<3', 'n >= "2" and n < "3"'],
  ['escapes in quotes', 'a:"say \\"hi\\" \\\\ \\u0041 C:\\dir"', 'a: "say \\"hi\\" \\\\ A C:\\\\dir"'],
  ['escapes in words', 'a:b\\:c\\(d\\) and e:\\and', 'a: "b:c(d)" and e: "and"'],
  ['a unicode escape', 'a:\\u00e9t\\u00e9', 'a: "été"'],
  ['quoted field names', '"a b":c', '"a b": "c"'],
  ['single quotes are letters', "a:'b'", `a: "'b'"`],
  ['line breaks are blanks', 'a:1\n  and b:2', 'a: "1" and b: "2"'],
  ['a keyword inside a word is a word', 'a:android and b:notes', 'a: "android" and b: "notes"'],
])('a query that Kibana accepts %s', (_, text, expected) => {
  expect(printed(text)).toBe(expected)
  expect(printed(expected)).toBe(expected)
})

it.each([
  ['', 'Q001', 0, 'empty'],
  ['a:', 'Q001', 2, 'expected a value for a, found the end'],
  ['a:1 and', 'Q001', 4, 'and has no value after it'],
  ['a: b OR', 'Q001', 5, 'or has no value after it'],
  ['not', 'Q001', 0, 'not has no value after it'],
  ['and a:1', 'Q001', 0, 'expected a field name, found "and"'],
  ['a:1 and or b:2', 'Q001', 8, 'expected a field name, found "or"'],
  ['a: not b', 'Q001', 3, 'not is not allowed right after the colon'],
  ['a:(b or c', 'Q001', 2, 'never closed'],
  ['(a:1', 'Q001', 0, 'never closed'],
  ['a:1)', 'Q001', 3, 'expected and, or, or the end of the query, found ")"'],
  ['a:"b', 'Q001', 2, 'quotation mark is never closed'],
  ['a: b c: d', 'Q001', 5, 'and or or is missing before "c"'],
  ['a: "b" c', 'Q001', 7, 'expected and, or, or the end of the query, found "c"'],
  ['a: b "c"', 'Q001', 5, 'missing before the quoted value'],
  ['a:"b"and c:d', 'Q001', 5, 'a space is missing before "and"'],
  ['a:b and(c:d)', 'Q001', 4, 'a space is missing after "and"'],
  ['a:null', 'Q001', 2, 'null is not a value'],
  ['a > 1*', 'Q001', 4, 'no wildcards'],
  ['a:b\\x', 'Q001', 3, '\\x is not an escape'],
  ['word', 'Q004', 0, 'word has no field'],
  ['"two words" and a:1', 'Q004', 0, 'has no field'],
  ['a:{ b:c }', 'Q004', 0, 'nested queries'],
  ['a.*: b', 'Q004', 0, 'field name with wildcards'],
  ['a: foo bar*', 'Q004', 3, 'space in a wildcard value'],
  ['a:\\not', 'Q004', 2, 'line break'],
])('an invalid query reports the position and the reason: %j', (text, code, start, message) => {
  const parsed = parseKql(text)
  expect(parsed.ok).toBe(false)
  if (parsed.ok) return
  expect(parsed.problem).toMatchObject({ code, span: { start } })
  expect(parsed.problem.message).toContain(message)
})

it('an invalid query reports a misspelled operator', () => {
  const parsed = parseKql('a: b adn c: d')
  expect(parsed).toMatchObject({ problem: { hint: 'did you mean "and"?' } })
})

it('hostile nesting in a KQL query does not overflow the stack', () => {
  expect(parseKql('('.repeat(100_000))).toMatchObject({ ok: false, problem: { code: 'Q001' } })
  expect(parseKql(`${'a:('.repeat(50_000)}x`)).toMatchObject({ ok: false })
})

const span = { start: 0, end: 0 }
const text = fc.oneof(fc.constantFrom('consent', 'and', 'not', 'null', 'a b', '*', '\\', '"', ':', '\n'), fc.string())
const segment = fc.string({ unit: fc.constantFrom('a', 'or', '\\', '"', ':', '(', '<', '*', '{', 'é') })
/** At least two; only the first and the last can be empty. */
const segments = fc
  .tuple(segment, fc.array(segment, { maxLength: 2 }), segment)
  .map(([first, middle, last]) => [first, ...middle.filter((text) => text !== ''), last])
const named = fc
  .constantFrom('a', 'oauth.app.id', '@timestamp', 'and', 'with blank')
  .map((field) => ({ field, fieldSpan: span, span }))
const leaf: fc.Arbitrary<Node> = fc.oneof(
  named.map((name): Node => ({ ...name, kind: 'exists' })),
  fc.tuple(named, text).map(([name, value]): Node => ({ ...name, kind: 'is', value, valueSpan: span })),
  fc
    .tuple(named, segments)
    .filter(([, texts]) => texts.join('') !== '')
    .map(([name, texts]): Node => ({ ...name, kind: 'like', segments: texts, valueSpan: span })),
  fc
    .tuple(named, fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), text)
    .map(([name, operator, value]): Node => ({ ...name, kind: 'range', operator, value, valueSpan: span })),
)
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('tree').map((of): Node => ({ kind: 'not', of, span })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 4 }))
      .map(([kind, of]) => join(kind, of, span)),
  ),
}))

/** Removes the source positions. */
const bare = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node, (key, value) => (/span$/i.test(key) ? undefined : value)))

it('every printed KQL tree parses back to the same tree', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const parsed = parseKql(printKql(node))
      expect(parsed.ok && bare(parsed.node)).toEqual(bare(node))
    }),
  )
})

it('the position of a parsed query or of its error is inside the query text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '(', ')', '"', '*', 'not ', ' or ', '\\', '<') }),
      ),
      (query) => {
        const parsed = parseKql(query)
        const { start, end } = parsed.ok ? parsed.node.span : parsed.problem.span
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(query.length)
        expect(start).toBeLessThanOrEqual(end)
      },
    ),
  )
})
