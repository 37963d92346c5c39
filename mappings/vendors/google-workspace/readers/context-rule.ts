// Context-aware access rules: the access levels that a service requires of a unit or group, and the clients that need them.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { textAt, textsAt, writeAct } from './acts.ts'
import { policyScope, reader } from './admin-acts.ts'

export const contextRules = 'Context-aware access'

/** The clients that a rule covers besides the website. Exempt applications need no access level. */
const coverage = [/1P_OAUTH_CLIENTS/, /APIS/, /APIS(?!_WITH_EXEMPTION)/]

/** Returns one side of a change: its values, and whether it requires a level, both at all and of each of these clients. */
function sideOf(block: JsonObject, side: 'old' | 'new') {
  const levels = textsAt(block, `${side}_value`)
  const clients = textsAt(block, 'context_access', side)
  const isCovered = (pattern: RegExp) => clients.some((each) => pattern.test(each))
  return { values: [...levels, ...clients], covers: [levels.length > 0, ...coverage.map(isCovered)] }
}

export const readContextRule: DeriveStep = reader(['policy_change'], (draft, block) => {
  const [before, after] = [sideOf(block, 'old'), sideOf(block, 'new')]
  const isLost = before.covers.some((covered, i) => covered && !after.covers[i])
  const isGained = after.covers.some((covered, i) => covered && !before.covers[i])
  const policy: NonNullable<OauthGroup['policy']> = {
    name: contextRules,
    // An administrator changes the rules of several services at once.
    setting: 'access_levels',
    direction: isLost === isGained ? 'changed' : isLost ? 'loosened' : 'tightened',
    scope: policyScope(block),
    old: before.values,
    new: after.values,
  }
  writeAct(draft, 'policy_change', { policy }, `${textAt(block, 'application', 'name') ?? ''} ${policy.scope}`)
})
