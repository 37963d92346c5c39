import { expect, it } from 'vitest'
import { commandBench } from '../../support/command-bench.ts'

const bench = commandBench()

const letter = {
  '@timestamp': '2026-03-11T00:00:00.000Z',
  code: 'format_unknown',
  detail: 'no format',
  source: 'a.ndjson',
  offset: '0',
  element: '',
  raw: '{}',
}

it.each(['list', 'replay'])('dead-letters %s refuses an unknown dataset, and suggests a known one', async (command) => {
  const file = bench.input('dead-letters.ndjson', `${JSON.stringify(letter)}\n`)
  const run = (dataset: string) => bench.run('dead-letters', command, '--file', file, '--dataset', dataset)
  expect(await run('azure.auditlog')).toBe(2)
  expect(bench.err).toContain('--dataset azure.auditlog: unknown dataset; did you mean "azure.auditlogs"?')
  expect(await run('zzz')).toBe(2)
  expect(bench.err).toContain('known datasets: ')
})

it('dead-letters list accepts a known dataset that has no dead letters', async () => {
  const file = bench.input('dead-letters.ndjson', `${JSON.stringify(letter)}\n`)
  expect(await bench.run('dead-letters', 'list', '--file', file, '--dataset', 'consentry.findings')).toBe(0)
  expect(bench.out).toBe('no dead letters\n')
})
