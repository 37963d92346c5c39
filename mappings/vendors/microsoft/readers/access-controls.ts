// What a Conditional Access policy requires of a sign-in, and how it limits the session.
// https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { type Policy, policyChange } from './policy-change.ts'
import { textOf, textsOf } from './values.ts'

/** A way to satisfy a policy: everything that it needs. */
type Way = ReadonlySet<string>

/** Microsoft replaces the first control with the second: https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app */
const renamed: Readonly<Record<string, string>> = { approvedApplication: 'compliantApplication' }

/** The built-in authentication strengths, each stricter than the previous one: the control `mfa`, passwordless, phishing-resistant. */
const strengths = ['2', '3', '4'].map((digit) => `00000000-0000-0000-0000-00000000000${digit}`)

interface Controls {
  readonly shown: string[]
  readonly operator: string
  readonly controls: readonly string[]
  /** The ID of the authentication strength. */
  readonly strength: string | undefined
}

function controlsOf({ grantControls }: JsonObject): Controls {
  const grant = isObject(grantControls) ? grantControls : {}
  const strength = isObject(grant.authenticationStrength) ? textOf(grant.authenticationStrength.id) : undefined
  const controls = ['builtInControls', 'customAuthenticationFactors', 'termsOfUse'].flatMap((name) =>
    textsOf(grant[name]).slice(0, mostControls),
  )
  const operator = textOf(grant.operator)?.toUpperCase() ?? 'OR'
  const all = [...controls, ...(strength === undefined ? [] : [`authenticationStrength ${strength}`])]
  return { shown: all.length > 1 ? [...all, operator] : all, operator, controls, strength }
}

/** The portal offers about ten controls. A longer list is no record of the service. */
const mostControls = 100

/** Every strength contains MFA. A strength of the organization itself is comparable only with itself. */
function needsOf(strength: string, other: string | undefined): string[] {
  const rank = strengths.indexOf(strength)
  if (rank >= 0)
    return ['mfa', ...(other === undefined || strengths.includes(other) ? strengths.slice(1, rank + 1) : [])]
  return other === undefined || other === strength ? ['mfa', strength] : ['mfa']
}

/** The ways to satisfy the controls: none if they block, and an empty one if they require nothing. */
function waysOf({ controls, strength, operator }: Controls, other: string | undefined): Way[] {
  if (controls.includes('block')) return []
  const needs = controls.map((control) => [renamed[control] ?? control])
  if (strength !== undefined) needs.push(needsOf(strength, other))
  if (needs.length === 0) return [new Set()]
  return operator === 'AND' ? [new Set(needs.flat())] : needs.map((need) => new Set(need))
}

/** Whether a sign-in can satisfy `after` that could not satisfy `before`. */
const admitsMore = (before: readonly Way[], after: readonly Way[]): boolean =>
  after.some((way) => !before.some((old) => [...old].every((need) => way.has(need))))

/** The change of the controls. A policy without controls only limits sessions. */
export function controlChange(before: JsonObject, after: JsonObject): Policy | undefined {
  const [had, has] = [controlsOf(before), controlsOf(after)]
  if (had.shown.join() === has.shown.join()) return undefined
  const [old, now] = [waysOf(had, has.strength), waysOf(has, had.strength)]
  const direction = admitsMore(old, now) ? 'loosened' : admitsMore(now, old) ? 'tightened' : 'changed'
  return policyChange('grantControls', direction, had.shown, has.shown)
}

const perHour: Readonly<Record<string, number>> = { hours: 1, days: 24 }

/** How strict a session control is: 0 if it is off, more if it is stricter. */
const strictness: Readonly<Record<string, (value: Json) => number>> = {
  signInFrequency: (value) => {
    if (!isOn(value)) return 0
    if (textOf(value.frequencyInterval) === 'everyTime') return 2
    const hours = Number(value.value) * (perHour[textOf(value.type) ?? ''] ?? Number.NaN)
    return hours > 0 ? 1 / hours : Number.NaN
  },
  persistentBrowser: (value) => (isOn(value) ? (textOf(value.mode) === 'always' ? -1 : 1) : 0),
  applicationEnforcedRestrictions: (value) => Number(isOn(value)),
  // Nothing shows how strict the rules of another program are, so only watching is less.
  cloudAppSecurity: (value) => (isOn(value) ? (textOf(value.cloudAppSecurityType) === 'monitorOnly' ? 1 : 2) : 0),
  secureSignInSession: (value) => Number(isOn(value)),
  continuousAccessEvaluation: (value) => (isObject(value) && textOf(value.mode) === 'disabled' ? -1 : 0),
  disableResilienceDefaults: (value) => Number(value === true),
}

const isOn = (value: Json): value is JsonObject => isObject(value) && value.isEnabled !== false

const shownOf = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : [JSON.stringify(value).slice(0, 256)]

/** The changes of the session controls. An absent control is off. */
export function sessionChanges(before: JsonObject, after: JsonObject): (Policy | undefined)[] {
  const [had, has] = [before, after].map(({ sessionControls }) => (isObject(sessionControls) ? sessionControls : {}))
  return Object.entries(strictness).map(([name, measure]) => {
    const [was, is] = [measure(had?.[name] ?? null), measure(has?.[name] ?? null)]
    if (was === is || Number.isNaN(was - is)) return undefined
    return policyChange(
      `sessionControls.${name}`,
      is < was ? 'loosened' : 'tightened',
      shownOf(had?.[name]),
      shownOf(has?.[name]),
    )
  })
}
