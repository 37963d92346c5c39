// Names permissions that a record contains only by ID, as registrations and old records of application permissions do.
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { type PermissionType, permissionNameById } from '../../mappings/knowledge/permissions.ts'

export interface Scope {
  readonly name: string
  readonly resourceAppId?: string
}

type Grant = NonNullable<OauthGroup['grant']>

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const guidLength = 36

export function isPermissionId(text: string): boolean {
  return text.length === guidLength && guid.test(text)
}

/** Splits `resource app id:permission` into parts. Other text is a name, including a Google scope with a colon. */
export function parseScope(text: string): Scope {
  const resourceAppId = text.slice(0, guidLength)
  return text[guidLength] === ':' && guid.test(resourceAppId)
    ? { name: text.slice(guidLength + 1), resourceAppId }
    : { name: text }
}

const types: readonly PermissionType[] = ['application', 'delegated']

/** Returns the name of a permission ID, first of the grant's own kind: a registration requests both in one list. */
function nameOf({ name, resourceAppId }: Scope, kind: Grant['kind']): string {
  if (!isPermissionId(name)) return name
  const ordered = kind === 'delegated' ? [...types].reverse() : types
  return (
    ordered.map((type) => permissionNameById(resourceAppId, type, name)).find((found) => found !== undefined) ?? name
  )
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)]

function arePlain(list: readonly string[]): boolean {
  for (const text of list) {
    // An ID, or a name after an ID and a colon.
    if (text.length === guidLength || text[guidLength] === ':') {
      if (isPermissionId(text) || parseScope(text).resourceAppId !== undefined) return false
    }
  }
  return true
}

const lists = ['scopes', 'scopes_added', 'scopes_removed'] as const

/** Replaces IDs with names in the lists of a grant. Keeps an unknown ID. */
export function nameScopes(grant: Grant): void {
  for (const member of lists) {
    const list = grant[member]
    if (list === undefined || arePlain(list)) continue
    const only = grant.resource?.id?.length === 1 ? grant.resource.id[0] : undefined
    const read = (text: string): Scope => {
      const scope = parseScope(text)
      return scope.resourceAppId === undefined && only !== undefined ? { ...scope, resourceAppId: only } : scope
    }
    grant[member] = distinct(list.map((text) => nameOf(read(text), grant.kind)))
  }
  const qualified = grant.scopes_qualified
  if (qualified === undefined || !qualified.some((text) => isPermissionId(parseScope(text).name))) return
  grant.scopes_qualified = distinct(
    qualified.map((text) => {
      const scope = parseScope(text)
      return scope.resourceAppId === undefined ? text : `${scope.resourceAppId}:${nameOf(scope, grant.kind)}`
    }),
  )
}
