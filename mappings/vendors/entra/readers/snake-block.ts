// A record as the block that Elastic's integrations make of it: all members, in snake case.
import type { Json, JsonObject } from '../../../kernel/json.ts'
import { renamedMembers } from '../../../lib/renamed-members.ts'
import { snakeCase, toSnakeCase } from '../../../lib/snake-case.ts'

export interface SnakeBlockOptions {
  /** Members that are left out, because ECS fields hold them whole; in snake case. */
  readonly moved: readonly string[]
  /** Other names of members than their own in snake case. */
  readonly renames?: Readonly<Record<string, string>>
}

/** Makes the copy of a record's members that are not empty. */
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
