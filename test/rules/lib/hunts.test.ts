import { expect, it } from 'vitest'
import { huntSession } from '../../../dashboards/lib/kibana/search-object.ts'
import { loadContent } from '../../../mappings/kernel/discover.ts'
import { type Columns, checkEsql } from '../../../rules/lib/hunts/check-esql.ts'
import type { Hunt } from '../../../rules/lib/hunts/hunt.ts'
import { columnsOf } from '../../../rules/lib/hunts/render.ts'

const columns: Columns = new Map([
  ['@timestamp', { type: 'date' }],
  ['a.kind', { type: 'keyword', values: ['mail', 'file'] }],
  ['a.items', { type: 'long' }],
  ['a.new', { type: 'boolean' }],
])
const check = (query: string) => checkEsql(query, (index) => (index === 'logs' ? columns : undefined))
const stage = (text: string) => check(`FROM logs\n| ${text}`)

it.each([
  'WHERE a.kind == "mail" AND a.items > 3 AND a.new == true',
  'WHERE a.kind IN ("mail", "file") AND @timestamp < NOW() - 90 days',
  'EVAL seen = CASE(a.new == true, @timestamp, null)\n| SORT seen DESC',
  'STATS n = COUNT(*), last = MAX(@timestamp) BY a.kind\n| WHERE n >= 2\n| KEEP n, a.kind\n| LIMIT 10',
])('the check of a query accepts %s', (text) => expect(stage(text)).toEqual([]))

it.each([
  ['WHERE b == 1', 'b is not a column here'],
  ['WHERE a.kind == "mails"', 'a.kind never has the value "mails"'],
  ['WHERE a.items == "3"', 'a.items is of type long but is compared with "3"'],
  ['WHERE a.new == "true"', 'a.new is of type boolean but is compared with "true"'],
  ['WHERE LENGTH(a.kind) > 3', 'LENGTH is not a function that hunts support'],
  ['STATS n = COUNT(*) BY a.kind\n| SORT a.items', 'a.items is not a column here'],
  ['STATS COUNT(*) BY a.kind', 'COUNT has no name'],
  ['STATS n = CASE(a.new, 1, 2)', 'CASE is not an aggregation'],
  ['DROP a.kind', 'DROP is not a command that hunts support'],
  ['LIMIT many', 'LIMIT takes one number'],
  ['WHERE a.kind ~ "mail"', 'cannot read'],
])('the check of a query rejects %s', (text, problem) => expect(stage(text).join()).toContain(problem))

it('the check of a hunt query rejects another index, and a query without an index', () => {
  expect(check('FROM other\n| LIMIT 1')).toEqual(['other is not an index pattern of Consentry'])
  expect(check('ROW a = 1')).toHaveLength(1)
})

const hunts = await loadContent<Hunt>('rules/hunts', 'hunt')

it('the hunts have files with their IDs, and cover both vendors and the entity store', () => {
  expect(hunts.length).toBeGreaterThanOrEqual(12)
  for (const { file, value } of hunts) expect(file).toBe(`rules/hunts/${value.id}.hunt.ts`)
  const sources = hunts.map(({ value }) => /^FROM (\S+)/.exec(value.query)?.[1] ?? '')
  expect(sources.every((index) => columnsOf(index) !== undefined)).toBe(true)
  expect(sources.some((index) => index.startsWith('consentry-'))).toBe(true)
})

it('each hunt becomes a Discover session with its query', () => {
  const [first] = hunts
  const { attributes, references, type } = huntSession(first?.value as Hunt, 'consentry')
  const { searchSourceJSON } = attributes.kibanaSavedObjectMeta as { searchSourceJSON: string }
  expect([type, attributes.isTextBasedQuery, references.map((each) => each.type)]).toEqual(['search', true, ['tag']])
  expect(JSON.parse(searchSourceJSON)).toMatchObject({ query: { esql: first?.value.query }, index: { type: 'esql' } })
})

it('the Discover session of each hunt reads the indices of its namespace, and no others', () => {
  for (const { value } of hunts) {
    const { kibanaSavedObjectMeta: meta } = huntSession(value, 'other').attributes as Record<
      string,
      { searchSourceJSON: string }
    >
    const { query, index } = JSON.parse(meta?.searchSourceJSON ?? '')
    expect(query.esql).toMatch(/^FROM (?:logs-[\w.*]+|consentry-apps)-other\n/)
    expect(index.title).toMatch(/-other$/)
  }
})
