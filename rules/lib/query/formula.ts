// Queries of both languages in one form. Tests of a field with known values can be evaluated and removed in advance.
export type Predicate = (document: object) => boolean

export interface Formula {
  /** `all` holds if every part holds, `any` if at least one part holds, `none` if its part does not hold. */
  readonly kind: 'test' | 'all' | 'any' | 'none'
  readonly of: readonly Formula[]
  /** Equal texts mean equal formulas. */
  readonly text: string
  /** The fields that the formula reads. */
  readonly fields: ReadonlySet<string>
  readonly holds: Predicate
}

const noFields: ReadonlySet<string> = new Set()
export const always: Formula = { kind: 'all', of: [], text: 'always', fields: noFields, holds: () => true }
export const never: Formula = { kind: 'any', of: [], text: 'never', fields: noFields, holds: () => false }

/** Returns a test of the values of one field. A test without a field has the same result for all documents. */
export function testOf(text: string, field: string | undefined, holds: Predicate): Formula {
  return { kind: 'test', of: [], text, fields: field === undefined ? noFields : new Set([field]), holds }
}

/** Joins formulas. A part with the same operator is split into its own parts, so that other formulas can share them. */
export function join(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const [neutral, decisive] = kind === 'all' ? [always, never] : [never, always]
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]))
  const [first, second] = of
  if (first === undefined) return neutral
  if (of.includes(decisive)) return decisive
  if (second === undefined) return first
  let text: string | undefined
  const fields = new Set<string>()
  for (const part of of) for (const field of part.fields) fields.add(field)
  return {
    kind,
    of,
    // Only the rule index reads it, but often.
    get text() {
      text ??= `${kind}(${of.map((part) => part.text).join('; ')})`
      return text
    },
    fields,
    holds:
      kind === 'all'
        ? (document) => of.every(({ holds }) => holds(document))
        : (document) => of.some(({ holds }) => holds(document)),
  }
}

export function negate(part: Formula): Formula {
  if (part === always) return never
  if (part === never) return always
  const { fields, holds } = part
  return {
    kind: 'none',
    of: [part],
    get text() {
      return `none(${part.text})`
    },
    fields,
    holds: (document) => !holds(document),
  }
}

/** Returns the rest of a formula for documents that have the same values in a field as the given document. */
export function given(formula: Formula, field: string, document: object): Formula {
  const { kind, of, fields, holds } = formula
  if (!fields.has(field)) return formula
  if (kind === 'test') return holds(document) ? always : never
  if (kind === 'none') return negate(given(of[0] as Formula, field, document))
  const left: Formula[] = []
  for (const part of of) {
    const rest = given(part, field, document)
    if (rest === (kind === 'all' ? never : always)) return rest
    left.push(rest)
  }
  return join(kind, left)
}
