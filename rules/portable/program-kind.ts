// The kind of the program, from its user agent. A comparison in a query is case-sensitive.
import { programKinds } from '../../mappings/fields/saas.ts'
import { programPatterns } from '../../mappings/knowledge/program-kinds.ts'
import { losing, oneOf, quoted } from './native.ts'
import { type Answer, valuesOf } from './question.ts'

/** Two spellings of each pattern. A space separates values, so a pattern without text behind the space replaces it. */
const spellings = (pattern: string): string[] => {
  const text = pattern.replaceAll(/[ (]+/g, '*').replaceAll('**', '*')
  const forms = [text, text.toLowerCase()]
  return text.includes('*') ? forms : forms.map(quoted)
}

export const programKindAnswer: Answer = (asked) => {
  const kinds = asked.kind === 'exists' ? programKinds : programKinds.filter((kind) => valuesOf(asked).includes(kind))
  if (kinds.length === 0) return undefined
  const patterns = kinds.flatMap((kind) => programPatterns[kind]).flatMap(spellings)
  return losing(oneOf('user_agent.original', patterns), 'knows programs only by the usual spelling of their user agent')
}
