// Who and where the organization itself is: its administrators and its networks, which a rule may leave out when it is about
// strangers. The same for Kibana, as exception lists, and for a hunt.
import { type Environment, perEnvironment } from '../../mappings/environment/environment.ts'
import { networksTest } from '../../mappings/kernel/ip-network.ts'
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { ruleFields } from './portable.ts'
import { fieldReader } from './query/field-reader.ts'
import type { Rule } from './rule.ts'

export type KnownOrigin = 'administrators' | 'networks'

interface OriginFacts {
  /** The field that an exception looks at. */
  readonly field: string
  readonly listId: string
  readonly listName: string
  /** Whether a value of the field is one of what the environment lists. */
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

/** A stolen administrator is what these are about: leaving administrators out would leave the attack out. */
const aboutAdministrators =
  /^oauth\.(?:account\.(?:privileged|roles|tier|status)|credential|owner|policy|redirect|role)(?:[._]|$)/

/** Fields that show that a rule is about the origin of an actor. */
const aboutNetworks = /^(?:source\.|oauth\.(?:account|activity)\.network_(?:new|age_hours)$)/

/** The origins that a rule leaves out. */
export function knownOriginsOf(rule: Rule): KnownOrigin[] {
  return [
    ...(rule.skipsAdministrators && refusedOrigin(rule, 'administrators') === undefined
      ? (['administrators'] as const)
      : []),
    ...(rule.skipsOwnNetworks && refusedOrigin(rule, 'networks') === undefined ? (['networks'] as const) : []),
  ]
}

/** Why a rule must not leave an origin out; undefined when it may. */
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

/** The field of an origin, and what the environment lists of it. */
export function originValues(
  origin: KnownOrigin,
  environment: Environment,
): { readonly field: string; readonly values: readonly string[] } {
  return { field: facts[origin].field, values: environment[origin] }
}

/** How an emitted rule refers to the list of an origin. Kibana finds the list by `list_id` and puts its own id in. */
export function originReference(origin: KnownOrigin): JsonObject {
  const { listId } = facts[origin]
  return { id: listId, list_id: listId, namespace_type: 'single', type: 'detection' }
}

/** The exception list of an origin. */
export function originList(origin: KnownOrigin): JsonObject {
  const { listId, listName } = facts[origin]
  return {
    description: `Generated from \`${origin}\` of environment.yaml. Your own items are kept.`,
    list_id: listId,
    meta: { managed_by: 'consentry' },
    name: listName,
    namespace_type: 'single',
    tags: ['Consentry'],
    type: 'detection',
  }
}

/** The items of that list: one with everything that the environment names, none when it names nothing. */
export function originItems(origin: KnownOrigin, environment: Environment): JsonObject[] {
  const { field, listId, listName } = facts[origin]
  const value = [...environment[origin]]
  if (value.length === 0) return []
  return [
    {
      description: listName,
      entries: [{ field, operator: 'included', type: 'match_any', value }],
      item_id: `${listId}-all`,
      list_id: listId,
      name: listName,
      namespace_type: 'single',
      tags: ['Consentry'],
      type: 'simple',
    },
  ]
}

/** The same for documents in memory: a document of such an origin is left alone. */
export function originExclusion(
  origin: KnownOrigin,
  environment: Environment,
): { alias: string; field: string; found: (document: object) => Json[] } {
  const { field, listName, test } = facts[origin]
  const isListed = test(environment)
  const { values } = fieldReader(field)
  return { alias: listName, field, found: (document) => values(document).filter(isListed) }
}
