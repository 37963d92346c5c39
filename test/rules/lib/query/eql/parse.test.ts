import { expect, test } from 'vitest'
import { parseEql } from '../../../../../rules/lib/query/eql/parse.ts'
import { printEql } from '../../../../../rules/lib/query/eql/print.ts'

function printed(text: string): string {
  const parsed = parseEql(text)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return printEql(parsed.query)
}

/** Returns the code of the problem, the marked text, the message and the hint. */
function refused(text: string): string {
  const parsed = parseEql(text)
  if (parsed.ok) return 'accepted'
  const { code, span, message, hint } = parsed.problem
  return `${code} [${text.slice(span.start, span.end)}] ${message}${hint === undefined ? '' : `; ${hint}`}`
}

test.each([
  // `or` binds more weakly than `and`, and `and` more weakly than `not`; `not` binds more weakly than a comparison.
  ['any where not a == 1 and b == 2 or c == 3', 'any where not a == 1 and b == 2 or c == 3'],
  ['any where not (a == 1 and b == 2)', 'any where not (a == 1 and b == 2)'],
  ['any where (a == 1 or b == 2) and c', 'any where (a == 1 or b == 2) and c'],
  ['any where a not in ("x", "y")', 'any where not a in ("x", "y")'],
  ['any where a : "x"', 'any where a : "x"'],
  ['any where a like~ ("x*", "y?")', 'any where a like~ ("x*", "y?")'],
  ['any where 1 - (2 - 3) * -4 == a', 'any where 1 - (2 - 3) * -4 == a'],
  ['any where 4.0 / a == 1', 'any where 4.0 / a == 1'],
  ['any where startsWith~(a.b, "x")', 'any where startsWith~(a.b, "x")'],
  ['any where ?a.`my-field`.`and` != null', 'any where ?a.`my-field`.`and` != null'],
  ['iam where true // why\n', 'iam where true'],
  ['"my-category" /* dashes */ where true', '"my-category" where true'],
])('a query is read as Elasticsearch reads it: %s', (text, wanted) => {
  expect(printed(text)).toBe(wanted)
})

test('EQL strings keep escaped characters, and raw strings keep all characters', () => {
  expect(printed(String.raw`any where a == "C:\\x \"y\" \u{2013}"`)).toBe(String.raw`any where a == "C:\\x \"y\" –"`)
  expect(printed(String.raw`any where a == """C:\x "y"""" `)).toBe(String.raw`any where a == "C:\\x \"y\""`)
})

test('a parsed sequence keeps its keys, time span, runs, missing events and end condition', () => {
  const text = [
    'sequence by a, ?b with maxspan=15m',
    '  [any where x == 1] by c with runs=3',
    '  ![iam where true] by d',
    '  [any where y == 1] by c',
    'until [any where z] by d',
  ].join('\n')
  expect(printed(text)).toBe(text)
})

test.each([
  ['', 'Q001 [] the query is empty; write any where … or sequence …'],
  ['any wehre a', 'Q001 [wehre] expected where, found "wehre"; did you mean "where"?'],
  ['any where a = 1', 'Q001 [=] = does not compare; write == (or : to ignore upper and lower case)'],
  ["any where a == 'x'", "Q001 ['] EQL has no single quotes; put the value in double quotes"],
  ['any where a : x', 'Q001 [x] expected a value after :, found "x"; put text in double quotes'],
  ['any where a == 1 AND b == 2', 'Q001 [AND] AND is not a keyword; write and'],
  ['any where a < 1 < 2', 'Q001 [<] comparisons cannot be chained; join two comparisons with and'],
  ['any where (a == 1', 'Q001 [(] the parenthesis is never closed'],
  ['any where a == "x', 'Q001 ["x] the quotation mark is never closed; end the value with "'],
  [
    String.raw`any where a == "\d"`,
    String.raw`Q001 [\d] \d is not an escape; write \\ for a backslash, or put the value in three quotation marks`,
  ],
  ['any where startWith(a, "x")', 'Q001 [startWith] there is no function startWith; did you mean "startsWith"?'],
  [
    'any where wildcard(a, "x*")',
    'Q004 [wildcard] Elasticsearch has no function wildcard; write field like ("a*", "b*")',
  ],
  ['any where a regex "x"', 'Q004 [regex] regular expressions are not evaluated offline; write like, with * and ?'],
  ['any where a not like "x"', 'Q001 [not] write not before the whole comparison; write not field like …'],
  ['any where (a == 1) == 2', 'Q001 [a == 1] expected a value, found a condition'],
  ['any where a[0] == 1', 'Q004 [[] Elasticsearch has no array positions; write only a: any value counts'],
  ['any where a | tail 5', 'Q004 [|] a pipe would hide alerts; remove it: a rule alerts on every match of the query'],
  [
    'sample by a [any where b]',
    'Q004 [sample] samples are not evaluated offline; write a sequence, or one rule for each event',
  ],
  [
    'sequence [any where a]',
    'Q001 [sequence [any where a]] a sequence has at least two steps; write any where … for a single event',
  ],
  [
    'sequence with maxspan=5 [any where a] [any where b]',
    'Q001 [5] the time span has no valid unit; one of ms, s, m, h, d: 15m',
  ],
  [
    'sequence [any where a] ![any where b]',
    'Q001 [![any where b]] ![…] needs a time span; write sequence by … with maxspan=…',
  ],
  [
    'sequence with maxspan=1h ![any where a] ![any where b]',
    'Q001 [sequence with maxspan=1h ![any where a] ![any where b]] a sequence needs at least one event that occurs',
  ],
  [
    'sequence [any where a] by x [any where b]',
    'Q001 [[any where b]] every step joins by the same number of fields; the first has 1',
  ],
  [
    'sequence with maxspan=1h by a [any where a] [any where b]',
    'Q001 [by] write by before with maxspan; write sequence by … with maxspan=…',
  ],
  ['sequence [any where a] with runs=101', 'Q001 [101] runs is a whole number from 1 to 100'],
  ['any where a b', 'Q001 [b] expected and, or, an operator, or the end of the query, found "b"'],
])('an unreadable query is refused with the position and a correction: %s', (text, wanted) => {
  expect(refused(text)).toBe(wanted)
})

test('hostile nesting in an EQL query does not exhaust the stack', () => {
  expect(refused(`any where ${'('.repeat(50_000)}a`)).toMatch(/more than 100 nested levels/)
  expect(refused(`any where ${'not '.repeat(50_000)}a`)).toMatch(/more than 100 nested levels/)
  expect(refused(`any where ${'- '.repeat(50_000)}a`)).toMatch(/more than 100 nested levels/)
})
