// The rules of the edition in Kibana's form.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import { canonicalJson, type JsonObject } from '../../mappings/kernel/json.ts'
import type { AttackRelease } from '../lib/attack-release.ts'
import { behaviorOf } from '../lib/behavior.ts'
import { noteOf } from '../lib/deploy/comparable.ts'
import { emitRule, severityOf } from '../lib/emit.ts'
import { portableEditionTag } from '../lib/filters.ts'
import { tuneRule } from '../lib/parameters.ts'
import { ruleFields } from '../lib/portable.ts'
import type { FieldCatalog } from '../lib/query/catalog.ts'
import type { Rule } from '../lib/rule.ts'
import { enabledRules } from '../lib/rule-state.ts'
import { type PortableRule, portAll, portableId } from './edition.ts'
import { isWritten } from './elastic-fields.ts'
import { guideOf } from './guide.ts'

interface Options {
  readonly catalog: FieldCatalog
  readonly attack?: AttackRelease
}

function emitPortable(portable: PortableRule, environment: Environment, options: Options): JsonObject {
  const { rule } = portable
  const { catalog, attack } = options
  const {
    timeline_id: _id,
    timeline_title: _title,
    meta: _meta,
    ...emitted
  } = emitRule(rule, environment, catalog, attack === undefined ? {} : { attack })
  const shown = emitted.investigation_fields.field_names.filter(
    (name) => rule.datasets.some((dataset) => isWritten(dataset, name)) && !name.includes('*'),
  )
  const changed = {
    ...emitted,
    filters: [],
    investigation_fields: { field_names: shown },
    note: guideOf(portable),
    required_fields: ruleFields(rule).map((name) => ({ name, type: catalog.get(name)?.type ?? 'keyword' })),
    setup: setupOf(portable),
    tags: [...emitted.tags, portableEditionTag].sort(),
  }
  return { ...changed, meta: noteOf(changed, behaviorOf(changed)) }
}

function setupOf({ rule }: PortableRule): string {
  const indices = rule.datasets.map((dataset) => `\`logs-${dataset}-*\``).join(' and ')
  return `## Setup\n\nThe rule reads ${indices} as the integration of Elastic stores it. It needs no field of Consentry.\n`
}

/** The rules with the numbers, severities and switches of an environment. */
export function portablePack(
  rules: readonly Rule[],
  environment: Environment,
): { rules: PortableRule[]; environment: Environment } {
  const tuned = enabledRules(rules, environment).map((rule) => ({
    ...tuneRule(rule, environment),
    severity: severityOf(rule, environment),
  }))
  const ported = portAll(tuned)
  const enabled = ported.flatMap(({ rule, rules: found }) =>
    environment.rules.enabled.includes(rule.id) ? found.map(({ dataset }) => portableId(rule.id, dataset)) : [],
  )
  return {
    rules: ported.flatMap(({ rules: found }) => found),
    // Approvals and networks are omitted: their conditions use fields of the pipeline.
    environment: { ...emptyEnvironment, rules: { ...emptyEnvironment.rules, enabled } },
  }
}

/** Renders the edition for import into Kibana: one rule for each line. */
export function renderPortable(rules: readonly Rule[], environment: Environment, options: Options): string {
  const pack = portablePack(rules, environment)
  return pack.rules.map((portable) => `${canonicalJson(emitPortable(portable, pack.environment, options))}\n`).join('')
}
