import { expect, it } from 'vitest'
import { type TechniqueId, techniques } from '../../../rules/attack/techniques.ts'
import { attackReleases, releaseOfStack, tacticName, techniqueIn } from '../../../rules/lib/attack-release.ts'
import { tacticsOf } from '../../../rules/lib/threat.ts'

it('the ATT&CK release depends on the stack version', () => {
  for (const stack of ['8.19', '9.4', '9.4.3']) expect(releaseOfStack(stack)).toBe('18.1')
  for (const stack of ['9.5', '9.5.0', '9.10', '10.0']) expect(releaseOfStack(stack)).toBe('19')
  expect(releaseOfStack('nine')).toBeUndefined()
})

it.each(attackReleases)('in %s, every sub-technique is below a parent that shares its tactics', (release) => {
  for (const id of Object.keys(techniques) as TechniqueId[]) {
    const technique = techniqueIn(id, release)
    const parent = techniqueIn(id.slice(0, 5) as TechniqueId, release)
    expect(technique.id.slice(0, 5), id).toBe(parent.id)
    expect([...technique.tactics].sort(), id).toEqual([...parent.tactics].sort())
    for (const tactic of technique.tactics) expect(tacticName(tactic, release), id).toBeTypeOf('string')
  }
})

it('the ATT&CK 19 tactic of masquerading is Stealth, and a token technique is no longer Defense Evasion', () => {
  expect(tacticsOf(['T1036.005'], '19').map((id) => tacticName(id, '19'))).toEqual(['Stealth'])
  expect(tacticsOf(['T1550.001'], '19')).toEqual(['TA0008'])
  expect(tacticsOf(['T1550.001'], '18.1').map((id) => tacticName(id, '18.1'))).toEqual([
    'Defense Evasion',
    'Lateral Movement',
  ])
})
