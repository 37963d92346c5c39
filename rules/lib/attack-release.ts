// Two releases of ATT&CK: 18.1, for which the rules are written, and 19, which Kibana uses from 9.5. Release 19 splits
// Defense Evasion into Stealth and Defense Impairment, and gives Impair Defenses new IDs. Source: STIX data of both.
import { type TacticId, type TechniqueId, tactics, techniques } from '../attack/techniques.ts'

export const attackReleases = ['18.1', '19'] as const
export type AttackRelease = (typeof attackReleases)[number]

const tacticNames = {
  '18.1': tactics,
  '19': { ...tactics, TA0005: 'Stealth', TA0112: 'Defense Impairment' },
} as const satisfies Record<AttackRelease, Readonly<Record<string, string>>>

export type AnyTacticId = TacticId | 'TA0112'

/** A technique in one release of ATT&CK. */
export interface ReleasedTechnique {
  readonly id: string
  readonly name: string
  readonly tactics: readonly AnyTacticId[]
}

const modifyAuthentication: readonly AnyTacticId[] = ['TA0003', 'TA0006', 'TA0112']

/** The techniques that differ in release 19 from release 18.1. */
const changedIn19: { readonly [id in TechniqueId]?: Partial<ReleasedTechnique> } = {
  T1550: { tactics: ['TA0008'] },
  'T1550.001': { tactics: ['TA0008'] },
  T1556: { tactics: modifyAuthentication },
  'T1556.006': { tactics: modifyAuthentication },
  T1562: { id: 'T1685', name: 'Disable or Modify Tools', tactics: ['TA0112'] },
  'T1562.008': { id: 'T1685.002', name: 'Disable or Modify Cloud Log', tactics: ['TA0112'] },
}

export function techniqueIn(id: TechniqueId, release: AttackRelease): ReleasedTechnique {
  return { id, ...techniques[id], ...(release === '19' ? changedIn19[id] : {}) }
}

/** Returns the name of a tactic in a release. Defense Impairment does not exist before release 19. */
export function tacticName(id: AnyTacticId, release: AttackRelease): string {
  return release === '19' ? tacticNames[release][id] : tacticNames[release][id as TacticId]
}

/** Returns the ATT&CK release in Kibana of a stack such as `9.4` or `9.5.1`; undefined if the text is no version. */
export function releaseOfStack(stack: string): AttackRelease | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(stack) ?? []
  if (major === undefined) return undefined
  return Number(major) > 9 || (Number(major) === 9 && Number(minor) >= 5) ? '19' : '18.1'
}
