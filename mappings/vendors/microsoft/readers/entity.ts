// Actor and Target of directory records: lists of texts whose order, type numbers and formats determine the meaning.
import { words } from '../../../fields/field.ts'
import { bareGuid } from '../../../kernel/guid.ts'
import type { Json } from '../../../kernel/json.ts'
import { idOf, objectsOf, textOf } from './values.ts'

/** The facts of a list of identities about one object. */
export interface Entity {
  kind?: string
  objectId?: string
  name?: string
  appId?: string
  upn?: string
  puid?: string
}

const kinds = new Set(words('User ServicePrincipal Application Role Group Directory Policy Device Other'))

/** Part of every user's list. It identifies no object. */
const constantIdentity = '18ed3507-a475-4ccb-b669-d66bc9f2a36e'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const prefixed = /^([A-Za-z]+)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i

export function isGuid(text: string): boolean {
  return text.length === 36 && text[8] === '-' && guid.test(text)
}

/** The GUID of `<Kind>_<guid>`, lower case. */
export function prefixedId(text: string | undefined): string | undefined {
  return text === undefined || text.length > 100 ? undefined : idOf(prefixed.exec(text.trim())?.[2])
}

/** The application id in a list of service principal names (`guid`, `guid;https://…`): the first bare GUID. */
export function appIdOfNames(names: string | undefined): string | undefined {
  if (names === undefined) return undefined
  const bare = names.split(';').map((name) => bareGuid(name.trim()))
  return idOf(bare.find(isGuid))
}

function addText(entity: Entity, text: string, type: string | undefined, guids: string[]): void {
  const named = text.length > 100 || text.at(-37) !== '_' ? null : prefixed.exec(text)
  if (named !== null) {
    entity.kind ??= named[1] as string
    const id = idOf(named[2])
    if (id !== undefined) entity.objectId ??= id
  } else if (type === '2' && kinds.has(text)) entity.kind = text
  else if (type === '1') entity.name ??= text
  else if (type === '3') entity.puid ??= text.toLowerCase()
  else if (type === '5') entity.upn ??= text
  else if (isGuid(text)) {
    const id = text === constantIdentity ? undefined : idOf(text)
    if (id !== undefined) guids.push(id)
  } else if (type === '4') {
    const id = appIdOfNames(text)
    if (id !== undefined) guids.push(id)
  }
}

/** Reads a list of `{ID, Type}`. Facts that the list does not contain stay absent. */
export function readEntity(list: Json | undefined): Entity {
  const entity: Entity = {}
  const guids: string[] = []
  for (const entry of objectsOf(list)) {
    const text = textOf(entry.ID)?.trim()
    if (text !== undefined) addText(entity, bareGuid(text), textOf(entry.Type), guids)
  }
  const ownId = entity.objectId
  const appId = guids.find((id) => id !== ownId)
  if (ownId === undefined && entity.kind === undefined && guids[0] !== undefined) entity.objectId = guids[0]
  // The list of a user may name the application through which the user acted.
  if (appId !== undefined && appId !== entity.objectId) entity.appId = appId
  return entity
}
