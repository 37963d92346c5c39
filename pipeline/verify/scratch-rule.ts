// A rule of the pack in the scratch space: it reads only the documents of one case, and no data of the user.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { behaviorOf } from '../../rules/lib/behavior.ts'
import { alertsDataset, indexPattern } from '../../rules/lib/datasets.ts'
import { noteOf } from '../../rules/lib/deploy/comparable.ts'
import type { KibanaFilter, KibanaRule } from '../../rules/lib/kibana-rule.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { alertsAlias, type Scratch } from './scratch.ts'

/** Returns the rule with its index patterns in the scratch namespace, limited to documents with the tag of a case. */
export function toScratchRule(
  rule: Rule,
  emitted: KibanaRule,
  { id, tag, scratch }: { readonly id: string; readonly tag: string; readonly scratch: Scratch },
): JsonObject {
  const readsAlerts = rule.datasets.includes(alertsDataset)
  const { meta: _, ...body } = {
    ...emitted,
    rule_id: id,
    name: `${emitted.name} (${tag})`,
    enabled: true,
    index: rule.datasets.map((name) =>
      name === alertsDataset ? alertsAlias(scratch.space) : indexPattern(name).replace(/\*$/, scratch.namespace),
    ),
    filters: [...emitted.filters, ofCase(readsAlerts ? 'kibana.alert.rule.tags' : 'tags', tag)],
    tags: [...emitted.tags, tag],
  }
  return { ...body, meta: noteOf(body, behaviorOf(body)) }
}

function ofCase(field: string, tag: string): KibanaFilter {
  return {
    meta: {
      alias: 'of this case of the verification',
      disabled: false,
      field,
      key: field,
      negate: false,
      params: { query: tag },
      type: 'phrase',
    },
    query: { match_phrase: { [field]: tag } },
    $state: { store: 'appState' },
  }
}
