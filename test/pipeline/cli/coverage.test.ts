import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runProgram } from '../../../pipeline/cli/program.ts'

let printed: string
let input: string

beforeEach(() => {
  printed = ''
  input = join(mkdtempSync(join(tmpdir(), 'consentry-coverage-')), 'input.ndjson')
  const record = {
    CreationTime: '2026-03-11T09:14:27',
    Id: '00000000-0000-4000-8000-000000000001',
    Operation: 'Consent to application.',
    RecordType: 8,
    'Evil\u001b[2J\u202e': 'a\u009b\nb',
  }
  writeFileSync(input, `${JSON.stringify(record)}\n{"neither": "vendor"}\n`)
  vi.spyOn(console, 'log').mockImplementation((text) => {
    printed += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => void vi.restoreAllMocks())

const run = (...args: string[]) => runProgram(['node', 'consentry', 'coverage', ...args], '0.0.0')

it('prints tables that say where, without an escape sequence of a record', async () => {
  expect(await run(input)).toBe(3)
  expect(printed).toContain('2 records, 1 documents in 1 datasets')
  expect(printed).toMatch(/NOT IN THE CATALOG[^\n]*\n\s+1\s+o365\.audit\.Evil·\s+a··b\s+\S+input\.ndjson --record 0/)
  expect(printed).toMatch(/format_unknown[^\n]*--record 1/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

it('prints one object with --json', async () => {
  expect(await run(input, '--json')).toBe(3)
  expect(printed).not.toMatch(/[\u0080-\u009f\u202e]/)
  expect(JSON.parse(printed)).toMatchObject({
    records: 2,
    datasets: [{ dataset: 'o365.audit', unmapped: [{ count: 1, example: { record: '0' } }] }],
    blindRules: expect.any(Array),
  })
})
