// The exception lists of the rules: approved applications, and the organization's own administrators and networks.
import type { ApprovedUse, Environment } from '../../mappings/environment/environment.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { approvalKind, exceptionItems, exceptionList, exceptionReference } from './approvals.ts'
import { noteItem } from './deploy/item-note.ts'
import { type KnownOrigin, knownOriginsOf, originItems, originList, originReference } from './known-origins.ts'
import type { Rule } from './rule.ts'

export function exceptionReferences(rule: Rule): JsonObject[] {
  const kind = approvalKind(rule)
  return [...(kind === undefined ? [] : [exceptionReference(kind)]), ...knownOriginsOf(rule).map(originReference)]
}

/** The lists that rules refer to, and their items, each sorted. */
export function exceptionsOf(
  rules: readonly Rule[],
  environment: Environment,
): { lists: JsonObject[]; items: JsonObject[] } {
  const kinds = sorted<ApprovedUse>(rules.flatMap((rule) => approvalKind(rule) ?? []))
  const origins = sorted<KnownOrigin>(rules.flatMap(knownOriginsOf))
  return {
    lists: [...kinds.map(exceptionList), ...origins.map(originList)],
    items: [
      ...kinds.flatMap((kind) => exceptionItems(kind, environment)),
      ...origins.flatMap((origin) => originItems(origin, environment)),
    ].map(noteItem),
  }
}

function sorted<T extends Json>(values: readonly T[]): T[] {
  return [...new Set(values)].sort()
}
