// What memory and knowledge say of an event, where it is out of the ordinary: often the very fact that the rule asked for.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'

type Oauth = NonNullable<EcsDocument['oauth']>

/** Shorter rests of an application, and younger grants, are daily life. */
const longDays = 30
/** How long a reset, a key or a fresh status is worth a word, in hours. */
const recentHours = 14 * 24

const uses: readonly (string | undefined)[] = ['app_use', 'app_sign_in']
const riskField = ['azure', 'signinlogs', 'properties', 'risk_level_during_signin']
const ended: readonly (string | undefined)[] = ['disabled', 'suspended', 'archived', 'deleted']

/** The facts of a document as parts of a sentence: `account disabled for 11 days`, `idle for 70 days`. */
export function factsOf(document: EcsDocument): string[] {
  const { oauth } = document
  if (oauth === undefined) return []
  return [
    ...risk(document),
    ...accountFacts(oauth),
    ...appFacts(oauth),
    ...grantFacts(oauth),
    ...credentialFacts(oauth),
  ]
}

/** Whether the address is in a network that the application never used, as far as a settled the entity store knows. */
export function isFromNewNetwork({ oauth }: EcsDocument): boolean {
  return oauth?.entity_store?.baseline_ready === true && oauth.activity?.network_new === true
}

/** Microsoft's word on a sign-in, from the middle of its scale on. */
function risk(document: EcsDocument): string[] {
  const [level] = fieldValues(document, riskField)
  return level === 'medium' || level === 'high' ? [`${level} risk`] : []
}

function accountFacts({ action, account = {} }: Oauth): string[] {
  const facts: string[] = []
  const { status, status_age_hours: age, linked_status: linked, linked_status_age_hours: linkedAge } = account
  const { reset_age_hours: reset } = account
  if (ended.includes(status)) facts.push(`account ${status}${forHours(age)}`)
  else if (status === 'active' && age !== undefined && age <= 24) facts.push(`account active again${forHours(age)}`)
  if (ended.includes(linked)) facts.push(`account with the other vendor ${linked}${forHours(linkedAge)}`)
  if (account.signed_in_since_reset === false && reset !== undefined && reset <= recentHours)
    facts.push(`no sign-in since the reset ${duration(reset)} ago`)
  if (account.kind === 'guest' && action === 'owner_add') facts.push('a guest')
  if (account.privileged === true && !uses.includes(action)) facts.push('a privileged account')
  return facts
}

function appFacts({ action, app = {}, account }: Oauth): string[] {
  const facts: string[] = []
  const isUse = uses.includes(action)
  if (app.known_abused === true)
    facts.push(`known from attacks${app.known_abused_name ? ` as ${app.known_abused_name}` : ''}`)
  if (app.lookalike_of !== undefined) facts.push(`a name like ${app.lookalike_of}`)
  if (app.twin_of !== undefined && !isUse) facts.push(`the same name as ${app.twin_of}`)
  if (app.verified === false && action === 'consent') facts.push('publisher not verified')
  if (app.orphaned === true && isUse && !ended.includes(account?.status)) facts.push('everyone who let it in has left')
  if ((isUse || action === 'credential_add') && (app.idle_days ?? 0) >= longDays)
    facts.push(`idle for ${app.idle_days} days`)
  return facts
}

function grantFacts({ action, grant = {} }: Oauth): string[] {
  const facts: string[] = []
  const isUse = uses.includes(action)
  const { revoked_age_hours: revoked } = grant
  if (revoked !== undefined && (isUse || action === 'consent')) facts.push(`revoked ${duration(revoked)} ago`)
  if (isUse && grant.used === false && (grant.age_days ?? 0) >= longDays)
    facts.push(`let in ${grant.age_days} days ago and never used`)
  if (grant.tier_raised === true) facts.push('more than it had')
  return facts
}

function credentialFacts({ action, credential = {} }: Oauth): string[] {
  const { age_hours: age } = credential
  if (uses.includes(action) && age !== undefined && age <= recentHours) return [`with a key ${duration(age)} old`]
  return action === 'credential_add' && credential.actor_new === true ? ['by who never did so for it'] : []
}

function forHours(hours: number | undefined): string {
  return hours === undefined ? '' : ` for ${duration(hours)}`
}

/** Hours as a person says them: whole days from two days on. */
function duration(hours: number): string {
  const [count, unit] = hours >= 48 ? [Math.floor(hours / 24), 'day'] : [Math.floor(hours), 'hour']
  return count === 0 ? 'less than an hour' : `${count} ${unit}${count === 1 ? '' : 's'}`
}
