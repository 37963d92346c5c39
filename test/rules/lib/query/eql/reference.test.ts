// Compares our evaluation with that of the PyPI package `eql`: reference.py makes reference.json.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogOf } from '../../../../../rules/lib/query/catalog.ts'
import { checkEqlQuery } from '../../../../../rules/lib/query/eql/check.ts'
import { eventFormula } from '../../../../../rules/lib/query/eql/evaluate.ts'
import { parseEql } from '../../../../../rules/lib/query/eql/parse.ts'
import { printEql } from '../../../../../rules/lib/query/eql/print.ts'
import { compileSequence } from '../../../../../rules/lib/query/eql/sequence.ts'

interface Reference {
  readonly events: readonly { readonly id: number; readonly time: number }[]
  /** A query, and the ids of its results; for a sequence, the ids of its events. */
  readonly cases: readonly (readonly [string, readonly (readonly number[])[]])[]
}

const { events, cases } = JSON.parse(readFileSync(new URL('reference.json', import.meta.url), 'utf8')) as Reference

const catalog = catalogOf({
  name: { type: 'keyword' },
  step: { type: 'keyword' },
  user: { type: 'keyword' },
  team: { type: 'long' },
  size: { type: 'long' },
  flag: { type: 'boolean' },
  address: { type: 'ip' },
})

function found(text: string): number[][] {
  const parsed = parseEql(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`)
  const { query } = parsed
  if (query.kind === 'event') {
    const { holds } = eventFormula(query, catalog)
    return events.filter(holds).map(({ id }) => [id])
  }
  const run = compileSequence(query, catalog).open()
  const stream = events.map((document) => ({ document, time: document.time * 1000 }))
  return [...stream.flatMap((event) => run.push(event)), ...run.end()].map((sequence) =>
    sequence.events.map(({ document }) => (document as { id: number }).id),
  )
}

test('every query finds the same events as the reference', () => {
  const differing = cases.flatMap(([query, wanted]) => {
    const ours = found(query)
    return JSON.stringify(ours) === JSON.stringify(wanted)
      ? []
      : [`${query}\n  wanted ${JSON.stringify(wanted)}\n  ours   ${JSON.stringify(ours)}`]
  })
  expect(cases.length).toBeGreaterThan(400)
  expect(cases.filter(([, wanted]) => wanted.length > 0).length).toBeGreaterThan(cases.length / 2)
  expect(differing.join('\n')).toBe('')
})

test('the checker reports only missing time spans in the queries of the reference', () => {
  const problems = cases.flatMap(([text]) => {
    const parsed = parseEql(text)
    return parsed.ok ? checkEqlQuery(parsed.query, catalog).filter(({ code }) => code !== 'Q007') : [parsed.problem]
  })
  expect(problems).toEqual([])
})

test('a printed query has the same meaning as its source', () => {
  const differing = cases.filter(([text]) => {
    const parsed = parseEql(text)
    if (!parsed.ok) return true
    const printed = printEql(parsed.query)
    const again = parseEql(printed)
    return (
      !again.ok || printEql(again.query) !== printed || JSON.stringify(found(printed)) !== JSON.stringify(found(text))
    )
  })
  expect(differing.join('\n')).toBe('')
})
