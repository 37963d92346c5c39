import { expect, it } from 'vitest'
import type { AttackRelease } from '../../../../rules/lib/attack-release.ts'
import { elementsOf } from '../../../../rules/lib/coverage/coverage.ts'
import { navigatorLayer } from '../../../../rules/lib/coverage/navigator.ts'
import { isShipped, type Rule } from '../../../../rules/lib/rule.ts'
import { loadPack } from '../../../../rules/lib/rule-folder.ts'
import { exampleRule } from '../example-rule.ts'

interface Layer {
  versions: Record<string, string>
  domain: string
  techniques: { techniqueID: string; tactic: string; score: number; metadata?: { name: string; value: string }[] }[]
}
const layer = (rules: readonly Rule[], release: AttackRelease) => navigatorLayer(rules, release) as Layer

it('the Navigator layer contains every technique of the pack, and credits T1671 only to rules with coverage', async () => {
  const rules = (await loadPack()).map(({ value }) => value)
  const { domain, techniques, versions } = layer(rules, '18.1')
  expect(domain).toBe('enterprise-attack')
  expect(versions.attack).toBe('18')
  const on = rules.filter((rule) => isShipped(rule) && rule.attack.includes('T1671'))
  const t1671 = techniques.filter(({ techniqueID }) => techniqueID === 'T1671')
  expect(t1671).toMatchObject([
    { tactic: 'persistence', score: on.filter((rule) => elementsOf(rule).length > 0).length },
  ])
  expect(t1671[0]?.metadata?.map(({ name }) => name)).toEqual([
    'Detection strategy',
    'AN1487 Office Suite',
    'AN1488 SaaS',
  ])
  expect(t1671[0]?.metadata?.[1]?.value).toContain('DC0066')
})

it('the Navigator layer has the IDs and tactics of the ATT&CK release', () => {
  const rules = [{ ...exampleRule, attack: ['T1562.008', 'T1550.001'] } as Rule]
  const of = (release: AttackRelease) =>
    layer(rules, release).techniques.map(({ techniqueID, tactic }) => `${techniqueID} ${tactic}`)
  expect(of('18.1')).toEqual(['T1550.001 defense-evasion', 'T1550.001 lateral-movement', 'T1562.008 defense-evasion'])
  expect(of('19')).toEqual(['T1550.001 lateral-movement', 'T1685.002 defense-impairment'])
  expect(layer(rules, '19').versions.attack).toBe('19')
})
