// The part of a hunt that its results show. The entity store and the rules always process every record.
import { concernedApp, type EcsDocument, eventTime } from '../../../mappings/fields/document.ts'
import { folded } from '../../../mappings/kernel/folded.ts'
import { isMapped, networkTest } from '../../../mappings/kernel/ip-network.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { compareSeverity, type Severity } from '../../../rules/lib/rule.ts'

/** The filters of a view. An absent member filters nothing. */
export interface Filters {
  /** A period of event times, ISO 8601 in UTC: includes `since`, excludes `until`. */
  readonly since?: string
  readonly until?: string
  readonly app?: { readonly name: string; readonly ids: ReadonlySet<string> }
  readonly account?: { readonly name: string; readonly ids: ReadonlySet<string> }
  /** Addresses and networks (CIDR). */
  readonly ip?: readonly string[]
  /** A text that any value may contain, regardless of case. */
  readonly find?: string
  readonly minSeverity?: Severity
  readonly rules?: readonly { readonly id: string; readonly name: string }[]
}

export interface View {
  /** The filters of the view, in words. */
  readonly filters: readonly string[]
  readonly period: Pick<Filters, 'since' | 'until'>
  readonly appIds?: readonly string[]
  shows(document: EcsDocument): boolean
  /** Whether the rule of an alert is among those shown. */
  showsRule(alert: Alert): boolean
  /** Whether the severity of an alert is among those shown. Less severe alerts on its act still add their facts to it. */
  showsSeverity(alert: Alert): boolean
}

export function makeView(filters: Filters): View {
  const { since, until, app, account, ip, minSeverity, rules } = filters
  const find = filters.find === undefined ? undefined : folded(filters.find)
  const isInside = ip?.map((network) => {
    const isIn = networkTest(network)
    // An IPv6 network also contains all IPv4 addresses, in their IPv6 form.
    const isV6 = network.includes(':') && !isMapped(network)
    return (address: string) => address.includes(':') === isV6 && isIn?.(address) === true
  })
  const ruleIds = rules === undefined ? undefined : new Set(rules.map(({ id }) => id))
  return {
    filters: wordsOf(filters),
    period: { ...(since !== undefined && { since }), ...(until !== undefined && { until }) },
    ...(app !== undefined && { appIds: [...app.ids].sort() }),
    shows(document) {
      const at = eventTime(document)
      if (since !== undefined && at < since) return false
      if (until !== undefined && at >= until) return false
      if (app !== undefined && !appIds(document).some((id) => app.ids.has(id))) return false
      if (account !== undefined && !accountsOf(document).some((name) => account.ids.has(folded(name)))) return false
      if (isInside !== undefined && !addressesOf(document).some((address) => isInside.some((isIn) => isIn(address))))
        return false
      return find === undefined || hasText(document, find)
    },
    showsRule: ({ rule }) => ruleIds === undefined || ruleIds.has(rule.id),
    showsSeverity: ({ severity }) => minSeverity === undefined || compareSeverity(severity, minSeverity) >= 0,
  }
}

/** Returns the IDs of the application that a document or an alert concerns, in lower case. */
export function appIds(about: Pick<Alert, 'oauth'> | Pick<EcsDocument, 'oauth'>): string[] {
  const { id, object_id, registration_id } = concernedApp(about) ?? {}
  return [id, object_id, registration_id].flatMap((each) => (each === undefined ? [] : [each.toLowerCase()]))
}

function accountsOf({ user, oauth, related }: EcsDocument): string[] {
  const { account } = oauth ?? {}
  const target = user?.target
  const names = [user?.email, user?.name, user?.id, target?.email, target?.name, target?.id, account?.name, account?.id]
  return [...names.filter((name) => name !== undefined), ...(related?.user ?? [])]
}

function addressesOf({ source, related }: EcsDocument): string[] {
  return [...(source?.ip === undefined ? [] : [source.ip]), ...(related?.ip ?? [])]
}

/** Checks whether a value at any depth contains the folded text. */
function hasText(value: unknown, text: string): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((member) => hasText(member, text))
  return value !== null && value !== undefined && folded(String(value)).includes(text)
}

function wordsOf({ since, until, app, account, ip, find, minSeverity, rules = [] }: Filters): string[] {
  return [
    ...(since === undefined ? [] : [`from ${since}`]),
    ...(until === undefined ? [] : [`before ${until}`]),
    ...(app === undefined ? [] : [`application ${app.name}`]),
    ...(account === undefined ? [] : [`account ${account.name}`]),
    ...(ip === undefined ? [] : [`address ${ip.join(' or ')}`]),
    ...(find === undefined ? [] : [`text "${find}"`]),
    ...(minSeverity === undefined ? [] : [`severity ${minSeverity} or higher`]),
    ...rules.map(({ name }) => `rule "${name}"`),
  ]
}
