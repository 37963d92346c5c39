// A condition on the fields of Elastic's integrations, with its losses. Conditions are KQL texts. A constant means that
// all documents of a log source meet the condition, or that none do.
export type Native =
  | {
      readonly kind: 'query'
      readonly text: string
      /** How strongly the outermost operator binds. */
      readonly strength: Strength
      readonly lost: readonly string[]
    }
  | { readonly kind: 'always' | 'never'; readonly lost: readonly string[] }
  /** No field contains these facts. */
  | { readonly kind: 'missing'; readonly facts: readonly string[] }

const strengths = { or: 0, and: 1, not: 2, leaf: 3 } as const
type Strength = (typeof strengths)[keyof typeof strengths]

export const always: Native = { kind: 'always', lost: [] }
export const never: Native = { kind: 'never', lost: [] }

/** Returns a condition that consists of one test of a field. */
export function leaf(text: string, ...lost: readonly string[]): Native {
  return { kind: 'query', text, strength: strengths.leaf, lost }
}

export function missing(...facts: readonly string[]): Native {
  return { kind: 'missing', facts }
}

/** Returns a condition that every document meets, with the losses that this causes. */
export function dropped(...lost: readonly string[]): Native {
  return { kind: 'always', lost }
}

/** Returns the same condition with additional losses. */
export function losing(condition: Native, ...lost: readonly string[]): Native {
  return condition.kind === 'missing' ? condition : { ...condition, lost: distinct([...condition.lost, ...lost]) }
}

/** Returns the disjunction. Conditions that no field can express are dropped while another condition remains. */
export function anyOf(parts: readonly Native[]): Native {
  const facts = parts.flatMap((part) => (part.kind === 'missing' ? part.facts : []))
  const known = parts.filter((part) => part.kind !== 'missing')
  const isAlways = known.some(({ kind }) => kind === 'always')
  const lost = distinct([...known.flatMap((part) => part.lost), ...facts.map(isAlways ? overlooks : misses)])
  if (isAlways) return { kind: 'always', lost }
  const queries = known.filter((part) => part.kind === 'query')
  if (queries.length === 0) return facts.length > 0 ? missing(...distinct(facts)) : { kind: 'never', lost }
  return joined('or', queries, lost)
}

/** Returns the conjunction of conditions. If no field can express one of them, the whole conjunction is missing. */
export function allOf(parts: readonly Native[]): Native {
  if (parts.some(({ kind }) => kind === 'never')) return never
  const facts = parts.flatMap((part) => (part.kind === 'missing' ? part.facts : []))
  if (facts.length > 0) return missing(...distinct(facts))
  const known = parts.filter((part) => part.kind !== 'missing')
  const lost = distinct(known.flatMap((part) => part.lost))
  const queries = known.filter((part) => part.kind === 'query')
  return queries.length === 0 ? { kind: 'always', lost } : joined('and', queries, lost)
}

/** Returns the negation. An exclusion that no field can express is dropped: the rule alerts on more documents. */
export function noneOf(part: Native): Native {
  if (part.kind === 'missing') return dropped(...part.facts.map(overlooks))
  const lost = part.lost.map(inverse)
  switch (part.kind) {
    case 'always':
      // If a part of an exclusion was dropped and the rest excludes everything, it must not silence the rule.
      return lost.length > 0 ? { kind: 'always', lost } : never
    case 'never':
      return { kind: 'always', lost }
    case 'query':
      return { ...part, text: `not ${within(part, strengths.leaf)}`, strength: strengths.not, lost }
  }
}

type Query = Extract<Native, { kind: 'query' }>

function joined(operator: 'and' | 'or', parts: readonly Query[], lost: readonly string[]): Native {
  const [only, second] = parts
  if (only !== undefined && second === undefined) return { ...only, lost }
  const strength = strengths[operator]
  const texts = distinct(parts.map((part) => within(part, strength)))
  return { kind: 'query', text: texts.join(` ${operator} `), strength, lost }
}

function within({ text, strength }: Query, least: Strength): string {
  return strength < least ? `(${text})` : text
}

const missesWhat = 'does not find what depends on '
const alertsAnyway = 'alerts regardless of '

/** The loss of an alternative that no field can express. */
export const misses = (fact: string) => `${missesWhat}${fact}`
const overlooks = (fact: string) => `${alertsAnyway}${fact}`

/** An alternative that an exclusion lacks makes the rule alert on more documents, and the reverse. */
function inverse(loss: string): string {
  if (loss.startsWith(missesWhat)) return overlooks(loss.slice(missesWhat.length))
  return loss.startsWith(alertsAnyway) ? misses(loss.slice(alertsAnyway.length)) : loss
}

/** Whether a rule with these losses lacks an alternative of its query. */
export function lacksAlternative(lost: readonly string[]): boolean {
  return lost.some((loss) => loss.startsWith(missesWhat))
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

/** A text as a value of KQL. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Returns a KQL pattern for a text anywhere in a value. Blanks become `*`: Kibana may split a pattern at blanks. */
export function contains(text: string): string {
  return `*${pattern(text)}*`
}

export function pattern(text: string): string {
  return text.replace(/[\\():<>"{}]/g, '\\$&').replace(/[\s–—-]+/g, '*')
}

/** Returns a condition that a field has one of several values or patterns. */
export function oneOf(field: string, values: readonly string[]): Native {
  const all = distinct(values)
  return all.length === 0 ? never : leaf(`${field}: ${all.length === 1 ? all[0] : `(${all.join(' or ')})`}`)
}
