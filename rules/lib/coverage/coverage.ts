// Shows which rule covers which part of T1671, for which vendor, and on which evidence.
import type { Content } from '../../../mappings/kernel/discover.ts'
import type { ActsByDataset } from '../check-acts.ts'
import { alertsDataset, datasetFacts } from '../datasets.ts'
import { requiredOf } from '../required-actions.ts'
import { isShipped, type Rule } from '../rule.ts'
import { askedFields, askedValues } from './asked.ts'
import { detectionStrategy } from './detection.ts'
import { type Element, elementOfAction, elementOfEvent, elementOfFinding, elements } from './elements.ts'

export type Vendor = 'm365' | 'google-workspace'
export const vendors: readonly Vendor[] = ['m365', 'google-workspace']

export interface CoverageRow {
  readonly element: Element
  readonly vendor: Vendor
  readonly rules: readonly {
    readonly id: string
    readonly name: string
    /** Names of the evidence that the rule matches. */
    readonly match: readonly string[]
    /** The number of near misses that the rule does not match. */
    readonly noMatch: number
  }[]
}

/** A sign that a rule covers an element, and the act on which the sign depends. */
interface Sign {
  readonly element: Element
  readonly action?: string
}

const ended = new Set(['disabled', 'suspended', 'archived', 'deleted'])

/** Entra writes several changes of an application as one record, with one of these acts. */
const actsOfUpdates = new Set(['credential_add', 'sp_update'])

/** Returns the elements of the technique that a rule covers; empty for a rule that covers no part of the technique. */
export function elementsOf(rule: Rule): Element[] {
  return [...new Set(signsOf(rule).map(({ element }) => element))]
}

function signsOf(rule: Rule): Sign[] {
  if (rule.datasets.includes(alertsDataset)) return [{ element: 'chain' }]
  const fields = askedFields(rule)
  const asks = (start: string) => fields.some((field) => field.startsWith(start))
  const events = askedValues(rule, 'oauth.action')
  // A rule that requires a redirect address or a policy setting covers only that change.
  const ofSetting = asks('oauth.redirect.') || asks('oauth.policy.')
  const acts = events.flat().filter((action) => !(ofSetting && actsOfUpdates.has(action)))
  const statuses = ['oauth.account.status', 'oauth.account.linked_status'].flatMap(
    (field) => requiredOf(rule, field) ?? [],
  )
  return [
    ...(statuses.some((status) => ended.has(status)) || asks('oauth.app.orphaned_hours')
      ? [{ element: 'outlives' } as const]
      : []),
    // Everybody can write a script: a script is an application that is created without a registration.
    ...(askedValues(rule, 'oauth.app.kind').flat().includes('script') ? [{ element: 'created' } as const] : []),
    // An Exchange role covers all mailboxes in its scope.
    ...(asks('oauth.role.name') && acts.includes('app_role_grant')
      ? [{ element: 'delegation', action: 'app_role_grant' } as const]
      : []),
    ...(joinsElements(events) ? [{ element: 'chain' } as const] : []),
    ...acts.flatMap((action) => found(elementOfAction, action).map((element) => ({ element, action }))),
    ...askedValues(rule, 'oauth.finding.kind')
      .flat()
      .flatMap((kind) => found(elementOfFinding, kind).map((element) => ({ element }))),
    ...askedValues(rule, 'event.action')
      .flat()
      .flatMap((event) => found(elementOfEvent, event).map((element) => ({ element }))),
  ]
}

/** Whether the events of a sequence are of different elements. */
function joinsElements(events: readonly (readonly string[])[]): boolean {
  const ofEvents = events.map((acts) => acts.flatMap((action) => found(elementOfAction, action)).join())
  return new Set(ofEvents).size > 1
}

function found(table: Readonly<Record<string, Element>>, key: string): Element[] {
  return Object.hasOwn(table, key) ? [table[key] as Element] : []
}

/** Whether the datasets of a vendor that the rule reads contain the act on which a sign depends. */
function isOf(vendor: Vendor, { action }: Sign, { file, value: rule }: Content<Rule>, acts: ActsByDataset): boolean {
  const folder = vendors.find((name) => file.startsWith(`rules/${name}/`))
  if (folder !== undefined && folder !== vendor) return false
  return rule.datasets.some((name) => {
    const of = datasetFacts(name).vendor
    // Alerts and findings belong to both vendors.
    if (of === 'consentry') return action === undefined
    return of === vendor && (action === undefined || (acts.get(name) ?? []).includes(action))
  })
}

function onTechnique(contents: readonly Content<Rule>[]): Content<Rule>[] {
  const id: string = detectionStrategy.technique
  return contents.filter(({ value }) => isShipped(value) && (value.attack as readonly string[]).includes(id))
}

/** One row for each element and vendor, with the active rules that cover it; a row without rules is a gap. */
export function coverageOf(contents: readonly Content<Rule>[], acts: ActsByDataset): CoverageRow[] {
  const covering = onTechnique(contents).map((content) => ({ content, signs: signsOf(content.value) }))
  return (Object.keys(elements) as Element[]).flatMap((element) =>
    vendors.map((vendor) => ({
      element,
      vendor,
      rules: covering
        .filter(({ content, signs }) =>
          signs.some((sign) => sign.element === element && isOf(vendor, sign, content, acts)),
        )
        .map(({ content: { value } }) => ({
          id: value.id,
          name: value.name,
          match: value.tests.match.map((evidence) => ('sample' in evidence ? evidence.sample : evidence.scenario)),
          noMatch: value.tests.noMatch.length,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    })),
  )
}

/** Returns active rules that name T1671 but cover no part of it, by name. These support other rules, without credit. */
export function withoutCredit(contents: readonly Content<Rule>[]): { id: string; name: string }[] {
  return onTechnique(contents)
    .filter(({ value }) => elementsOf(value).length === 0)
    .map(({ value: { id, name } }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export interface SentenceRow {
  readonly analytic: string
  readonly asks: string
  /** Names of the rules that cover the sentence, by vendor. */
  readonly rules: Readonly<Record<Vendor, readonly string[]>>
}

/** Returns one row for each sentence in the analytics of the detection strategy. */
export function sentencesOf(rows: readonly CoverageRow[]): SentenceRow[] {
  return detectionStrategy.analytics.flatMap(({ id, sentences }) =>
    sentences.map(({ asks, answeredBy }) => {
      const names = (vendor: Vendor) => [
        ...new Set(
          rows
            .filter((row) => row.vendor === vendor && (answeredBy as readonly Element[]).includes(row.element))
            .flatMap(({ rules }) => rules.map(({ name }) => name)),
        ),
      ]
      return {
        analytic: id,
        asks,
        rules: { m365: names('m365').sort(), 'google-workspace': names('google-workspace').sort() },
      }
    }),
  )
}
