import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exitCodes } from '../../../pipeline/cli/exit.ts'
import { commandBench } from '../../support/command-bench.ts'

const bench = commandBench()

const run = (...args: string[]) => bench.run('rules', ...args)

it('coverage shows the analytics, the rules without credit and a line for each public rule set', async () => {
  expect(await run('coverage')).toBe(exitCodes.done)
  expect(bench.printed).toContain('T1671 Cloud Application Integration, ATT&CK 18.1, detection strategy DET0539')
  expect(bench.printed).toMatch(/AN1488 · SaaS · .*DC0038 Application Log Content/)
  expect(bench.printed).toMatch(/an integration continues after its user was disabled: \d+ for Microsoft 365/)
  expect(bench.printed).toMatch(
    /cover no part of it\n(?: {4}.*\n)*? {4}Microsoft 365 Auditing Disabled, Mail Deleted in Transport, or Mailboxes Opened\n/,
  )
  expect(bench.printed).toMatch(/PUBLIC RULE SET +RULES +COUNTERPART +EXPERIMENTAL +NO RULE +OUT OF SCOPE/)
  expect(bench.printed).toMatch(/Sigma +\d+ +\d+ +\d+ +\d+ +\d+ +SigmaHQ\/sigma/)
})

it('coverage --public lists each public rule with its counterpart, or with the reason for a gap, and marks experimental counterparts', async () => {
  expect(await run('coverage', '--public')).toBe(exitCodes.done)
  expect(bench.printed).toContain(
    '    Azure AD Graph Potential Enumeration (ROADrecon) (rules/integrations/azure/discovery_aad_graph_roadrecon_aiohttp_enumeration.toml): m365/attack-tool-agent (experimental), m365/directory-searched',
  )
  expect(bench.printed).toContain('out of scope: access levels of Google’s own applications')
  expect(bench.printed).toContain('no rule: a refused download returns no file')
})

it('coverage --json and the Navigator layer use the ATT&CK release of the stack', async () => {
  const file = bench.path('layer.json')
  expect(await run('coverage', '--json', '--stack', '9.5', '--navigator', file)).toBe(exitCodes.done)
  const json = JSON.parse(bench.printed)
  expect([json.technique, json.attack, json.detection.id]).toEqual(['T1671', '19', 'DET0539'])
  expect(json.public[0].rules[0]).toMatchObject({ name: expect.any(String), path: expect.stringContaining('rules/') })
  const layer = JSON.parse(readFileSync(file, 'utf8'))
  expect(layer.techniques.some(({ tactic }: { tactic: string }) => tactic === 'defense-evasion')).toBe(false)
  expect(layer.techniques.some(({ tactic }: { tactic: string }) => tactic === 'defense-impairment')).toBe(true)
})

it('build uses the techniques of the ATT&CK release of the stack', async () => {
  const build = async (...stack: string[]) => {
    expect(await run('build', '--out', bench.folder, ...stack)).toBe(exitCodes.done)
    return bench.read('rules.ndjson')
  }
  const before = await build()
  expect(before).toContain('"T1562.008"')
  expect(before).not.toContain('"T1685.002"')
  const after = await build('--stack', '9.5.0')
  expect(after).toContain('"T1685.002"')
  expect(after).toContain('Tactic: Defense Impairment')
  expect(after).not.toMatch(/T1562|Defense Evasion/)
})

it('a --stack value that is not a version is a usage error', async () => {
  expect(await run('coverage', '--stack', 'new')).toBe(exitCodes.usage)
  expect(bench.printed).toContain('--stack new is not a version')
})
