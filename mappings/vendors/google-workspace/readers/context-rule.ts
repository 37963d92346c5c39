// Context-aware access rules: the access levels that a service requires of a unit or group, and the clients that need them.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { textAt, textsAt, writeAct } from './acts.ts'
import { policyScope, reader } from './admin-acts.ts'
import type { Direction } from './openness.ts'

export const contextRules = 'Context-aware access'

/** The clients that a rule covers besides the website. Exempt applications need no access level. */
const coverage = [/1P_OAUTH_CLIENTS/, /APIS/, /APIS(?!_WITH_EXEMPTION)/]

/** Returns one side of a change: its values, the names of its access levels, and whether it covers each of the clients. */
function sideOf(block: JsonObject, side: 'old' | 'new') {
  const listed = textsAt(block, `${side}_value`)
  const clients = textsAt(block, 'context_access', side)
  const names = listed.flatMap((text) => text.replace(/^\[|\]$/g, '').split(','))
  return {
    values: [...listed, ...clients],
    levels: names.map((name) => name.trim()).filter((name) => name !== ''),
    covers: coverage.map((pattern) => clients.some((each) => pattern.test(each))),
  }
}

/**
 * Returns the direction of a change. One access level is sufficient: each further or different level may admit more
 * devices, and each removed level fewer, except the last. A loss outweighs all gains of the same event.
 */
function directionOf(before: ReturnType<typeof sideOf>, after: ReturnType<typeof sideOf>): Direction {
  const [old, now] = [before.levels, after.levels]
  if (old.length === 0 && now.length > 0) return 'tightened'
  const admitsMore = old.length > 0 && (now.length === 0 || now.some((level) => !old.includes(level)))
  if (admitsMore || before.covers.some((covered, i) => covered && !after.covers[i])) return 'loosened'
  const coversMore = after.covers.some((covered, i) => covered && !before.covers[i])
  return coversMore || now.length < old.length ? 'tightened' : 'changed'
}

export const readContextRule: DeriveStep = reader(['policy_change'], (draft, block) => {
  const [before, after] = [sideOf(block, 'old'), sideOf(block, 'new')]
  // A rule in monitor mode blocks nothing.
  const isMonitor = textAt(block, 'context_access', 'mode')?.toUpperCase() === 'MONITOR'
  const policy: NonNullable<OauthGroup['policy']> = {
    name: contextRules,
    // An administrator changes the rules of several services at once.
    setting: 'access_levels',
    direction: isMonitor ? 'changed' : directionOf(before, after),
    scope: policyScope(draft),
    old: before.values,
    new: after.values,
  }
  writeAct(draft, 'policy_change', { policy }, `${textAt(block, 'application', 'name') ?? ''} ${policy.scope}`)
})
