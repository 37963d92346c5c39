// Tiers of permissions as values and patterns. The log of a consent holds all scopes as one text, so that a scope is found by a
// part of its name only; a list of all 562 names above the lowest tier would be too long for a query.
import { type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { googleScopes, microsoftPermissions, type PermissionType } from '../../mappings/knowledge/load.ts'
import { highestTier, tierRank } from '../../mappings/knowledge/permissions.ts'

/** Parts of the names of permissions of this tier or a higher one; each tier includes the parts of the higher tiers. */
const parts: Readonly<Record<PermissionType, Readonly<Record<'critical' | 'high' | 'medium', readonly string[]>>>> = {
  delegated: {
    critical: [
      'AllSites.FullControl',
      'AllSites.Write',
      'AppRoleAssignment.ReadWrite',
      'Application.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite',
      'Directory.ReadWrite.All',
      'Domain.ReadWrite.All',
      'Policy.ReadWrite.Auth',
      'Policy.ReadWrite.ConditionalAccess',
      'Policy.ReadWrite.PermissionGrant',
      'RoleManagement.ReadWrite',
      'Sites.FullControl.All',
      'UserAuthenticationMethod.ReadWrite.All',
      'user_impersonation',
    ],
    high: [
      'AccessAsUser.All',
      'AllSites.Manage',
      'Application.Read',
      'Calendars.ReadWrite',
      'ChannelMessage.',
      'Chat.',
      'ChatMessage.Send',
      'Contacts.ReadWrite',
      'Device.Command',
      'Directory.Read',
      'Exchange.Manage',
      'Files.Read.All',
      'Files.ReadWrite',
      'FullControl',
      'Group.Read.All',
      'Mail.Read',
      'Mail.Send',
      'MailboxSettings.ReadWrite',
      'PrivilegedOperations',
      'ReadWrite.All',
      'ReadWrite.AzureAD',
      'ReadWrite.Directory',
      'SMTP.Send',
      'Sites.',
      'ThreatHunting.Read',
      'User.DeleteRestore',
      'User.EnableDisable',
      'User.Export',
      'UserAuth',
    ],
    medium: [
      'AuditLog',
      'Calendars.Read',
      'Channel.',
      'Contacts.',
      'DeviceManagement',
      'Files.Read',
      'Group',
      'Identity',
      'Mail.',
      'Notes.Read',
      'People.Read',
      'ReadWrite',
      'Reports.Read',
      'Security',
      'Tasks.',
      'Team',
      'User.Read.All',
      'offline_access',
    ],
  },
  application: {
    critical: [
      'AdministrativeUnit.ReadWrite',
      'AppRoleAssignment.ReadWrite',
      'Application.ReadUpdate',
      'Application.ReadWrite',
      'DelegatedAdminRelationship.ReadWrite',
      'DelegatedPermissionGrant.ReadWrite',
      'DeviceManagementConfiguration.ReadWrite',
      'DeviceManagementRBAC.ReadWrite',
      'DeviceManagementScripts.ReadWrite',
      'Directory.ReadWrite',
      'Domain',
      'EntitlementManagement.ReadWrite',
      'Exchange.ManageAsApp',
      'Files.Read.All',
      'Files.ReadWrite.All',
      'Group.ReadWrite.All',
      'GroupMember.ReadWrite.All',
      'Mail.Read',
      'Mail.Send',
      'Organization.ReadWrite',
      'Policy.ReadWrite.Auth',
      'Policy.ReadWrite.ConditionalAccess',
      'Policy.ReadWrite.PermissionGrant',
      'PrivilegedAccess.ReadWrite',
      'PrivilegedAssignmentSchedule.ReadWrite',
      'PrivilegedEligibilitySchedule.ReadWrite',
      'RoleAssignmentSchedule.ReadWrite',
      'RoleEligibilitySchedule.ReadWrite',
      'RoleManagement.ReadWrite',
      'RoleManagementPolicy.ReadWrite',
      'Sites.FullControl',
      'Sites.Manage',
      'Sites.ReadWrite',
      'User-PasswordProfile',
      'User.DeleteRestore',
      'User.EnableDisable',
      'User.ManageIdentities',
      'User.ReadWrite',
      'UserAuthMethod-',
      'UserAuthenticationMethod.ReadWrite',
      'full_access_as_app',
    ],
    high: [
      'AccessAsApp',
      'Application.Read',
      'Channel',
      'Chat',
      'Directory.Read',
      'Group.Read',
      'Mailbox',
      'Notes.Read',
      'ReadWrite',
      'SendAsApp',
      'Sites.Read.All',
      'ThreatHunting.Read',
    ],
    medium: ['Calendars', 'Contacts', 'DeviceManagement', 'Identity', 'Security', 'Team', 'User.Read.All'],
  },
}

/** Parts of names, one of which a permission of at least this tier contains. */
export function partsOf(type: PermissionType, least: Exclude<Tier, 'low'>): readonly string[] {
  const { critical, high, medium } = parts[type]
  const wanted = [critical, high, medium].slice(0, tiers.length - tierRank(least))
  return shortest(wanted.flat())
}

/** Without the parts that contain another part. */
function shortest(all: readonly string[]): string[] {
  return [...new Set(all)].filter((part) => !all.some((other) => other !== part && part.includes(other))).sort()
}

/** The names of permissions with their highest tier on any interface. */
function namesOf(type: PermissionType): Map<string, Tier> {
  const found = new Map<string, Tier>()
  for (const permission of microsoftPermissions())
    if (permission.type === type) found.set(permission.name, highestTier(found.get(permission.name), permission.tier))
  return found
}

/** The names of all known permissions of at least this tier. */
export function permissionNames(type: PermissionType, least: Tier): string[] {
  return [...namesOf(type)].flatMap(([name, tier]) => (tierRank(tier) >= tierRank(least) ? [name] : [])).sort()
}

export interface Coverage {
  /** Permissions of at least the tier, and how many of them the parts find. */
  readonly permissions: number
  readonly found: number
  /** Permissions of a lower tier that the parts find as well. */
  readonly lower: number
}

/** How well the parts stand for a tier. */
export function coverageOf(type: PermissionType, least: Exclude<Tier, 'low'>): Coverage {
  const wanted = partsOf(type, least)
  const finds = (name: string) => wanted.some((part) => name.includes(part))
  const all = [...namesOf(type)]
  const isWanted = (tier: Tier) => tierRank(tier) >= tierRank(least)
  return {
    permissions: all.filter(([, tier]) => isWanted(tier)).length,
    found: all.filter(([name, tier]) => isWanted(tier) && finds(name)).length,
    lower: all.filter(([name, tier]) => !isWanted(tier) && finds(name)).length,
  }
}

/** Google's scopes of at least this tier, in both spellings of those that end with a slash. */
export function googleScopeValues(least: Tier): string[] {
  return (
    googleScopes()
      .filter(({ tier }) => tierRank(tier) >= tierRank(least))
      .flatMap(({ scope }) => (scope.endsWith('/') ? [scope, scope.slice(0, -1)] : [scope]))
      // The one scope that Google writes with capitals; a query compares them.
      .flatMap((scope) =>
        scope.endsWith('/oauthlogin') ? [scope, scope.replace('oauthlogin', 'OAuthLogin')] : [scope],
      )
      .sort()
  )
}
