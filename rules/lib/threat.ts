// From the techniques that a rule names to Kibana's `threat`: one entry a tactic, sub-techniques below their parents.
import { attackUrl, isTechniqueId, type TacticId, type TechniqueId, tactics, techniques } from '../attack/techniques.ts'
import type { KibanaTechnique, KibanaThreat } from './kibana-rule.ts'

const named = (id: string, name: string) => ({ id, name, reference: attackUrl(id) })

/** Tactics of the techniques, by id. */
export function tacticsOf(attack: readonly TechniqueId[]): TacticId[] {
  return [...new Set(attack.flatMap((id): readonly TacticId[] => techniques[id].tactics))].sort()
}

/** The `threat` member, by tactic id and technique id. */
export function toThreat(attack: readonly TechniqueId[]): KibanaThreat[] {
  return tacticsOf(attack).map((tactic) => ({
    framework: 'MITRE ATT&CK',
    tactic: named(tactic, tactics[tactic]),
    technique: toTechniques(attack.filter((id) => (techniques[id].tactics as readonly TacticId[]).includes(tactic))),
  }))
}

function toTechniques(ids: readonly TechniqueId[]): KibanaTechnique[] {
  const parents = [...new Set(ids.map(parentOf))].sort()
  return parents.map((parent) => {
    const below = ids.filter((id) => id !== parent && parentOf(id) === parent).sort()
    const technique = named(parent, techniques[parent].name)
    return below.length === 0
      ? technique
      : { ...technique, subtechnique: below.map((id) => named(id, techniques[id].name)) }
  })
}

function parentOf(id: TechniqueId): TechniqueId {
  const parent = id.slice(0, 5)
  return isTechniqueId(parent) ? parent : id
}
