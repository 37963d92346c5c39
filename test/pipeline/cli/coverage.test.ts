import { beforeEach, expect, it } from 'vitest'
import { commandBench } from '../../support/command-bench.ts'
import { audit } from '../../support/native-samples.ts'

const bench = commandBench()

let input: string

beforeEach(() => {
  const record = { ...audit, 'Evil\u001b[2J\u202e': 'a\u009b\nb' }
  input = bench.input('input.ndjson', `${JSON.stringify(record)}\n{"neither": "vendor"}\n`)
})

const run = (...args: string[]) => bench.run('coverage', ...args)

it('consentry coverage prints tables with record positions, without escape sequences from records', async () => {
  expect(await run(input)).toBe(3)
  expect(bench.out).toContain('2 records, 1 document in 1 dataset')
  expect(bench.out).toMatch(
    /NOT IN THE CATALOG[^\n]*\n\s+1\s+o365\.audit\.Evil⟨U\+001B⟩\[2J⟨U\+202E⟩\s+a⟨U\+009B⟩ b\s+--record 0 \S+input\.ndjson/,
  )
  expect(bench.out).toMatch(/format_unknown[^\n]*--record 1/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(bench.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

it('consentry coverage prints one object with --json', async () => {
  expect(await run(input, '--json')).toBe(3)
  expect(bench.out).not.toMatch(/[\u0080-\u009f\u202e]/)
  expect(JSON.parse(bench.out)).toMatchObject({
    records: 2,
    datasets: [{ dataset: 'o365.audit', unmapped: [{ count: 1, example: { record: '0' } }] }],
    blindRules: expect.any(Array),
  })
})
