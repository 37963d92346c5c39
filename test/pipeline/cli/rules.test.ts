import { expect, it } from 'vitest'
import { commandBench } from '../../support/command-bench.ts'
import { parseLines } from '../../support/ndjson.ts'

const bench = commandBench()

it('`rules list --json` prints the rules as JSON', async () => {
  expect(await bench.run('rules', 'list', '--json')).toBe(0)
  const { rules } = JSON.parse(bench.out)
  expect(rules.length).toBeGreaterThanOrEqual(6)
  expect(rules[0]).toMatchObject({
    id: expect.any(String),
    name: expect.any(String),
    severity: expect.any(String),
    type: expect.any(String),
    version: expect.any(Number),
    state: 'active',
  })
  expect(rules.some(({ group }: { group?: string }) => group === 'microsoft-clients')).toBe(true)
})

it('`rules list` shows the folder that `--rule` accepts, and does not truncate cells in a pipe', async () => {
  await bench.run('rules', 'list', '--json')
  const { rules } = JSON.parse(bench.out)
  const [longest] = rules.toSorted((a: { name: string }, b: { name: string }) => b.name.length - a.name.length)
  expect(longest.name.length).toBeGreaterThan(60)
  await bench.run('rules', 'list')
  expect(bench.out).toMatch(new RegExp(`${longest.name} +${longest.folder} `))
})

it('`rules show` prints the query, the guide and the evidence of one rule', async () => {
  expect(await bench.run('rules', 'show', 'm365/credential-added')).toBe(0)
  for (const part of ['Query\n', 'Guide\n', 'Evidence that must match\n', 'scenario m365/'])
    expect(bench.out).toContain(part)
  expect(await bench.run('rules', 'show', 'm365/credential-added', '--json')).toBe(0)
  expect(JSON.parse(bench.out)).toMatchObject({ folder: 'm365/credential-added', query: expect.any(String) })
  expect(await bench.run('rules', 'show', 'no-such-rule')).toBe(2)
  expect(bench.err).toContain('rule no-such-rule: unknown rule')
})

it('`rules build` writes NDJSON: rules, then their exception lists', async () => {
  expect(await bench.run('rules', 'build')).toBe(0)
  const lines = parseLines(bench.out)
  const rules = lines.filter((line) => 'rule_id' in line)
  expect(lines.slice(0, rules.length)).toEqual(rules)
  expect(rules.every(({ enabled }) => enabled === false)).toBe(true)
  expect(lines.slice(rules.length).map(({ list_id }) => list_id)).toContain('consentry-approved-consent')
})

it('`rules build` omits an expired approval, and names it', async () => {
  const approval = (id: string, expires: string) =>
    `  - {id: ${id}, tier: low, uses: [use], owner: Ivo, reason: looked at, expires: ${expires}}\n`
  const [ended, current] = ['e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89']
  const approvals = `${approval(ended, '2020-03-31')}${approval(current, '2099-03-31')}`
  const file = bench.environment(`version: 1\napprovedApps:\n${approvals}`)
  expect(await bench.run('rules', 'build', '--environment', file)).toBe(0)
  expect(bench.out).toContain(`consentry-approved-use-${current}`)
  expect(bench.out).not.toContain(ended)
  expect(bench.err).toContain(`the approval of ${ended} expired on 2020-03-31: renew or remove it`)
})
