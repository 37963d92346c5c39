// The product's own content as the commands load it.
import { type Content, loadContent } from '../../mappings/kernel/discover.ts'
import type { Rule } from '../../rules/lib/rule.ts'

/** Rules with the files they stand in, sorted by file name. */
export function loadRuleContents(): Promise<Content<Rule>[]> {
  return loadContent<Rule>('rules', 'rule')
}

/** Every rule of the pack. */
export async function loadRules(): Promise<Rule[]> {
  return (await loadRuleContents()).map((content) => content.value)
}
