// Privilege of directory and administrator roles.
import { type DirectoryRole, type GoogleAdminRole, googleAdminRoles, lazy, microsoftDirectoryRoles } from './load.ts'

const rolesById = lazy(() => new Map(microsoftDirectoryRoles().map((role) => [role.templateId, role])))

const rolesByName = lazy(() => {
  const map = new Map<string, DirectoryRole>()
  for (const role of microsoftDirectoryRoles())
    for (const name of [role.name, ...(role.aliases ?? [])]) map.set(name.toLowerCase(), role)
  return map
})

const adminRoles = lazy(() => new Map(googleAdminRoles().map((role) => [role.role, role])))

/**
 * Returns an Entra directory role by template ID, otherwise by display name or WellKnownObjectName (`TenantAdmins`),
 * including old names. The name is used if the record contains the ID of the role object instead of its template ID.
 */
export function directoryRole({ templateId, name }: { templateId?: string; name?: string }): DirectoryRole | undefined {
  const byId = templateId === undefined ? undefined : rolesById().get(templateId.trim().toLowerCase())
  return byId ?? (name === undefined ? undefined : rolesByName().get(name.trim().toLowerCase()))
}

/** A system role of Google Workspace by its name in the log (`_SEED_ADMIN_ROLE`). Custom roles are not found. */
export function googleAdminRole(name: string): GoogleAdminRole | undefined {
  return adminRoles().get(name.trim().toUpperCase())
}

/** The log of Google Workspace does not show the privileges of a role that the list lacks, such as a custom role. */
export function hasAssumedTier(dataset: string | undefined, name: string | undefined): boolean {
  return dataset === 'google_workspace.admin' && name !== undefined && googleAdminRole(name) === undefined
}
