// Removes the annotations of the entity store from a stored document, so that it is as it was before annotation.
import type { OauthGroup } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'

/** The first log source of an act, and the first file of a network, stay the same, regardless of later records. Claims decide them. */
export const claimed: ReadonlySet<string> = new Set(['oauth.act.duplicate', 'oauth.act.further_file'])

/** Group and member of the fields that only the entity store writes. */
const annotated: ReadonlySet<string> = new Set(
  Object.entries(oauthFields as FieldTable).flatMap(([name, { by = [] }]) =>
    by.includes('entity_store') && !by.includes('record') && !claimed.has(name) ? name.slice('oauth.'.length) : [],
  ),
)

export function withoutAnnotations(oauth: OauthGroup): OauthGroup {
  const filled: readonly string[] = oauth.entity_store?.filled ?? []
  const isAnnotate = (name: string) => annotated.has(name) || filled.includes(name)
  const groups = Object.entries(oauth).flatMap(([group, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[group, value]]
    const members = Object.entries(value).filter(([member]) => !isAnnotate(`${group}.${member}`))
    return members.length === 0 ? [] : [[group, Object.fromEntries(members)]]
  })
  return Object.fromEntries(groups) as OauthGroup
}
