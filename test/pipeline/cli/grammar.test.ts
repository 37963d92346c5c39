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

const shared = '--json --format --out --quiet --environment --content --space --suppression --stack'.split(' ')

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
  expect(bench.err).toContain('unknown application nobody')
  const client = '29d9ed98-a469-4536-ade2-f981bc1d605e'
  for (const app of [client, client.slice(0, 8), 'microsoft authentication broker']) {
    bench.clear()
    expect(await bench.run('apps', 'contain', app, records)).toBe(2)
    expect(bench.err).toContain(`${client} is a client of the vendor (Microsoft Authentication Broker)`)
  }
  bench.clear()
  expect(await bench.run('apps', 'list', records)).toBe(0)
  expect(bench.out).toContain('TIER')
})

it('the command line accepts --json as --format json, and refuses contradictory options', async () => {
  expect(await bench.run('apps', 'list', records, '--json')).toBe(0)
  const json = bench.out
  bench.clear()
  expect(await bench.run('apps', 'list', records, '--format', 'json')).toBe(0)
  expect(bench.out).toBe(json)
  bench.clear()
  expect(await bench.run('apps', 'list', records, '--format', 'json', '--quiet')).toBe(0)
  expect(bench.out).toBe(json)
  expect(JSON.parse(json).apps).toHaveLength(1)
  expect(await bench.run('apps', 'list', records, '--json', '--format', 'csv')).toBe(2)
})

it('the command line does not connect to Elasticsearch without an address', async () => {
  vi.stubEnv('ES_URL', '')
  for (const command of [['list'], ['delegations'], ['show', 'x'], ['contain', 'x'], ['review', '--state', 'x.json']]) {
    bench.clear()
    expect(await bench.run('apps', ...command)).toBe(2)
    expect(bench.err).toContain('add the paths of exported logs, or set ES_URL or --config')
  }
  vi.unstubAllEnvs()
})
