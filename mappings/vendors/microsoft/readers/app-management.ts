// App management policies: restrictions on the credentials and identifiers of applications.
import { isObject, type Json } from '../../../kernel/json.ts'
import type { Changes } from './changes.ts'
import { type Policy, policyChange } from './policy-change.ts'
import { parseJson, textOf } from './values.ts'

interface Restriction {
  readonly type: string
  /** The creation time from which applications are restricted; 0 restricts all. */
  readonly from: number
  readonly days: number
}

/** The keys contain the path: a policy restricts applications and service principals separately. */
interface Restrictions {
  readonly listed: Set<string>
  readonly inForce: Map<string, Restriction>
  readonly exemptions: Set<string>
}

const deepest = 20
const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i
const unitDays = [365, 30, 7, 1, 1 / 24, 1 / 1440]

/** The days of a lifetime such as P90D; infinite without a limit. */
function daysOf(lifetime: string | undefined): number {
  const units = duration.exec(lifetime ?? '')?.slice(1)
  return units?.reduce((sum, count, i) => sum + Number(count ?? 0) * (unitDays[i] ?? 0), 0) ?? Number.POSITIVE_INFINITY
}

/** Collects the restrictions at any depth: no documentation defines the nesting of a policy in a record, or the case of names. */
function collect(value: Json, path: readonly string[], isEnabled: boolean, found: Restrictions): Restrictions {
  const parsed = typeof value === 'string' && value.startsWith('{') ? (parseJson(value) ?? null) : value
  if (path.length > deepest) return found
  if (Array.isArray(parsed)) for (const member of parsed) collect(member, [...path, ''], isEnabled, found)
  if (!isObject(parsed)) return found
  const members = new Map(Object.entries(parsed).map(([name, member]) => [name.toLowerCase(), member ?? null]))
  const read = (name: string) => textOf(members.get(name) ?? null)
  const isOn = isEnabled && read('isenabled')?.toLowerCase() !== 'false'
  const state = read('state')?.toLowerCase()
  const type = read('restrictiontype') ?? (state && path.includes('identifieruris') ? path.at(-1) : undefined)
  const here = type === undefined ? path : [...path, type]
  if (type !== undefined) {
    const from = Date.parse(read('restrictforappscreatedafterdatetime') ?? '') || 0
    found.listed.add(here.join('.'))
    if (isOn && state !== 'disabled')
      found.inForce.set(here.join('.'), { type, from, days: daysOf(read('maxlifetime')) })
  }
  for (const [name, member] of members) {
    const inner = [...here, name]
    const text = typeof member === 'object' ? undefined : textOf(member)
    if (text === undefined || text.startsWith('{')) collect(member, inner, isOn, found)
    else if (text.toLowerCase() !== 'false' && inner.some((part) => part.startsWith('exclude')))
      found.exemptions.add([...inner, text].join('.'))
  }
  return found
}

const restrictionsIn = (values: readonly Json[]) =>
  values.reduce<Restrictions>((found, value) => collect(value, [], true, found), {
    listed: new Set(),
    inForce: new Map(),
    exemptions: new Set(),
  })

/** Whether something is allowed that `before` forbade: no restriction, a later start, a longer lifetime, a new exemption. */
function isLoosened(before: Restrictions, after: Restrictions): boolean {
  const isLost = [...before.inForce].some(([key, { from, days }]) => {
    const now = after.inForce.get(key)
    return now === undefined || now.from > from || now.days > days
  })
  return (
    isLost || (before.inForce.size > 0 && [...after.exemptions].some((exemption) => !before.exemptions.has(exemption)))
  )
}

const typesIn = ({ inForce }: Restrictions) => [...new Set([...inForce.values()].map(({ type }) => type))]

/**
 * Returns the change of the restrictions; undefined for another policy. A new policy for some applications has priority over
 * the policy of the tenant: it is an exception if it allows new passwords. Any new policy without a restriction in force is one.
 */
export function restrictionChange(changes: Changes): Policy | undefined {
  const names = changes.names()
  const before = restrictionsIn(names.flatMap((name) => changes.beforeList(name)))
  const after = restrictionsIn(names.flatMap((name) => changes.afterList(name)))
  if (before.listed.size + after.listed.size === 0) return undefined
  const [old, now] = [typesIn(before), typesIn(after)]
  const isForSome = [...after.listed].some((key) => key.split('.').includes('restrictions'))
  const isException = before.listed.size === 0 && !(isForSome ? now.includes('passwordAddition') : now.length > 0)
  const isWeaker = isException || isLoosened(before, after)
  const direction = isWeaker ? 'loosened' : isLoosened(after, before) ? 'tightened' : 'changed'
  return policyChange('restrictions', direction, old, now)
}
