import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { csvTable } from '../../../pipeline/safe-output/inert-csv.ts'
import { inertCode, inertProse, markdownTable } from '../../../pipeline/safe-output/inert-markdown.ts'
import { rounds } from '../../support/deep.ts'

/** Texts that attackers put into the name of an application, and fragments to build more of them. */
const hostile = [
  ...'+1 -1 @SUM(A1) ＝1 ＋1 －1 ＠1 ;=1 x;"=1 |+1 " \' , ; | \\| \\\\| \\ ` `` ```'.split(' '),
  ...'@everyone @here <@U1> <!channel> a@evil.example https://evil.example www.evil.example evil.com'.split(' '),
  ...'mailto:a@b.example javascript:alert(1) [x](javascript:alert(1)) ![x](//evil.example/p.png) <!--'.split(' '),
  ...'&lt;b&gt; &#64;everyone *b* _i_ ~~s~~ --- === +++ ::: :smile: #123 GH-12 !7 deadbeef'.split(' '),
  ...'owner/repo#1 /close \n\n \u2028 \u202e \u200b \u001b]8;;//evil.example\u0007 \u009b31m \u3000 word'.split(' '),
  "=cmd|' /C calc'!A0",
  ...['\t=1', '\r=1', ' =1', '# h', '> q', '- l', '1. l', '1) l', '    code', ' '],
  '<img src=x onerror=alert(1)>',
  '[x]: //evil.example',
]

const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hostile) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join(' ')))

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const formula = /^(?!-\d+(?:\.\d+)?$)[\s"']*[=+\-@＝＋－＠]/

it('a CSV table is parsed back into the same cells', () => {
  const rows = [
    ['a "b", c', 'x;y'],
    ["it's", ''],
  ]
  expect(parse(csvTable(['A', 'B'], rows))).toEqual([['A', 'B'], ...rows])
})

it('a CSV table keeps a negative number, so that its ID can be joined with other files', () => {
  const ids = ['-8724317659271830472', '-1.5', '-1+1', '-A1', '--1']
  expect(csvTable(['A', 'B'], [ids])).toBe(`A,B\n"'-8724317659271830472",-1.5,"'-1+1","'-A1","'--1"`)
})

it('a CSV table contains no formula, whatever the delimiter', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const csv = csvTable(['A', 'B', 'C'], rows)
      const lines = csv.split('\n')
      expect(lines).toHaveLength(rows.length + 1)
      expect(lines.filter((line) => hidden.test(line))).toEqual([])
      expect(parse(csv)).toHaveLength(rows.length + 1)
      for (const delimiter of [',', ';', '|', '\t']) {
        for (const quote of ['"', false] as const) {
          const options = {
            delimiter,
            quote,
            relax_quotes: true,
            relax_column_count: true,
            skip_records_with_error: true,
          }
          const cells: string[] = parse(csv, options).flat()
          // An apostrophe makes the following characters plain text.
          expect(cells.filter((cell) => formula.test(cell) && !/^[\s"]*'/.test(cell))).toEqual([])
        }
      }
    }),
    { numRuns: rounds(500) },
  )
})

const renderer = new MarkdownIt({ html: true, linkify: true })

/** Characters that a renderer or a tracker could interpret outside of code. */
const active =
  /[@#<>`*_[\]\\|~^$&{}/=+]|\p{L}\.\p{L}|\b[a-z]+-\d|\b(?=\w*[a-f])[0-9a-f]{7,}\b|:\S+:|^\s*(?:\d+[.)]|[-+])\s/iu

function inlines(markdown: string) {
  const tokens = renderer.parse(markdown, {})
  return { types: tokens.map(({ type }) => type), children: tokens.flatMap(({ children }) => children ?? []) }
}

function expectInert(markdown: string, blocks: RegExp) {
  const { types, children } = inlines(markdown)
  expect(types.filter((type) => !blocks.test(type))).toEqual([])
  expect(children.filter(({ type }) => !/^(?:text|code_inline|softbreak)$/.test(type))).toEqual([])
  expect(children.filter(({ type, content }) => type === 'text' && active.test(content))).toEqual([])
  expect(markdown.split('\n').filter((line) => hidden.test(line))).toEqual([])
}

it.each(hostile)('Markdown prose with %j stays inert', (each) => {
  for (const sentence of [each, `The application ${each} was granted access.`, `(${each}), "${each}".`])
    expectInert(inertProse(sentence), /^(?:paragraph_|inline)/)
})

it('Markdown prose and code stay inert with any quoted text', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expectInert(inertProse(one), /^(?:paragraph_|inline)/)
      expectInert(`${inertCode(one)} is ${inertProse(other)}`, /^(?:paragraph_|inline)/)
    }),
    { numRuns: rounds(1000) },
  )
})

it('a Markdown table keeps its rows and columns', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const cells = rows.map(([a, b, c]) => [inertProse(a), inertCode(b), inertProse(c)])
      const markdown = markdownTable(['A', 'B', 'C'], cells).join('\n')
      expectInert(markdown, /^(?:table|thead|tbody|tr|th|td|inline)/)
      const { types } = inlines(markdown)
      expect(types.filter((type) => type === 'tr_open')).toHaveLength(rows.length + 1)
      expect(types.filter((type) => type === 'td_open')).toHaveLength(rows.length * 3)
    }),
    { numRuns: rounds(500) },
  )
})

it('Markdown prose keeps plain sentences, and puts text with an active meaning into code', () => {
  const plain = 'The third-party application (critical) was granted access by 1,000 accounts, on 2026-03-05.'
  expect(inertProse(plain)).toBe(plain)
  expect(inertProse('Name ., To ..., and @@, DeleteMessage')).toBe('Name `.`, To `...`, and `@@`, DeleteMessage')
  expect(inertProse('including "GET /messages?$search="password""')).toBe(
    'including "GET `/messages?$search="password"`"',
  )
  expect(inertProse('alice@contoso.example consented to Mail.Read, for “Evil <b> App”.')).toBe(
    '`alice@contoso.example` consented to `Mail.Read`, for “Evil `<b>` App”.',
  )
  expect(inertProse('It was revoked for mara@a`b.example (2026-03-12T09:00:00Z): its last token was valid.')).toBe(
    'It was revoked for `mara@a⟨U+0060⟩b.example` (`2026-03-12T09:00:00Z`): its last token was valid.',
  )
  expect(inertProse('Open [x](http://evil.example), now (at evil.example).')).toBe(
    'Open `[x](http://evil.example)`, now (at `evil.example`).',
  )
})

it('inert Markdown keeps closing parentheses outside the code span of the value before them', () => {
  const id = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
  expect(inertProse(`This is a view (application Sync Helper (${id})): it leaves out 7 alerts`)).toBe(
    `This is a view (application Sync Helper (\`${id}\`)): it leaves out 7 alerts`,
  )
})
