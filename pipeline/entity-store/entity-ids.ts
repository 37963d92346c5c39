// The identities of entities: the key under which the entity store keeps the facts of an object.
import { entityKey, type Vendor } from '../../mappings/entities/key.ts'
import type { EntityId } from './store.ts'
import type { Subject } from './subject.ts'

/** The principal of a grant that covers a whole tenant. */
export const everybody = '*'
/** The principal of removed grants without an account: an Entra ID record does not always contain the account. */
export const unnamed = '?'

/** SharePoint registers add-ins as this account: the log names the person only in earlier page visits. */
export const addInMaker = 'spo_service@support.onmicrosoft.com'

export function appId({ vendor, tenant }: Subject, id: string): EntityId {
  return { key: entityKey(vendor, tenant, id), vendor, tenant, ids: [id] }
}

export function grantId({ vendor, tenant }: Subject, app: string, principal: string): EntityId {
  return { key: entityKey(vendor, tenant, app, principal), vendor, tenant, ids: [app, principal] }
}

export function accountId({ vendor, tenant }: Subject, id: string): EntityId {
  return { key: entityKey(vendor, tenant, id), vendor, tenant, ids: [id] }
}

export function aliasId(vendor: Vendor, tenant: string, kind: AliasKind, alias: string): EntityId {
  return { key: entityKey(vendor, tenant, kind, alias), vendor, tenant, ids: [kind, alias] }
}

/**
 * What an alias is of: an id of an application or account, a name's skeleton, the project of service accounts, an
 * Exchange role that ended for all holders except those in the links, a place with files that the applications in the
 * links opened, a network where the applications in the links changed files or sent messages, or a service account with
 * domain-wide delegation in the tenants in the links: the log of Google Cloud does not contain the tenant.
 */
export type AliasKind = 'app' | 'account' | 'name' | 'project' | 'role' | 'place' | 'network' | 'delegate'

export function logSourceId({ vendor, tenant, dataset }: Subject): EntityId {
  return { key: entityKey(vendor, tenant, dataset), vendor, tenant, ids: [dataset] }
}
