// Unusual facts about an event from the entity store and our knowledge: often the fact that the rule looks for.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { fieldReader } from './query/field-reader.ts'

type Oauth = NonNullable<EcsDocument['oauth']>

/** Shorter pauses of an application, and more recent grants, are normal. */
const longDays = 30
/** The number of hours for which a reset, a credential or a new status is worth mentioning. */
const recentHours = 14 * 24

const uses: readonly (string | undefined)[] = ['app_use', 'app_sign_in']
/** Microsoft's verdicts that a reason mentions: blocks below `azure` with the names of their properties. */
export const riskFields = (
  [
    ['signinlogs', 'risk_level_during_signin'],
    ['identityprotection', 'risk_event_type'],
    ['identityprotection', 'risk_level'],
  ] as const
).map(([block, name]) => ({ block, name, reader: fieldReader(`azure.${block}.properties.${name}`) }))
export const riskOf = (document: EcsDocument, { reader }: (typeof riskFields)[number]) => reader.values(document)[0]
const ended: readonly (string | undefined)[] = ['disabled', 'suspended', 'archived', 'deleted']

/** The facts of a document as parts of a sentence: `account disabled for 11 days`, `unused for 70 days`. */
export function factsOf(document: EcsDocument): string[] {
  const { oauth } = document
  if (oauth === undefined) return risk(document)
  return [
    ...risk(document),
    ...accountFacts(oauth),
    ...appFacts(oauth),
    ...grantFacts(oauth),
    ...credentialFacts(oauth),
  ]
}

/** Whether the address is in a network that the application never used, as far as the entity store knows once the baseline is ready. */
export function isFromNewNetwork({ oauth }: EcsDocument): boolean {
  return oauth?.entity_store?.baseline_ready === true && oauth.activity?.network_new === true
}

/** Returns Microsoft's risk level of a sign-in (medium or high), and its verdicts on accounts and applications. */
function risk(document: EcsDocument): string[] {
  const [level, type, verdict] = riskFields.map((field) => riskOf(document, field))
  return [
    ...(level === 'medium' || level === 'high' ? [`${level} sign-in risk`] : []),
    ...(typeof type === 'string' ? [type] : []),
    ...(typeof verdict === 'string' && verdict !== 'none' ? [`${verdict} risk`] : []),
  ]
}

function accountFacts({ action, account = {} }: Oauth): string[] {
  const facts: string[] = []
  const { status, status_age_hours: age, linked_status: linked, linked_status_age_hours: linkedAge } = account
  const { reset_age_hours: reset } = account
  if (ended.includes(status)) facts.push(`account ${status}${forHours(age)}`)
  else if (status === 'active' && age !== undefined && age <= 24) facts.push(`account active again${forHours(age)}`)
  if (ended.includes(linked)) facts.push(`account in the other tenant ${linked}${forHours(linkedAge)}`)
  if (account.signed_in_since_reset === false && reset !== undefined && reset <= recentHours)
    facts.push(`no sign-in since the reset ${duration(reset)} ago`)
  if (account.kind === 'guest' && action === 'owner_add') facts.push('guest account')
  if (account.privileged === true && !uses.includes(action)) facts.push('privileged account')
  return facts
}

function appFacts({ action, app = {}, account }: Oauth): string[] {
  const facts: string[] = []
  const isUse = uses.includes(action)
  if (app.known_abused === true)
    facts.push(`known from attacks${app.known_abused_name ? ` as ${app.known_abused_name}` : ''}`)
  if (app.lookalike_of !== undefined) facts.push(`name similar to ${app.lookalike_of}`)
  if (app.twin_of !== undefined && !isUse) facts.push(`same name as ${app.twin_of}`)
  if (app.verified === false && action === 'consent') facts.push('unverified publisher')
  if (app.orphaned === true && isUse && !ended.includes(account?.status))
    facts.push('all granting accounts are disabled or deleted')
  if ((isUse || action === 'credential_add') && (app.idle_days ?? 0) >= longDays)
    facts.push(`unused for ${app.idle_days} days`)
  return facts
}

function grantFacts({ action, grant = {} }: Oauth): string[] {
  const facts: string[] = []
  const isUse = uses.includes(action)
  const { revoked_age_hours: revoked } = grant
  if (revoked !== undefined && (isUse || action === 'consent')) facts.push(`revoked ${duration(revoked)} ago`)
  if (isUse && grant.used === false && (grant.age_days ?? 0) >= longDays)
    facts.push(`granted ${grant.age_days} days ago and never used`)
  if (grant.tier_raised === true) facts.push('higher tier than before')
  return facts
}

function credentialFacts({ action, credential = {} }: Oauth): string[] {
  const { age_hours: age } = credential
  if (uses.includes(action) && age !== undefined && age <= recentHours) return [`credential added ${duration(age)} ago`]
  return action === 'credential_add' && credential.actor_new === true
    ? ['this account has added credentials for less than a day']
    : []
}

function forHours(hours: number | undefined): string {
  return hours === undefined ? '' : ` for ${duration(hours)}`
}

/** Returns hours in words; in whole days from two days on. */
function duration(hours: number): string {
  const [count, unit] = hours >= 48 ? [Math.floor(hours / 24), 'day'] : [Math.floor(hours), 'hour']
  return count === 0 ? 'less than an hour' : `${count} ${unit}${count === 1 ? '' : 's'}`
}
