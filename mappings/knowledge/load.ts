// Reads the data files in this folder from the file system. Each file is read once, on first use, so that a process
// loads only the data that it uses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tier } from '../fields/oauth.ts'
import { packageRoot } from '../kernel/package-root.ts'

export type PermissionType = 'application' | 'delegated'

export interface Permission {
  readonly resourceAppId: string
  readonly type: PermissionType
  readonly name: string
  readonly id: string
  readonly tier: Tier
  readonly category: string
  /** Leads to control of the directory: its applications, their permissions, roles, consents, or all of its objects. */
  readonly control?: boolean
  /** False where the vendor has switched the permission off. */
  readonly enabled?: boolean
  readonly tierSource: 'curated' | 'azure-tiering' | 'scubagear' | 'rule'
  readonly reason: string
}

export interface Resource {
  readonly appId: string
  readonly name: string
}

export interface FirstPartyEntry {
  readonly appId: string
  /** Empty if the source has no name. */
  readonly name: string
  /** G: Microsoft Graph, D: Microsoft documentation, C: community (weaker), S: secureworks. */
  readonly origin: 'G' | 'D' | 'C' | 'S'
  readonly ownerTenantId?: string
  readonly resource?: boolean
  readonly foci?: boolean
  readonly abuse?: string
  /** The service gives roles and memberships that people requested or approved; further names of its service principal. */
  readonly delivers?: readonly string[]
  /** A placeholder in documentation; no application has it. */
  readonly placeholder?: boolean
}

export interface OwnerTenant {
  readonly tenantId: string
  readonly name: string
  /** Every application in this tenant belongs to the vendor. */
  readonly onlyFirstParty?: boolean
}

export interface DirectoryRole {
  readonly templateId: string
  readonly name: string
  readonly tier: Tier
  readonly reason: string
  readonly aliases?: readonly string[]
}

export interface GoogleScope {
  readonly scope: string
  readonly tier: Tier
  readonly product: string
  readonly reason: string
}

/** A Cloud project of Google's own. */
export interface GoogleProject {
  readonly project: string
  readonly name: string
}

export interface GoogleAdminRole {
  readonly role: string
  readonly name: string
  readonly tier: Tier
}

type AbuseVerdict =
  | 'malicious'
  | 'abused-legitimate'
  | 'compromised-vendor'
  | 'first-party-dual-use'
  | 'mail-client'
  | 'developer-tool'

export interface AbusedEntry {
  readonly vendor: 'microsoft' | 'google' | 'any'
  /** Absent where no id is known: the entry then matches by name. */
  readonly appId?: string
  readonly name: string
  readonly verdict: AbuseVerdict
  readonly confidence: 'high' | 'medium' | 'low'
  readonly match?: 'name'
  readonly firstParty?: boolean
  readonly note?: string
  readonly sources: readonly string[]
}

export interface Combination {
  readonly id: string
  readonly types?: readonly PermissionType[]
  readonly allOf?: readonly string[]
  readonly anyOf?: readonly string[]
  readonly plus?: readonly string[]
  readonly exactly?: readonly string[]
  readonly tier: Tier
  readonly reason: string
}

export interface Brand {
  readonly name: string
  readonly vendor: 'microsoft' | 'google' | 'other'
  /** The name in other scripts (`Майкрософт`). */
  readonly aliases?: readonly string[]
  /** A word that the vendor keeps for itself. */
  readonly reserved?: boolean
  /** A service for documents, calls or parcels; consent phishing borrows its name. */
  readonly lure?: boolean
}

/** A provider that rents servers, VPN exits or proxies, and the number of its autonomous system. */
export interface HostingProvider {
  readonly number: number
  readonly name: string
}

/** The default address of a tool on the own computer. */
export interface RedirectTool {
  readonly tool: string
  /** Absent: any port. */
  readonly port?: number
  /** Absent: any path. */
  readonly path?: string
  /** Developers also use the port. */
  readonly common?: boolean
}

/** A user agent pattern, and replacement texts for its groups. */
export type UserAgentEntry = Readonly<Record<string, string>>

/** Computes on the first call and keeps the result. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function dataFile<T extends object>(name: string): () => T {
  const path = join(packageRoot, 'mappings', 'knowledge', `${name}.json`)
  return lazy(() => JSON.parse(readFileSync(path, 'utf8')) as T)
}

function entries<T>(name: string): () => readonly T[] {
  const file = dataFile<{ readonly entries: readonly T[] }>(name)
  return () => file().entries
}

export const microsoftPermissions = entries<Permission>('microsoft-permissions')
export const microsoftResources = entries<Resource>('microsoft-resources')
export const microsoftFirstPartyApps = entries<FirstPartyEntry>('microsoft-first-party-apps')
export const microsoftOwnerTenants = entries<OwnerTenant>('microsoft-owner-tenants')
export const microsoftDirectoryRoles = entries<DirectoryRole>('microsoft-directory-roles')
export const googleScopes = entries<GoogleScope>('google-scopes')
export const googleProjects = entries<GoogleProject>('google-first-party-projects')
export const googleAdminRoles = entries<GoogleAdminRole>('google-admin-roles')
export const abusedApps = entries<AbusedEntry>('known-abused-apps')
export const permissionCombinations = entries<Combination>('permission-combinations')
export const brands = entries<Brand>('brands')
export const hostingProviders = entries<HostingProvider>('hosting-networks')
export const redirectTools = entries<RedirectTool>('redirect-tools')
export const userAgentPatterns = entries<UserAgentEntry>('generated/user-agents')
