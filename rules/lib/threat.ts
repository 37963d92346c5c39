// Converts a rule's techniques to Kibana's `threat`: one entry for each tactic, sub-techniques below their parents.
import { attackUrl, isTechniqueId, type TechniqueId } from '../attack/techniques.ts'
import { type AnyTacticId, type AttackRelease, tacticName, techniqueIn } from './attack-release.ts'
import type { KibanaTechnique, KibanaThreat } from './kibana-rule.ts'

const named = (id: string, name: string) => ({ id, name, reference: attackUrl(id) })

export function tacticsOf(attack: readonly TechniqueId[], release: AttackRelease): AnyTacticId[] {
  return [...new Set(attack.flatMap((id) => techniqueIn(id, release).tactics))].sort()
}

/** The `threat` member in a release of ATT&CK, by tactic id and technique id. */
export function toThreat(attack: readonly TechniqueId[], release: AttackRelease): KibanaThreat[] {
  return tacticsOf(attack, release).map((tactic) => ({
    framework: 'MITRE ATT&CK',
    tactic: named(tactic, tacticName(tactic, release)),
    technique: toTechniques(
      attack.filter((id) => techniqueIn(id, release).tactics.includes(tactic)),
      release,
    ),
  }))
}

function toTechniques(ids: readonly TechniqueId[], release: AttackRelease): KibanaTechnique[] {
  const released = (id: TechniqueId) => {
    const technique = techniqueIn(id, release)
    return named(technique.id, technique.name)
  }
  const parents = [...new Set(ids.map(parentOf))].sort()
  return parents.map((parent) => {
    const below = ids.filter((id) => id !== parent && parentOf(id) === parent).sort()
    return below.length === 0 ? released(parent) : { ...released(parent), subtechnique: below.map(released) }
  })
}

function parentOf(id: TechniqueId): TechniqueId {
  const parent = id.slice(0, 5)
  return isTechniqueId(parent) ? parent : id
}
