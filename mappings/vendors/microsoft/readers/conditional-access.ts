// Conditional Access policies: what a policy enforces before and after a change: its exclusions, the sign-ins to which it
// applies, the controls that it requires, and its state.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { put } from '../../../lib/put.ts'
import { controlChange, sessionChanges } from './access-controls.ts'
import { scopeChanges } from './access-scope.ts'
import { type ActReader, type DirectoryAct, reader } from './directory-act.ts'
import { prefixedId } from './entity.ts'
import { guestsIn, notCovered } from './guests.ts'
import { type Direction, listOf, type Policy, policyChange } from './policy-change.ts'
import { textOf, textsOf } from './values.ts'

const inForce = 'enabled'
const unchanged: Policy = { direction: 'changed' }

/** Each side of one property contains the whole policy. */
function policyIn(values: readonly Json[]): JsonObject {
  return values.filter(isObject).find((value) => isObject(value.conditions) || value.state !== undefined) ?? {}
}

function sidesOf({ changes }: DirectoryAct): readonly [before: JsonObject, after: JsonObject] {
  const names = changes.names()
  return [
    policyIn(names.flatMap((name) => changes.beforeList(name))),
    policyIn(names.flatMap((name) => changes.afterList(name))),
  ]
}

/** The exclusions of a policy by their path, such as `conditions.users.excludeGroups`. */
function exclusionsOf({ conditions }: JsonObject): Map<string, string[]> {
  const exclusions = new Map<string, string[]>()
  for (const [part, condition] of Object.entries(isObject(conditions) ? conditions : {}))
    for (const [name, value] of Object.entries(isObject(condition) ? condition : {}))
      if (name.startsWith('exclude')) exclusions.set(`conditions.${part}.${name}`, membersOf(value ?? null))
  return exclusions
}

/** An object excludes guests. */
const membersOf = (value: Json): string[] => (isObject(value) ? guestsIn(value) : textsOf(value))

function exclusionChange(setting: string, before: string[], after: string[]): Policy | undefined {
  const added = notCovered(after, before).length > 0
  if (!added && notCovered(before, after).length === 0) return undefined
  return policyChange(setting, added ? 'loosened' : 'tightened', before, after)
}

/** Returns the change of the policy state. A deleted or report-only policy enforces nothing. */
function stateChange(before: string | undefined, after: string | undefined): Policy | undefined {
  if (before === after) return undefined
  const direction = after === inForce ? 'tightened' : before === inForce ? 'loosened' : 'changed'
  return policyChange('state', direction, listOf(before), listOf(after))
}

/** A policy that was not in force enforced nothing, so a change of its content weakens nothing. */
const inEffect =
  (stateBefore: string | undefined) =>
  (change: Policy): Policy =>
    stateBefore === undefined || stateBefore === inForce || change.setting === 'state'
      ? change
      : { ...change, direction: 'changed' }

/** The most relevant change: a weakening before a restriction. */
function changeOf(act: DirectoryAct): Policy {
  const [before, after] = sidesOf(act)
  const [stateBefore, stateAfter] = [textOf(before.state), textOf(after.state)]
  // The record of a deletion may have the policy on either side.
  if (act.operation.startsWith('delete')) return stateChange(stateBefore ?? stateAfter, undefined) ?? unchanged
  const [had, has] = [exclusionsOf(before), exclusionsOf(after)]
  const excluded = [...new Set([...had.keys(), ...has.keys()])].map((setting) =>
    exclusionChange(setting, had.get(setting) ?? [], has.get(setting) ?? []),
  )
  const state = stateAfter === undefined ? undefined : stateChange(stateBefore, stateAfter)
  // A record may contain a part of the policy; a new policy has no earlier side.
  const isWhole = isObject(before.conditions) && isObject(after.conditions)
  const enforced = isWhole
    ? [controlChange(before, after), ...scopeChanges(before, after), ...sessionChanges(before, after)]
    : []
  const found = [...excluded, ...enforced, state].filter((change) => change !== undefined).map(inEffect(stateBefore))
  const withDirection = (wanted: Direction) => found.find(({ direction }) => direction === wanted)
  return withDirection('loosened') ?? withDirection('tightened') ?? found[0] ?? unchanged
}

export const readConditionalAccess: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, object } = act
  const policy = { ...changeOf(act) }
  put(policy, 'name', target.name)
  put(policy, 'scope', act.tenant)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? prefixedId(object) ?? '']
})
