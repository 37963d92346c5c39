import { expect, it } from 'vitest'
import { attackUrl, tactics, techniques } from '../../../rules/attack/techniques.ts'

it('every tactic of a technique exists', () => {
  const named = Object.values(techniques).flatMap((technique): readonly string[] => technique.tactics)
  expect(named.filter((id) => !Object.hasOwn(tactics, id))).toEqual([])
})

it('attackUrl builds the URLs of the ATT&CK site', () => {
  expect(attackUrl('T1550.001')).toBe('https://attack.mitre.org/techniques/T1550/001/')
  expect(attackUrl('TA0003')).toBe('https://attack.mitre.org/tactics/TA0003/')
})
