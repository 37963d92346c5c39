// App management policies: restrictions on the credentials and identifiers of applications.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type Json } from '../../../kernel/json.ts'
import type { Changes } from './changes.ts'
import { parseJson, textOf } from './values.ts'

type Policy = NonNullable<OauthGroup['policy']>

interface Restrictions {
  readonly listed: Set<string>
  readonly inForce: Set<string>
}

/** Collects the restrictions at any depth: the documentation defines neither the nesting in a record nor the case of names. */
function collect(value: Json, isEnabled: boolean, found: Restrictions): Restrictions {
  const parsed = typeof value === 'string' && value.startsWith('{') ? (parseJson(value) ?? null) : value
  if (Array.isArray(parsed)) for (const member of parsed) collect(member, isEnabled, found)
  if (!isObject(parsed)) return found
  const members = new Map(Object.entries(parsed).map(([name, member]) => [name.toLowerCase(), member ?? null]))
  const isOn = isEnabled && textOf(members.get('isenabled') ?? null)?.toLowerCase() !== 'false'
  const type = textOf(members.get('restrictiontype') ?? null)
  if (type !== undefined) {
    found.listed.add(type)
    if (isOn && textOf(members.get('state') ?? null)?.toLowerCase() !== 'disabled') found.inForce.add(type)
  }
  for (const member of members.values()) if (typeof member === 'object') collect(member, isOn, found)
  return found
}

const restrictionsIn = (values: readonly Json[]) =>
  collect([...values], true, { listed: new Set(), inForce: new Set() })

/**
 * Returns the change to the restrictions; undefined for other policies. A new policy without a restriction in force is an
 * exception: it takes precedence over the tenant policy.
 */
export function restrictionChange(changes: Changes): Policy | undefined {
  const names = changes.names()
  const before = restrictionsIn(names.flatMap((name) => changes.beforeList(name)))
  const after = restrictionsIn(names.flatMap((name) => changes.afterList(name)))
  if (before.listed.size + after.listed.size === 0) return undefined
  const isException = before.listed.size === 0 && after.inForce.size === 0
  const isLost = [...before.inForce].some((type) => !after.inForce.has(type))
  const isGained = [...after.inForce].some((type) => !before.inForce.has(type))
  const direction = isException || isLost ? 'loosened' : isGained ? 'tightened' : 'changed'
  const policy: Policy = { setting: 'restrictions', direction }
  if (before.inForce.size > 0) policy.old = [...before.inForce]
  if (after.inForce.size > 0) policy.new = [...after.inForce]
  return policy
}
