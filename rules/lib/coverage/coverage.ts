// Which part of T1671 which rule covers, for which vendor, on which evidence.
import { tactics, techniques } from '../../attack/techniques.ts'
import { alertsDataset, datasetFacts } from '../datasets.ts'
import { ruleFields } from '../portable.ts'
import { requiredActions, requiredOf } from '../required-actions.ts'
import { isShipped, type Rule } from '../rule.ts'
import { type Element, elementOfAction, elementOfFinding, elements } from './elements.ts'

export type Vendor = 'm365' | 'google-workspace'
export const vendors: readonly Vendor[] = ['m365', 'google-workspace']

export interface CoverageRow {
  readonly element: Element
  readonly vendor: Vendor
  readonly rules: readonly {
    readonly id: string
    readonly name: string
    /** Names of evidence that it matches. */
    readonly match: readonly string[]
    /** How many near misses it does not match. */
    readonly noMatch: number
  }[]
}

/** The elements of the technique that a rule is about. */
export function elementsOf(rule: Rule): Element[] {
  if (rule.datasets.includes(alertsDataset)) return ['chain']
  const found = new Set<Element>()
  const fields = ruleFields(rule)
  if (fields.some((field) => field.startsWith('oauth.account.status'))) found.add('outlives')
  // Everybody can write a script; it is an application of one’s own that nobody registers.
  if (requiredOf(rule, 'oauth.app.kind')?.includes('script')) found.add('created')
  // An Exchange role is over all mailboxes that its scope leaves in.
  if (fields.some((field) => field.startsWith('oauth.role')) && requiredActions(rule)?.includes('app_role_grant'))
    found.add('delegation')
  for (const action of requiredActions(rule) ?? [])
    if (Object.hasOwn(elementOfAction, action)) found.add(elementOfAction[action as keyof typeof elementOfAction])
  for (const kind of requiredOf(rule, 'oauth.finding.kind') ?? [])
    if (Object.hasOwn(elementOfFinding, kind)) found.add(elementOfFinding[kind as keyof typeof elementOfFinding])
  // A rule that asks for no act looks at what the application is.
  if (found.size === 0) found.add('added')
  return [...found]
}

function vendorsOf(rule: Rule): Vendor[] {
  // Alerts and findings are of both.
  return vendors.filter((vendor) =>
    rule.datasets.some((name) => [vendor, 'consentry'].includes(datasetFacts(name).vendor)),
  )
}

/** One row for each element and vendor, with the active rules that cover it; a row without rules is a gap. */
export function coverageOf(rules: readonly Rule[]): CoverageRow[] {
  const covering = rules.filter((rule) => isShipped(rule) && (rule.attack as readonly string[]).includes('T1671'))
  return (Object.keys(elements) as Element[]).flatMap((element) =>
    vendors.map((vendor) => ({
      element,
      vendor,
      rules: covering
        .filter((rule) => elementsOf(rule).includes(element) && vendorsOf(rule).includes(vendor))
        .map(({ id, name, tests }) => ({
          id,
          name,
          match: tests.match.map((evidence) => ('sample' in evidence ? evidence.sample : evidence.scenario)),
          noMatch: tests.noMatch.length,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    })),
  )
}

/** A layer for the ATT&CK Navigator (layer format 4.5): each technique with the rules on it. */
export function navigatorLayer(rules: readonly Rule[]): object {
  const active = rules.filter(isShipped)
  const ids = [...new Set(active.flatMap((rule): string[] => [...rule.attack]))].sort()
  return {
    name: 'Consentry',
    versions: { layer: '4.5', navigator: '5.1.0' },
    domain: 'enterprise-attack',
    description: 'OAuth application abuse in Microsoft 365 and Google Workspace: rules by technique',
    techniques: ids.flatMap((id) => {
      const on = active.filter((rule) => (rule.attack as readonly string[]).includes(id))
      const technique = techniques[id as keyof typeof techniques]
      return technique.tactics.map((tactic) => ({
        techniqueID: id,
        tactic: tactics[tactic].toLowerCase().replaceAll(' ', '-'),
        score: on.length,
        comment: on
          .map(({ name }) => name)
          .sort()
          .join('\n'),
        enabled: true,
      }))
    }),
    gradient: { colors: ['#d6e9f5', '#1b6ca8'], minValue: 1, maxValue: Math.max(1, active.length) },
  }
}
