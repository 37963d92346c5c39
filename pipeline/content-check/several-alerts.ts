import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { isShipped, type Rule, ruleType } from '../../rules/lib/rule.ts'
import type { Golden } from './golden.ts'

/** R028 for each document of a sample on which several rules alert. Rules that count or wait do not alert on a single document. */
export function checkSeveralAlerts(file: string, goldens: readonly Golden[], rules: readonly Rule[]): Diagnostic[] {
  const single = rules.filter((rule) => isShipped(rule) && ruleType(rule) === 'query').map(({ name }) => name)
  return goldens.flatMap(({ hits }, i): Diagnostic[] => {
    const names = single.filter((name) => hits.includes(name))
    if (names.length < 2) return []
    const message = `${names.length} rules alert on one act: ${names.join(', ')}`
    const hint = 'add the ID of the more severe rule to `yields` of the other rule, or narrow one of the queries'
    return [{ code: 'R028', level: 'warning', file, path: goldens.length === 1 ? '' : String(i), message, hint }]
  })
}
