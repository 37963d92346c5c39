// Pieces that our schemas are built of.
export const text = { type: 'string', minLength: 1 } as const
export const anyText = { type: 'string' } as const
export const truth = { type: 'boolean' } as const
export const size = { type: 'integer', minimum: 1 } as const
export const count = { type: 'integer', minimum: 0 } as const
export const rgb = { type: 'string', pattern: '^#[0-9A-F]{6}$' } as const
export const nothing = { type: 'object', maxProperties: 0 } as const
export const none = { type: 'array', maxItems: 0 } as const

/** Returns the schema of an object with only these members. The members in `optional` may be absent. */
export function closed(properties: object, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required, unevaluatedProperties: false } as const
}

/** `{ if: member is value, then: schema }`. Not `discriminator`: ajv then refuses the members of the chosen branch. */
export function when(member: string, value: unknown, then: object) {
  return { if: { properties: { [member]: { const: value } }, required: [member] }, then } as const
}

export const kuery = closed({ language: { const: 'kuery' }, query: anyText })

export const reference = closed({
  type: { enum: ['index-pattern', 'dashboard', 'search', 'tag'] },
  id: text,
  name: text,
})
