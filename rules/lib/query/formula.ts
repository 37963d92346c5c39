// Queries of both languages in one form. Where the values of a field are known, the tests of it are worked out of a query.

export type Predicate = (document: object) => boolean

export interface Formula {
  /** `all` holds when every part holds, `any` when one does, `none` when its part does not. */
  readonly kind: 'test' | 'all' | 'any' | 'none'
  readonly of: readonly Formula[]
  /** Equal texts, equal formulas. */
  readonly text: string
  /** The fields that it reads. */
  readonly fields: ReadonlySet<string>
  readonly holds: Predicate
}

const noFields: ReadonlySet<string> = new Set()
export const always: Formula = { kind: 'all', of: [], text: 'always', fields: noFields, holds: () => true }
export const never: Formula = { kind: 'any', of: [], text: 'never', fields: noFields, holds: () => false }

/** A test of the values of one field; without a field, it is the same for all documents. */
export function testOf(text: string, field: string | undefined, holds: Predicate): Formula {
  return { kind: 'test', of: [], text, fields: field === undefined ? noFields : new Set([field]), holds }
}

/** Joins formulas; a part with the same operator is taken apart, so that its parts can be shared. */
export function join(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const [neutral, decisive] = kind === 'all' ? [always, never] : [never, always]
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
  const [first, second] = of
  if (first === undefined) return neutral
  if (of.includes(decisive)) return decisive
  if (second === undefined) return first
  return {
    kind,
    of,
    get text() {
      return `${kind}(${of.map(({ text }) => text).join('; ')})`
    },
    fields: new Set(of.flatMap(({ fields }) => [...fields])),
    holds:
      kind === 'all'
        ? (document) => of.every(({ holds }) => holds(document))
        : (document) => of.some(({ holds }) => holds(document)),
  }
}

export function negate(part: Formula): Formula {
  if (part === always) return never
  if (part === never) return always
  const { text, fields, holds } = part
  return { kind: 'none', of: [part], text: `none(${text})`, fields, holds: (document) => !holds(document) }
}

/** What is left of a formula for documents with the same values of a field as the given one. */
export function given(formula: Formula, field: string, document: object): Formula {
  const { kind, of, fields, holds } = formula
  if (!fields.has(field)) return formula
  if (kind === 'test') return holds(document) ? always : never
  const left = of.map((part) => given(part, field, document))
  return kind === 'none' ? negate(left[0] as Formula) : join(kind, left)
}
