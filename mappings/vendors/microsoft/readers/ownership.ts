// Owners of applications, and directory roles of applications, people and groups.
import type { OauthGroup } from '../../../fields/document.ts'
import { put } from '../../../lib/put.ts'
import { type ActReader, reader, readNamedApp, readTargetApp, toAccount } from './directory-act.ts'
import { idOf } from './values.ts'

/** The target is the owner; the properties contain the application. */
export function readOwner(action: 'owner_add' | 'owner_remove', prefix: 'ServicePrincipal' | 'Application'): ActReader {
  return reader([action], (act, oauth) => {
    const { target, object } = act
    readNamedApp(act, prefix, oauth)
    oauth.action = action
    const owner: NonNullable<OauthGroup['owner']> = {}
    const isApplication = target.kind === 'ServicePrincipal'
    const name = isApplication ? target.name : (target.upn ?? object)
    put(owner, 'id', target.objectId)
    put(owner, 'name', isApplication ? name : name?.toLowerCase())
    if (target.kind !== undefined) owner.kind = isApplication ? 'service_principal' : 'user'
    oauth.owner = owner
    if (!isApplication) oauth.account = toAccount(target.objectId, name)
    return [target.objectId ?? name ?? '']
  })
}

/**
 * Reads directory roles. It is an OAuth act only if an application gains or loses one. The role is always mapped. An activation is
 * always for the own account: an administrator made this account eligible earlier.
 */
export function readRole(action: 'role_grant' | 'role_revoke', isActivation = false): ActReader {
  return reader([action], (act, oauth) => {
    const { changes, target } = act
    if (act.role?.group !== undefined) {
      const discriminator = readGroupMember(act, oauth)
      if (isActivation && oauth.role !== undefined) oauth.role.activated = true
      return discriminator
    }
    const read = (member: string) => changes.either(`Role.${member}`)
    const role: NonNullable<OauthGroup['role']> = {}
    const id = idOf(read('TemplateId')) ?? idOf(read('ObjectID')) ?? act.role?.id
    put(role, 'id', id)
    put(role, 'name', read('DisplayName') ?? read('WellKnownObjectName') ?? act.role?.name)
    if (target.kind === 'Group') put(role, 'group', target.objectId)
    if (isActivation) role.activated = true
    if (Object.keys(role).length > 0) oauth.role = role
    if (target.kind === 'ServicePrincipal') {
      readTargetApp(act, oauth)
      oauth.action = action
    }
    return [id ?? role.name ?? act.record ?? '', target.objectId ?? '']
  })
}

/** Members and owners of a group. The record does not contain the roles of the group. */
export const readGroupMember: ActReader = reader([], (act, oauth) => {
  const group = idOf(act.changes.either('Group.ObjectID')) ?? act.role?.group
  if (group !== undefined) oauth.role = { group }
  if (act.target.kind === 'ServicePrincipal') readTargetApp(act, oauth)
  return [group ?? act.record ?? '', act.target.objectId ?? '']
})
