// Our schema of the exception lists and items in an import of rules.
import { closed, text } from './schema-parts.ts'

const common = {
  description: text,
  list_id: text,
  meta: { type: 'object' },
  name: text,
  namespace_type: { enum: ['single', 'agnostic'] },
  tags: { type: 'array', items: text },
} as const

export const exceptionListSchema = {
  ...closed({ ...common, type: { const: 'detection' } }, ['description', 'list_id', 'name', 'namespace_type', 'type']),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
}

const operator = { enum: ['included', 'excluded'] } as const
const entry = (type: string, more: object) => closed({ field: text, operator, type: { const: type }, ...more })

export const exceptionItemSchema = {
  ...closed(
    {
      ...common,
      type: { const: 'simple' },
      item_id: text,
      expire_time: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
      entries: {
        type: 'array',
        minItems: 1,
        items: {
          oneOf: [
            entry('match', { value: text }),
            entry('match_any', { value: { type: 'array', items: text, minItems: 1, uniqueItems: true } }),
            entry('exists', {}),
          ],
        },
      },
    },
    ['description', 'entries', 'item_id', 'list_id', 'name', 'namespace_type', 'type'],
  ),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
}
