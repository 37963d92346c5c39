// A stored document as it came to memory: what memory wrote is taken off again.
import type { OauthGroup } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'

/** Who told an act first stays so, whatever arrives later. */
const kept: ReadonlySet<string> = new Set(['oauth.act.echo'])

/** Group and member of the fields that memory alone writes. */
const stamped: ReadonlySet<string> = new Set(
  Object.entries(oauthFields as FieldTable).flatMap(([name, { by = [] }]) =>
    by.includes('memory') && !by.includes('record') && !kept.has(name) ? name.slice('oauth.'.length) : [],
  ),
)

/** The group without what memory wrote into it. */
export function withoutStamps(oauth: OauthGroup): OauthGroup {
  const filled: readonly string[] = oauth.memory?.filled ?? []
  const isStamp = (name: string) => stamped.has(name) || filled.includes(name)
  const groups = Object.entries(oauth).flatMap(([group, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[group, value]]
    const members = Object.entries(value).filter(([member]) => !isStamp(`${group}.${member}`))
    return members.length === 0 ? [] : [[group, Object.fromEntries(members)]]
  })
  return Object.fromEntries(groups) as OauthGroup
}
