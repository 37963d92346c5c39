// One question of a query about one field, and a log source's knowledge about fields that only the pipeline writes.
import type { Native } from './native.ts'

/** A test of a field in a query: one of several values, a pattern, existence, or a range. */
export type Asked =
  | { readonly kind: 'is'; readonly values: readonly string[] }
  | { readonly kind: 'like'; readonly pattern: string }
  | { readonly kind: 'exists' }
  | { readonly kind: 'range'; readonly text: string }

/** The acts and kinds of data that the rest of the query requires: acts store the same fact in different fields. */
export interface Context {
  readonly acts: readonly string[]
  readonly kinds: readonly string[]
}

export type Answer = (asked: Asked, context: Context) => Native | undefined

/** A log source, described by the fields that Elastic's integration writes. */
export interface NativeSource {
  /** The name of the log source in the names of rules. */
  readonly title: string
  /** The answer for each field of the pipeline; undefined if the integration has no field for the fact. */
  readonly answers: Readonly<Record<string, Answer>>
  /** The field that replaces a field by which a rule counts or compares. */
  readonly stands: Readonly<Record<string, (context: Context) => string | undefined>>
  /** What a rule loses if it counts or compares by a field that only some records contain, by this field. */
  readonly partial?: Readonly<Record<string, string>>
  /** Selects records of programs on servers. A program on a user's device constantly appears in new networks. */
  readonly onServer?: Native
  /** Where analysts find the facts of the pipeline's fields, for the guide. */
  readonly reads: Readonly<Record<string, string>>
}

/** The question as KQL about another field. */
export function ask(field: string, asked: Asked): string {
  switch (asked.kind) {
    case 'is': {
      const values = asked.values.map((value) => JSON.stringify(value))
      return `${field}: ${values.length === 1 ? values[0] : `(${values.join(' or ')})`}`
    }
    case 'like':
      return `${field}: ${asked.pattern}`
    case 'exists':
      return `${field}: *`
    case 'range':
      return `${field} ${asked.text}`
  }
}

/** Returns the values of a question that lists values. */
export function valuesOf(asked: Asked): readonly string[] {
  return asked.kind === 'is' ? asked.values : []
}

/** Answers a question that asks for exactly one of these values. */
export const when =
  (answers: Readonly<Record<string, Native>>): Answer =>
  (asked) =>
    Object.entries(answers).find(([value]) => isAsked(asked, value))?.[1]

/** The answer to a question that lists values. */
export const listed =
  (answer: (values: readonly string[], context: Context) => Native | undefined): Answer =>
  (asked, context) =>
    asked.kind === 'is' ? answer(asked.values, context) : undefined

/** Whether a question asks for exactly this value. */
export function isAsked(asked: Asked, value: string): boolean {
  const values = valuesOf(asked)
  return values.length === 1 && values[0] === value
}
