// OAuth operations of the unified audit log: consent, grants, registrations, credentials.
import { consentText, directory, listed, principalTarget } from './microsoft-layouts.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

export interface Consent {
  readonly by: Person
  readonly app: App
  readonly resource: Resource
  readonly scopes: string
  /** The consenting account is an administrator. */
  readonly admin?: boolean
  /** For the whole tenant, from the portal. */
  readonly everyone?: boolean
  /** The application is new in the tenant. */
  readonly isNew?: boolean
}

/** A consent with all records that belong to it. Returns the ids of the records. */
export const consent = (log: Log, at: number, given: Consent): readonly string[] => {
  const { by, app, resource } = given
  const correlation = log.random.uuid()
  const agent = given.everyone ? by.agent : 'EvoSTS'
  const grant = {
    client: app,
    resource,
    scopes: given.scopes,
    ...(given.everyone ? {} : { user: by }),
  }
  const ids: string[] = []
  if (given.isNew ?? true) ids.push(newPrincipal(log, at, by, app, correlation))
  if (!given.everyone) ids.push(userAssignment(log, at + 1, by, app, correlation))
  ids.push(
    directory(log, at + 2, {
      operation: 'Add delegated permission grant.',
      by,
      target: principalTarget(resource),
      objectId: resource.names,
      category: 'ServicePrincipal',
      details: { 'User-Agent': agent, AppId: resource.appId },
      correlation,
      changes: [
        { name: 'DelegatedPermissionGrant.Scope', now: `${given.everyone ? '' : ' '}${given.scopes}` },
        { name: 'DelegatedPermissionGrant.ConsentType', now: given.everyone ? 'AllPrincipals' : 'Principal' },
        { name: 'ServicePrincipal.ObjectID', now: app.spId },
        { name: 'ServicePrincipal.DisplayName', now: '' },
        { name: 'ServicePrincipal.AppId', now: '' },
        { name: 'ServicePrincipal.Name', now: '' },
        { name: 'TargetId.ServicePrincipalNames', now: resource.names },
      ],
    }),
    directory(log, at + 3, {
      operation: 'Consent to application.',
      by,
      target: principalTarget(app),
      objectId: app.appId,
      category: 'ServicePrincipal',
      details: { 'User-Agent': agent, AppId: app.appId },
      correlation,
      changes: [
        { name: 'ConsentContext.IsAdminConsent', now: given.admin ? 'True' : 'False' },
        { name: 'ConsentContext.IsAppOnly', now: 'False' },
        { name: 'ConsentContext.OnBehalfOfAll', now: given.everyone ? 'True' : 'False' },
        { name: 'ConsentContext.Tags', now: given.everyone ? '' : 'WindowsAzureActiveDirectoryIntegratedApp' },
        { name: 'ConsentAction.Permissions', now: consentText(grant) },
        { name: 'TargetId.ServicePrincipalNames', now: app.appId },
      ],
    }),
  )
  return ids
}

export const newPrincipal = (log: Log, at: number, by: Person | App, app: App, correlation?: string): string =>
  directory(log, at, {
    operation: 'Add service principal.',
    by,
    target: principalTarget(app),
    objectId: app.appId,
    category: 'ServicePrincipal',
    details: { AppId: app.appId },
    ...(correlation ? { correlation } : {}),
    changes: [
      { name: 'AccountEnabled', now: listed(true), before: '[]' },
      { name: 'AppPrincipalId', now: listed(app.appId), before: '[]' },
      { name: 'DisplayName', now: listed(app.name), before: '[]' },
      { name: 'ServicePrincipalName', now: listed(app.appId), before: '[]' },
      {
        name: 'Credential',
        now: listed({ CredentialType: 2, KeyStoreId: log.random.uuid(), KeyGroupId: log.random.uuid() }),
        before: '[]',
      },
      {
        name: 'Included Updated Properties',
        now: 'AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName, Credential',
      },
      { name: 'TargetId.ServicePrincipalNames', now: app.appId },
    ],
  })

/** The default assignment of a user to an enterprise application. */
export const userAssignment = (log: Log, at: number, by: Person, app: App, correlation?: string): string =>
  directory(log, at, {
    operation: 'Add app role assignment grant to user.',
    by,
    target: principalTarget(app),
    objectId: app.appId,
    category: 'User',
    details: { AppId: app.appId },
    ...(correlation ? { correlation } : {}),
    changes: [
      { name: 'AppRole.Id', now: '00000000-0000-0000-0000-000000000000' },
      { name: 'AppRole.Value', now: '' },
      { name: 'AppRole.DisplayName', now: '' },
      { name: 'User.ObjectID', now: by.oid },
      { name: 'User.UPN', now: by.upn },
      { name: 'User.PUID', now: by.puid },
      { name: 'TargetId.ServicePrincipalNames', now: app.appId },
    ],
  })

export interface Role {
  readonly id: string
  readonly value: string
  readonly title: string
}

/** An application permission for `app` on `resource`. */
export const appRole = (log: Log, at: number, by: Person | App, app: App, resource: Resource, role: Role): string =>
  directory(log, at, {
    operation: 'Add app role assignment to service principal.',
    by,
    target: principalTarget(resource),
    objectId: resource.names,
    category: 'ServicePrincipal',
    details: { AppId: resource.appId },
    changes: [
      { name: 'AppRole.Id', now: role.id },
      { name: 'AppRole.Value', now: role.value },
      { name: 'AppRole.DisplayName', now: role.title },
      { name: 'AppRoleAssignment.CreatedDateTime', now: new Date(at).toISOString() },
      { name: 'AppRoleAssignment.LastModifiedDateTime', now: new Date(at).toISOString() },
      { name: 'ServicePrincipal.ObjectID', now: app.spId },
      { name: 'ServicePrincipal.DisplayName', now: app.name },
      { name: 'ServicePrincipal.AppId', now: app.appId },
      { name: 'ServicePrincipal.Name', now: app.appId },
      { name: 'TargetId.ServicePrincipalNames', now: resource.names },
    ],
  })
