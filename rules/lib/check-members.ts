// Members of a rule that have no effect: members of another rule type, and members that no rule type has.
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { ruleSchema } from './content.schema.ts'
import { type Rule, type RuleType, ruleType } from './rule.ts'

/** The members that only one rule type reads. */
const typeOfMember: Readonly<Record<string, RuleType>> = {
  threshold: 'threshold',
  newTermsFields: 'new_terms',
  historyWindowStart: 'new_terms',
}

export interface IdleMember {
  readonly path: string
  readonly message: string
  readonly hint?: string
}

export function checkMembers(rule: Rule): IdleMember[] {
  const type = ruleType(rule)
  return Object.keys(rule).flatMap((path): IdleMember[] => {
    if (!Object.hasOwn(ruleSchema.properties, path)) {
      const { hint } = didYouMean(path, Object.keys(ruleSchema.properties))
      return [{ path, message: `no rule has a member ${path}`, ...(hint !== undefined && { hint }) }]
    }
    const reader = typeOfMember[path]
    if (reader === undefined || reader === type) return []
    const message = `a rule of type ${type} does not read ${path}`
    return [{ path, message, hint: `remove ${path}, or write type: '${reader}'` }]
  })
}
