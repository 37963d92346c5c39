// The text of ConsentAction.Permissions: `[] => [[Id: …, ClientId: …, …, Scope: a b]]; `, grants before and after.
import { toScopes } from '../../../lib/oauth/scopes.ts'
import { decodeGrantId, type GrantId } from './grant-id.ts'
import { idOf } from './values.ts'

/** One delegated grant of a consent. IDs are in lower case, except the grant's own. All-zero IDs are absent. */
export interface ConsentGrant extends GrantId {
  readonly id?: string
  readonly breadth?: 'user' | 'tenant'
  readonly scopes: readonly string[]
}

export interface ConsentPermissions {
  readonly before: readonly ConsentGrant[]
  readonly after: readonly ConsentGrant[]
  /** True if the service cut the text. The remaining part was read. */
  readonly truncated: boolean
}

/** Only known names separate fields: values may contain commas. In records of 2026, the last name has no colon. */
const fieldNames =
  /(?:^|, )(Id|ClientId|PrincipalId|ResourceId|ConsentType|Scope|CreatedDateTime|LastModifiedDateTime)(?::|(?=\s*$))/g

function readFields(body: string): Map<string, string> {
  const fields = new Map<string, string>()
  const marks = [...body.matchAll(fieldNames)]
  marks.forEach((mark, i) => {
    const value = body.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? body.length).trim()
    const name = mark[1] as string
    if (!fields.has(name)) fields.set(name, value)
  })
  return fields
}

function readGrant(body: string): ConsentGrant {
  const fields = readFields(body)
  const id = fields.get('Id')
  const decoded = id === undefined ? undefined : decodeGrantId(id)
  const client = idOf(fields.get('ClientId')) ?? decoded?.client
  const principal = idOf(fields.get('PrincipalId')) ?? decoded?.principal
  const resource = idOf(fields.get('ResourceId')) ?? decoded?.resource
  const type = fields.get('ConsentType')?.toLowerCase()
  const breadth = type === 'allprincipals' ? 'tenant' : type === 'principal' ? 'user' : undefined
  // A field that is not known yet ends up in the scope, after a comma.
  const scopes = toScopes(fields.get('Scope')?.split(',', 1)[0])
  return {
    ...(id && { id }),
    ...(client && { client }),
    ...(principal && breadth !== 'tenant' && { principal }),
    ...(resource && { resource }),
    ...(breadth && { breadth }),
    scopes,
  }
}

/** Reads the text in one pass. Never fails. Combines several `before => after; ` pairs. */
export function parseConsentPermissions(text: string): ConsentPermissions {
  const before: ConsentGrant[] = []
  const after: ConsentGrant[] = []
  let side = before
  let arrows = 0
  let depth = 0
  let cut = false
  for (let i = 0; i < text.length; ) {
    const char = text[i]
    if (char === '[' && text[i + 1] !== '[' && text[i + 1] !== ']' && i + 1 < text.length) {
      const end = text.indexOf(']', i)
      cut ||= end === -1
      side.push(readGrant(text.slice(i + 1, end === -1 ? text.length : end)))
      i = end === -1 ? text.length : end + 1
      continue
    }
    if (char === '[') depth++
    else if (char === ']') depth--
    else if (char === '=' && text[i + 1] === '>') {
      side = after
      arrows++
    } else if (char === ';') side = before
    i++
  }
  return { before, after, truncated: cut || arrows === 0 || depth !== 0 }
}
