// No command prints a character from a record or from its command line that a terminal would interpret.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { commandBench } from '../../support/command-bench.ts'

const bench = commandBench('m365/tenant-wide-consent')

const vendors = join(packageRoot, 'mappings/vendors')
const samples = [
  'm365/samples/audit/consent-tenant-wide.raw.json',
  'google-workspace/samples/token/token-authorize-device.raw.json',
]
/** ANSI and C1 sequences, line breaks, marks of direction, a zero-width space, signs that look like nothing. */
const hostile = '\u001b[2J\u001b]0;x\u0007\u009b31m\r\n\u2028\u202e\u2066\u200b\u007f\u034f\u115f\u2800\u3164'
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const acts = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\u2800\p{Default_Ignorable_Code_Point}]/u
const appId = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'

/** Members that determine the mapping and the time of a record. */
const decisive = new Set(['CreationTime', 'Operation', 'Workload', 'time', 'applicationName', 'name', 'kind', 'type'])

function poison(value: unknown, member = ''): unknown {
  if (typeof value === 'string') return decisive.has(member) || value === appId ? value : `${value}${hostile}`
  if (Array.isArray(value)) return value.map((each) => poison(each, member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries([
    ...Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]),
    [`Odd${hostile}`, hostile],
  ])
}

let input: string

beforeEach(() => {
  input = bench.path(`records${hostile.replaceAll('/', '')}.ndjson`)
  const records = samples.map((name) => JSON.parse(readFileSync(join(vendors, name), 'utf8')))
  const values = [...records.map((record) => poison(record)), ...records.map((record) => poison(record)), poison({})]
  values.push({ ...records[0], CreationTime: hostile })
  writeFileSync(input, `${values.map((value) => JSON.stringify(value)).join('\n')}\n{"broken${hostile}\n`)
})

it.each([
  ['hunt', 'PATH', '--out', 'OUT', '--apps'],
  ['hunt', 'PATH', '--out', 'OUT', '--verbose'],
  ['hunt', 'PATH', '--out', 'OUT', '--json'],
  ['hunt', 'PATH', '--out', 'OUT', '--min-severity', hostile],
  ['hunt', 'PATH', '--out', 'OUT', hostile],
  [hostile],
  ['hunt', `--${hostile}`],
  ['hunt', 'PATH', '--out', 'OUT', '--quiet'],
  ['normalize', 'PATH'],
  ['coverage', 'PATH'],
  ['coverage', '--json', 'PATH'],
  ['explain', '--record', '0', 'PATH'],
  ['explain', '--record', '0', '--history', 'PATH'],
  ['explain', '--record', '0', '--json', 'PATH'],
  ['explain', '--record', '1', 'PATH'],
  ['explain', '--record', '4', 'PATH'],
  ['explain', '--record', '99', 'PATH'],
  ['explain', '--id', hostile, 'PATH'],
  ['apps', 'PATH'],
  ['apps', '--format', 'csv', 'PATH'],
  ['apps', '--format', 'json', 'PATH'],
  ['apps', '--format', 'markdown', 'PATH'],
  ['apps', 'review', '--state', 'STATE', 'PATH'],
  ['apps', 'show', appId, 'PATH'],
  ['apps', 'show', appId, '--json', 'PATH'],
  ['apps', 'contain', appId, 'PATH'],
])('%s %s %s %s %s', async (...args) => {
  const names: Readonly<Record<string, string>> = {
    PATH: input,
    OUT: bench.path('out'),
    STATE: bench.path('review.json'),
  }
  await bench.run(...args.map((arg) => names[arg] ?? arg))
  expect(bench.printed.length).toBeGreaterThan(40)
  expect(bench.printed.match(acts)?.[0]).toBeUndefined()
  expect(bench.printed).not.toContain('unexpected error')
})
