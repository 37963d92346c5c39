// Members of a rule that have no effect: members of another rule type, and members that no rule type has.
import type { Problem } from '../../mappings/kernel/diagnostic.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { ruleSchema } from './content.schema.ts'
import { type Rule, type RuleType, ruleType } from './rule.ts'

/** The members that only one rule type reads. */
const typeOfMember: Readonly<Record<string, RuleType>> = {
  threshold: 'threshold',
  within: 'threshold',
  newTermsFields: 'new_terms',
  historyWindowStart: 'new_terms',
}

export function checkMembers(rule: Rule): Problem[] {
  const type = ruleType(rule)
  return Object.keys(rule).flatMap((path): Problem[] => {
    if (!Object.hasOwn(ruleSchema.properties, path)) {
      return [
        { path, message: `rules have no member ${path}`, ...didYouMean(path, Object.keys(ruleSchema.properties)) },
      ]
    }
    if (path === 'within' && type === 'threshold' && rule.from !== undefined)
      return [{ path, message: 'has no effect, because the rule has a `from`', hint: 'remove `from`' }]
    const counts = rule.type === 'threshold' && path === 'threshold' && rule.threshold.value > 1
    if (counts && rule.within === undefined)
      return [
        { path, message: 'the period of the count is missing', hint: "add `within`, such as '1h'; remove `from`" },
      ]
    const reader = typeOfMember[path]
    if (reader === undefined || reader === type) return []
    const message = `a rule of type ${type} does not read ${path}`
    return [{ path, message, hint: `remove ${path}, or write type: '${reader}'` }]
  })
}
