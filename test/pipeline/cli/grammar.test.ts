import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, it, vi } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { makeProgram } from '../../../pipeline/cli/program.ts'
import { commandBench } from '../../support/command-bench.ts'

const bench = commandBench()
const records = join(packageRoot, 'mappings/vendors/m365/samples/audit/consent-user-mail.raw.json')

function leaves(command: Command, path: readonly string[] = []): [name: string, command: Command][] {
  const own = command.commands.filter((each) => each.name() !== 'help')
  return own.length === 0 ? [[path.join(' '), command]] : own.flatMap((each) => leaves(each, [...path, each.name()]))
}
const commands = leaves(makeProgram('0.0.0', () => undefined))

const shared = '--format --out --environment --json --quiet --content --space --suppression --stack'.split(' ')

it.each(commands)('the help of %s names the default of each option', (_name, command) => {
  const help = command.createHelp()
  Object.assign(help, command.configureHelp())

  const without = help
    .visibleOptions(command)
    .filter((option) => option.long !== '--help')
    .map((option) => `${option.flags}: ${help.optionDescription(option)}`)
    .filter((line) => !/\((?:choices: .*, )?default: .+\)$|\(required\)$/.test(line))
  expect(without).toEqual([])
})

/** The options of each command that have the same meaning in all commands, apart from `--json` and `--quiet`. */
const matrix: Readonly<Record<string, string>> = {
  hunt: '--out --environment',
  collect: '--out',
  normalize: '--environment',
  explain: '--environment',
  coverage: '--environment',
  demo: '--out',
  'rules list': '--environment',
  'rules show': '--environment',
  'rules build': '--out --environment',
  'rules validate': '',
  'rules test': '',
  'rules noise': '',
  'rules backtest': '--environment',
  'rules coverage': '',
  'rules diff': '--environment',
  'rules deploy': '--environment',
  'apps list': '--format --environment',
  'apps review': '--format --environment',
  'apps show': '--environment',
  'apps delegations': '--format --environment',
  'apps contain': '--environment',
  'apps approve': '--environment',
  'dashboards build': '--out',
  new: '',
  validate: '',
  generate: '',
  setup: '',
  deploy: '--environment',
  pull: '--out',
  undeploy: '',
  verify: '',
  doctor: '--environment',
  run: '--environment',
  'dead-letters list': '--environment',
  'dead-letters show': '--environment',
  'dead-letters replay': '--environment',
  reprocess: '--environment',
}
/** The service prints only its log, no result. */
const withoutResult = ['run']

it('every command has --quiet, every command with a result has --json, and the matrix lists the other shared options', () => {
  const has = (command: Command, options: readonly string[]) =>
    command.options.flatMap(({ long }) => (long && options.includes(long) ? [long] : [])).join(' ')
  expect(Object.fromEntries(commands.map(([name, command]) => [name, has(command, shared.slice(0, 3))]))).toEqual(
    matrix,
  )
  expect(commands.filter(([, command]) => has(command, ['--json']) === '').map(([name]) => name)).toEqual(withoutResult)
  expect(commands.filter(([, command]) => has(command, ['--quiet']) === '')).toEqual([])
})

it.each(shared)('%s has the same value and the same meaning in every command', (flag) => {
  const found = commands.flatMap(([, command]) => command.options.filter(({ long }) => long === flag))
  expect(found.length).toBeGreaterThan(flag === '--format' ? 2 : 1)
  // The text after a colon and the kind of files depend on the command.
  const meanings = found.map(
    ({ flags, description }) => `${flags} ${description.replace(/: .*| for .*|\(default.*/, '').trim()}`,
  )
  expect(new Set(meanings).size, [...new Set(meanings)].join('\n')).toBe(1)
})

it('the command line prints only errors with --quiet', async () => {
  expect(await bench.run('apps', 'list', records, '--quiet')).toBe(0)
  expect(bench.printed).toBe('')
  expect(await bench.run('apps', 'show', 'nobody', records, '--quiet')).toBe(2)
  expect(bench.err).toContain('nobody: no record names this application')
  const client = '29d9ed98-a469-4536-ade2-f981bc1d605e'
  for (const app of [client, client.slice(0, 8), 'microsoft authentication broker']) {
    expect(await bench.run('apps', 'contain', app, records)).toBe(2)
    expect(bench.err).toContain(`${client} is a client of the vendor (Microsoft Authentication Broker)`)
  }
  expect(await bench.run('apps', 'list', records)).toBe(0)
  expect(bench.out).toContain('TIER')
})

it.each<[name: string, ...args: string[]]>([
  [
    'apps approve',
    'ID',
    '--reason',
    'r',
    '--owner',
    'o',
    '--expires',
    '2099-01-01',
    '--tier',
    'low',
    '--environment',
    'ENV',
  ],
  ['new', 'dashboard', 'own', '--content', 'OUT'],
  ['rules build', '--out', 'OUT'],
  ['dashboards build', '--out', 'OUT'],
  ['normalize', records],
])('%s prints one JSON value with --json and --quiet, and nothing else', async (name, ...args) => {
  const places = { ID: '29d9ed98-a469-4536-ade2-f981bc1d605e', ENV: bench.path('e.yaml'), OUT: bench.folder }
  const line = [...name.split(' '), ...args.map((arg) => (places as Record<string, string>)[arg] ?? arg)]
  expect(await bench.run(...line, '--json', '--quiet'), bench.err).toBe(0)
  expect(JSON.parse(bench.out)).toBeTypeOf('object')
  expect(bench.err).toBe('')
})

it.each([
  ['apps', 'contain', '', records],
  ['apps', 'show', ' ', records],
  ['apps', 'contain', '--', '', records],
  ['apps', 'approve', ''],
  ['hunt', ''],
  ['explain', records, '--id', ''],
  ['collect', '--check', '--since', '3d'],
  ['collect', '--check', '--out', 'q'],
])('the command line rejects an empty value and options that a command ignores: %j', async (...args) => {
  expect(await bench.run(...args)).toBe(2)
  expect(bench.err).toMatch(/is empty|cannot be used with/)
})

it('the command line accepts --json as --format json, and refuses contradictory options', async () => {
  expect(await bench.run('apps', 'list', records, '--json')).toBe(0)
  const json = bench.out
  expect(await bench.run('apps', 'list', records, '--format', 'json')).toBe(0)
  expect(bench.out).toBe(json)
  expect(await bench.run('apps', 'list', records, '--format', 'json', '--quiet')).toBe(0)
  expect(bench.out).toBe(json)
  expect(JSON.parse(json).apps).toHaveLength(1)
  expect(await bench.run('apps', 'list', records, '--json', '--format', 'json')).toBe(0)
  expect(await bench.run('apps', 'list', records, '--json', '--format', 'csv')).toBe(2)
  expect(bench.err).toContain('--json selects the format json, but --format selects csv')
})

it('the command line prints a list in the requested format even with --quiet, but no hint', async () => {
  for (const format of ['csv', 'markdown', 'table'])
    for (const command of ['list', 'delegations']) {
      expect(await bench.run('apps', command, records, '--format', format)).toBe(0)
      const [result] = bench.out.split('\n\nThe list contains')
      expect(await bench.run('apps', command, records, '--format', format, '--quiet')).toBe(0)
      expect(bench.printed.trimEnd(), `${command} ${format}`).toBe(result?.trimEnd())
      expect(bench.out).not.toBe('')
    }
})

it('the command line does not connect to Elasticsearch without an address', async () => {
  vi.stubEnv('ES_URL', '')
  for (const command of [['list'], ['delegations'], ['show', 'x'], ['contain', 'x'], ['review', '--state', 'x.json']]) {
    expect(await bench.run('apps', ...command)).toBe(2)
    expect(bench.err).toContain('add the paths of exported logs, or set ES_URL or --config')
  }
})
