// The known origins of the organization: its administrators and its networks. A rule that looks for outsiders may
// exclude these origins. This module builds exception lists for Kibana and filters for a hunt.
import { type Environment, perEnvironment } from '../../mappings/environment/environment.ts'
import { networksTest } from '../../mappings/kernel/ip-network.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { generatedList, listItem, listReference } from './exception-entry.ts'
import { ruleFields } from './portable.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Rule } from './rule.ts'

export type KnownOrigin = 'administrators' | 'networks'

interface OriginFacts {
  /** The field that an exception tests. */
  readonly field: string
  readonly listId: string
  readonly listName: string
  /** Returns a test of whether the environment lists a value of the field. */
  readonly test: (environment: Environment) => (value: Json) => boolean
}

const facts: Readonly<Record<KnownOrigin, OriginFacts>> = {
  administrators: {
    field: 'user.email',
    listId: 'consentry-administrators',
    listName: 'Consentry: administrators of the organization',
    test: perEnvironment(({ administrators }) => {
      const addresses: ReadonlySet<Json> = new Set(administrators)
      return (value) => addresses.has(value)
    }),
  },
  networks: {
    field: 'source.ip',
    listId: 'consentry-networks',
    listName: 'Consentry: networks of the organization',
    test: perEnvironment(({ networks }) => {
      const isInside = networksTest(networks)
      return (value) => typeof value === 'string' && isInside(value)
    }),
  },
}

/** Fields of rules that detect a compromised administrator: excluding administrators would exclude the attack. */
const aboutAdministrators =
  /^oauth\.(?:account\.(?:privileged|roles|tier|status)|credential|owner|policy|redirect|role)(?:[._]|$)/

/** Fields that show that a rule is about the origin of an actor. */
const aboutNetworks = /^(?:source\.|oauth\.(?:account|activity)\.network_(?:new|age_hours)$)/

export function knownOriginsOf(rule: Rule): KnownOrigin[] {
  return [
    ...(rule.skipsAdministrators && refusedOrigin(rule, 'administrators') === undefined
      ? (['administrators'] as const)
      : []),
    ...(rule.skipsOwnNetworks && refusedOrigin(rule, 'networks') === undefined ? (['networks'] as const) : []),
  ]
}

/** Returns the reason why a rule must not exclude an origin; undefined if it may. */
export function refusedOrigin(rule: Rule, origin: KnownOrigin): string | undefined {
  const fields = ruleFields(rule)
  switch (origin) {
    case 'administrators': {
      const field = fields.find((name) => aboutAdministrators.test(name))
      return field === undefined
        ? undefined
        : `a rule on ${field} also covers administrators: their accounts are the most valuable target`
    }
    case 'networks':
      return fields.some((name) => aboutNetworks.test(name))
        ? undefined
        : 'the rule does not depend on networks: an internal address is no reason for an exception'
    default:
      return origin satisfies never
  }
}

/** Returns the field of an origin, and the values that the environment lists for the origin. */
export function originValues(
  origin: KnownOrigin,
  environment: Environment,
): { readonly field: string; readonly values: readonly string[] } {
  return { field: facts[origin].field, values: environment[origin] }
}

export const originReference = (origin: KnownOrigin): JsonObject => listReference(facts[origin].listId)

export const originList = (origin: KnownOrigin): JsonObject =>
  generatedList(facts[origin].listId, facts[origin].listName, `\`${origin}\``)

/** Returns the items of that list: one item with all values in the environment, or no item if there are no values. */
export function originItems(origin: KnownOrigin, environment: Environment): JsonObject[] {
  const { field, listId, listName } = facts[origin]
  const value = [...environment[origin]]
  if (value.length === 0) return []
  const item = { description: listName, item_id: `${listId}-all`, name: listName }
  return [listItem(listId, [{ field, operator: 'included', type: 'match_any', value }], item)]
}

/** Returns the same exclusion for documents in memory: the engine ignores a document with such an origin. */
export function originExclusion(
  origin: KnownOrigin,
  environment: Environment,
): { alias: string; field: string; found: (document: object) => Json[] } {
  const { field, listName, test } = facts[origin]
  const isListed = test(environment)
  const { values } = fieldReader(field)
  return { alias: listName, field, found: (document) => values(document).filter(isListed) }
}
