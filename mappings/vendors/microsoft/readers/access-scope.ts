// The sign-ins to which a Conditional Access policy applies: accounts, applications, and conditions such as platforms.
// https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import { guestsIn, notCovered } from './guests.ts'
import { listOf, type Policy, policyChange } from './policy-change.ts'
import { listedTexts, textOf } from './values.ts'

const allWords: ReadonlySet<string> = new Set(['all', 'any', 'serviceprincipalsinmytenant'])
const isAll = (value: string): boolean => allWords.has(value.toLowerCase())

/** An object contains guests. */
const valuesIn = (value: Json | undefined): string[] => (isObject(value) ? guestsIn(value) : listedTexts(value))

/** Members of `conditions` that together select accounts or applications. Without a selection, the policy applies to nobody. */
const selections: readonly (readonly [part: string, names: readonly string[]])[] = [
  ['users', ['includeUsers', 'includeGroups', 'includeRoles', 'includeGuestsOrExternalUsers']],
  ['applications', ['includeApplications', 'includeUserActions', 'includeAuthenticationContextClassReferences']],
  ['clientApplications', ['includeServicePrincipals']],
]

/** Members of `conditions` that limit the policy. Without values, the policy applies to every sign-in. */
const limits: readonly (readonly [part: string, name?: string])[] = [
  ['platforms', 'includePlatforms'],
  ['locations', 'includeLocations'],
  ['authenticationFlows', 'transferMethods'],
  ['clientAppTypes'],
  ['signInRiskLevels'],
  ['userRiskLevels'],
  ['servicePrincipalRiskLevels'],
  ['insiderRiskLevels'],
]

/** Queries on attributes. A query selects some applications or excludes some; on devices, each query limits the policy. */
const filters: readonly (readonly [part: string, name: string])[] = [
  ['devices', 'deviceFilter'],
  ['applications', 'applicationFilter'],
  ['clientApplications', 'servicePrincipalFilter'],
]

/** The four types that the portal writes for every client, without the word for all of them. */
const everyClient = ['browser', 'mobileAppsAndDesktopClients', 'other']

/** Applications that the group `Office365` contains. */
const office: ReadonlySet<string> = new Set([
  '00000002-0000-0ff1-ce00-000000000000',
  '00000003-0000-0ff1-ce00-000000000000',
  'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
])

const memberOf = (conditions: JsonObject, part: string, name: string | undefined): string[] => {
  const value = conditions[part]
  return valuesIn(name === undefined ? value : isObject(value) ? value[name] : undefined)
}

function selected(conditions: JsonObject, part: string, names: readonly string[]): string[] {
  return names.flatMap((name) => memberOf(conditions, part, name)).filter((value) => value !== 'None')
}

/** The values that a selection no longer contains, by themselves or in a group. */
function lostOf(before: readonly string[], after: readonly string[]): string[] {
  if (after.some(isAll)) return []
  const withOffice = after.includes('Office365')
  return notCovered(before, after).filter((value) => !(withOffice && office.has(value)))
}

function selectionChange(part: string, names: readonly string[], sides: Sides): Policy | undefined {
  const [before, after] = sides.map((conditions) => selected(conditions, part, names)) as [string[], string[]]
  const lost = lostOf(before, after)
  if (lost.length === 0 && notCovered(after, before).length === 0) return undefined
  // The member that lost the value, or else the first one that gained a value.
  const name = names.find((each) =>
    changed(memberOf(sides[0], part, each), memberOf(sides[1], part, each), lost.length > 0),
  )
  return policyChange(
    `conditions.${part}.${name ?? names[0]}`,
    lost.length > 0 ? 'loosened' : 'tightened',
    before,
    after,
  )
}

const changed = (before: string[], after: string[], lost: boolean): boolean =>
  (lost ? notCovered(before, after) : notCovered(after, before)).length > 0

function limitChange(part: string, name: string | undefined, sides: Sides): Policy | undefined {
  const [before, after] = sides.map((conditions) => memberOf(conditions, part, name)) as [string[], string[]]
  if (without(before, after).length === 0 && without(after, before).length === 0) return undefined
  const setting = name === undefined ? `conditions.${part}` : `conditions.${part}.${name}`
  const isWhole = (values: readonly string[]) =>
    values.length === 0 || values.some(isAll) || everyClient.every((client) => values.includes(client))
  const [wasWhole, isWholeNow] = [isWhole(before), isWhole(after)]
  if (wasWhole && isWholeNow) return undefined
  const narrower = wasWhole || (!isWholeNow && without(before, after).length > 0)
  return policyChange(setting, narrower ? 'loosened' : 'tightened', before, after)
}

function filterIn(conditions: JsonObject, part: string, name: string): string[] {
  const value = conditions[part]
  const filter = isObject(value) ? value[name] : undefined
  const rule = isObject(filter) ? textOf(filter.rule) : undefined
  if (!isObject(filter) || rule === undefined) return []
  return [...listOf(textOf(filter.mode)?.toLowerCase()), rule]
}

function filterChange(part: string, name: string, sides: Sides): Policy | undefined {
  const [before, after] = sides.map((conditions) => filterIn(conditions, part, name)) as [string[], string[]]
  if (before.join(' ') === after.join(' ')) return undefined
  const setting = `conditions.${part}.${name}`
  // With the opposite mode, a query leaves out what it selected.
  if (before.length > 0 && before.at(-1) === after.at(-1)) return policyChange(setting, 'loosened', before, after)
  const [mode] = [...before, ...after]
  // Which sign-ins another query selects is unknown. If it selects applications, the lists next to it also matter.
  const isUnknown = (before.length > 0 && after.length > 0) || (part !== 'devices' && mode === 'include')
  const direction = isUnknown ? 'changed' : after.length > 0 ? 'loosened' : 'tightened'
  return policyChange(setting, direction, before, after)
}

type Sides = readonly [before: JsonObject, after: JsonObject]

/** The changes of the sign-ins to which the policy applies. A side without conditions shows nothing. */
export function scopeChanges(before: JsonObject, after: JsonObject): (Policy | undefined)[] {
  const [had, has] = [before.conditions, after.conditions]
  if (!isObject(had) || !isObject(has)) return []
  return [
    ...selections.map(([part, names]) =>
      isObject(had[part]) && isObject(has[part]) ? selectionChange(part, names, [had, has]) : undefined,
    ),
    ...limits.map(([part, name]) => limitChange(part, name, [had, has])),
    ...filters.map(([part, name]) => filterChange(part, name, [had, has])),
  ]
}
