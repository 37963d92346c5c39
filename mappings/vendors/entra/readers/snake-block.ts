// A record as a vendor block in the format of Elastic's integrations: all members in snake case.
import type { Json, JsonObject } from '../../../kernel/json.ts'
import { renamedMembers } from '../../../lib/renamed-members.ts'
import { snakeCase, toSnakeCase } from '../../../lib/snake-case.ts'

export interface SnakeBlockOptions {
  /** Members (in snake case) that are omitted, because ECS fields contain them completely. */
  readonly moved: readonly string[]
  /** Member names that differ from their snake case names. */
  readonly renames?: Readonly<Record<string, string>>
}

/** Returns the function that copies the non-empty members of a record. */
export function snakeBlock({ moved, renames = {} }: SnakeBlockOptions): (record: JsonObject) => JsonObject {
  return renamedMembers(
    (member) => {
      const name = snakeCase(member)
      if (moved.includes(name)) return undefined
      return Object.hasOwn(renames, name) ? renames[name] : name
    },
    (value: Json) => (value === null || value === '' ? undefined : toSnakeCase(value)),
  )
}
