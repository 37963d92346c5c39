// The queries of an investigation guide, made from the fields that the alerts of a rule carry: a button for Timeline, and the
// same query as plain KQL, because buttons need a paid license. Syntax of a button:
// https://www.elastic.co/docs/solutions/security/detect-and-alert/launch-timeline-from-investigation-guides
import { ruleFields } from './portable.ts'
import { keysOf } from './query/eql/ast.ts'
import { requiredActions, requiredOf } from './required-actions.ts'
import type { Rule } from './rule.ts'
import { sequenceOf } from './rule-query.ts'

export interface InvestigationQuery {
  readonly label: string
  /** The field that the events share with the alert. */
  readonly field: string
  /** A further condition with a fixed value. */
  readonly also?: { readonly field: string; readonly value: string }
}

const queries = {
  app: { label: 'Activity of this application', field: 'service.id' },
  credential: {
    label: 'Sign-ins with the credentials of this application',
    field: 'service.id',
    also: { field: 'oauth.action', value: 'app_sign_in' },
  },
  email: { label: 'Activity of this account', field: 'user.email' },
  user: { label: 'Activity of this account', field: 'user.name' },
  id: { label: 'Activity of this account', field: 'user.id' },
  address: { label: 'Activity from this address', field: 'source.ip' },
} as const satisfies Record<string, InvestigationQuery>

/** Further fields that group alerts on several documents. */
const groups: readonly InvestigationQuery[] = [
  { label: queries.app.label, field: 'oauth.app.id' },
  { label: queries.id.label, field: 'oauth.account.id' },
  { label: 'Activity in this session', field: 'session.id' },
  { label: 'Calls with this token', field: 'token.id' },
  queries.id,
]

/** Returns the queries for which the alerts of a rule contain the values. */
export function investigationQueries(rule: Rule): InvestigationQuery[] {
  if (isAboutLogs(rule)) return []
  const carried = groupsOf(rule)
  const carries = (field: string) => carried === undefined || carried.includes(field)
  const readsCredentials = ruleFields(rule).some((name) => name.startsWith('oauth.credential.'))
  const byApplication = actorIsApplication(rule)
  const chosen = [
    ...(namesApplication(rule) ? [queries.app, ...(readsCredentials ? [queries.credential] : [])] : []),
    ...(byApplication || isAppOnly(rule) ? [] : [accountQuery(rule, carries)]),
    // The directory records no address when an application acts.
    ...(byApplication ? [] : [queries.address]),
  ]
  const shown = chosen.filter(({ field }) => carries(field))
  return [...shown, ...groups.filter((each) => carried?.includes(each.field) && !shown.includes(each))]
}

function accountQuery({ datasets }: Rule, carries: (field: string) => boolean): InvestigationQuery {
  if (datasets.every((name) => name.endsWith('graphactivitylogs'))) return queries.id
  return carries('user.email') ? queries.email : queries.user
}

/** Findings about log sources name no application, account or address. */
function isAboutLogs(rule: Rule): boolean {
  const kinds = requiredOf(rule, 'oauth.finding.kind') ?? []
  return kinds.length > 0 && kinds.every((kind) => kind === 'log_source_silent' || kind === 'field_absent')
}

/** Whether alerts name an application. Policy changes affect all of them; other rules must read application fields. */
function namesApplication(rule: Rule): boolean {
  const acts = requiredActions(rule)
  if (acts !== undefined) return acts.some((act) => act !== 'policy_change')
  return ruleFields(rule).some((name) =>
    /^(?:oauth\.(?:app|credential|finding|grant)|service|azure\.identityprotection)\./.test(name),
  )
}

function actorIsApplication(rule: Rule): boolean {
  return ruleFields(rule).some((name) =>
    /^(?:oauth\.actor_app|azure\.auditlogs\.properties\.initiated_by\.app)\./.test(name),
  )
}

/** Whether the application acts as itself: the record contains no account. */
function isAppOnly(rule: Rule): boolean {
  const signsIn = requiredActions(rule)?.join() === 'app_sign_in'
  const categories = requiredOf(rule, 'azure.identityprotection.category')
  return (
    requiredOf(rule, 'oauth.grant.app_only')?.join() === 'true' ||
    categories?.every((category) => category.includes('ServicePrincipal')) === true ||
    (signsIn && ruleFields(rule).some((name) => name.startsWith('oauth.credential.')))
  )
}

/** Returns the fields that an alert on several documents always contains; undefined for one document, which has all. */
function groupsOf(rule: Rule): readonly string[] | undefined {
  if (rule.type === 'threshold') return rule.threshold.field
  const query = sequenceOf(rule)
  if (query === undefined) return undefined
  const [first = [], ...rest] = query.steps.map((step) => keysOf(query, step).map(({ name }) => name))
  const shared = first.filter((name) => rest.every((keys) => keys.includes(name)))
  // If different fields join the steps, the alert has the values of the first step.
  return shared.length > 0 ? shared : first
}

/** The time range of a query: a consent may be a month older than its use. */
const relativeFrom = 'now-30d/d'

/** A button in Kibana's syntax. */
export function button({ label, field, also }: InvestigationQuery): string {
  const provider = (name: string, value: string) => ({
    excluded: false,
    field: name,
    queryType: 'phrase',
    value,
    valueType: 'string',
  })
  const all = [provider(field, `{{${field}}}`), ...(also === undefined ? [] : [provider(also.field, also.value)])]
  return `!{investigate${JSON.stringify({ label, providers: [all], relativeFrom, relativeTo: 'now' })}}`
}

/** Returns the same query in KQL, in which the reader inserts the value from the alert. */
export function kqlOf({ field, also }: InvestigationQuery): string {
  const fixed = also === undefined ? '' : ` and ${also.field}: "${also.value}"`
  return `${field}: "VALUE"${fixed}`
}

/** Returns the section of the guide; empty if the alerts contain none of the fields. */
export function investigationSection(rule: Rule): string {
  const chosen = investigationQueries(rule)
  if (chosen.length === 0) return ''
  const lines = chosen.map((query) => `- ${button(query)}\n  \`${kqlOf(query)}\``)
  return `#### Queries\n\nIf you see no buttons, paste a query into Discover and replace VALUE with the value from the alert.\n\n${lines.join('\n')}`
}
