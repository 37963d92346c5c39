// Parts that several schemas of rules share.
export const text = { type: 'string', minLength: 1 } as const
export const severity = { enum: ['low', 'medium', 'high', 'critical'] } as const

/** The schema of an object with only these members. By default, all of them are required. */
export const closed = (properties: object, required: readonly string[] = Object.keys(properties)) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const
