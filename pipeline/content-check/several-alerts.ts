import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { isExperimental, isShipped, type Rule } from '../../rules/lib/rule.ts'
import type { Golden } from './golden.ts'

/** R028 for each document of a sample on which several active rules alert. Rules that count or wait do not alert on a document. */
export function checkSeveralAlerts(file: string, goldens: readonly Golden[], rules: readonly Rule[]): Diagnostic[] {
  const active = rules.filter((rule) => isShipped(rule) && !isExperimental(rule) && (rule.type ?? 'query') === 'query')
  return goldens.flatMap(({ hits }, i): Diagnostic[] => {
    const names = active.flatMap(({ id, name }) => (hits.includes(id) ? [name] : []))
    if (names.length < 2) return []
    const message = `${names.length} active rules alert on one act: ${names.join(', ')}`
    const hint = 'list the more severe rule under `yields` of the other one, or narrow a query'
    return [{ code: 'R028', level: 'warning', file, path: goldens.length === 1 ? '' : String(i), message, hint }]
  })
}
