// Directory operations that are about applications and their grants: normal form → its reader. The names are those of the
// unified audit log and of Entra's own log alike.
import { readCreated, readServicePrincipalCredential, readUpdated, readWhole } from './readers/applications.ts'
import { readConditionalAccess } from './readers/conditional-access.ts'
import { readConsent } from './readers/consents.ts'
import type { ActReader } from './readers/directory-act.ts'
import {
  readAppRoleGrant,
  readAppRoleRevoke,
  readAssign,
  readDelegatedGrant,
  readDelegatedRevoke,
} from './readers/grants.ts'
import { readOwner, readRole } from './readers/ownership.ts'
import { readCompanyInformation, readPolicy } from './readers/policies.ts'

export const directoryOperations: ReadonlyMap<string, ActReader> = new Map<string, ActReader>([
  ['consent to application', readConsent],
  ['restore consent', readConsent],

  ['add delegated permission grant', readDelegatedGrant],
  ['add oauth2permissiongrant', readDelegatedGrant],
  ['remove delegated permission grant', readDelegatedRevoke],
  ['remove oauth2permissiongrant', readDelegatedRevoke],

  ['add app role assignment to service principal', readAppRoleGrant],
  ['remove app role assignment from service principal', readAppRoleRevoke],
  ['add app role assignment grant to user', readAssign('user_assign', 'User')],
  ['add app role assignment to user', readAssign('user_assign', 'User')],
  ['add app role assignment to group', readAssign('user_assign', 'Group')],
  ['remove app role assignment from user', readAssign('user_unassign', 'User')],
  ['remove app role assignment grant from user', readAssign('user_unassign', 'User')],
  ['remove app role assignment from group', readAssign('user_unassign', 'Group')],

  ['add application', readCreated('app_register')],
  ['update application', readUpdated('app_update')],
  ['update application with safe rollout', readUpdated('app_update')],
  ['update application - certificates and secrets management', readUpdated('app_update')],
  ['update external secrets', readUpdated('app_update')],
  ['set verified publisher', readWhole('app_update')],
  ['unset verified publisher', readWhole('app_update')],
  ['delete application', readWhole('app_delete')],
  ['hard delete application', readWhole('app_delete')],
  ['restore application', readWhole('app_restore')],

  ['add service principal', readCreated('sp_add')],
  ['update service principal', readUpdated('sp_update')],
  ['remove service principal', readWhole('sp_delete')],
  ['hard delete service principal', readWhole('sp_delete')],
  ['restore service principal', readWhole('app_restore')],
  ['enable service principal', readWhole('sp_enable')],
  ['disable service principal', readWhole('sp_disable')],
  ['add service principal credentials', readServicePrincipalCredential('credential_add')],
  ['remove service principal credentials', readServicePrincipalCredential('credential_remove')],

  ['add owner to application', readOwner('owner_add', 'Application')],
  ['add owner to service principal', readOwner('owner_add', 'ServicePrincipal')],
  ['remove owner from application', readOwner('owner_remove', 'Application')],
  ['remove owner from service principal', readOwner('owner_remove', 'ServicePrincipal')],

  ['add member to role', readRole('role_grant')],
  ['add eligible member to role', readRole('role_grant')],
  ['add scoped member to role', readRole('role_grant')],
  ['add member to role completed (pim activation)', readRole('role_grant')],
  ['add member to role in pim completed (permanent)', readRole('role_grant')],
  ['add eligible member to role in pim completed (permanent)', readRole('role_grant')],
  ['remove member from role', readRole('role_revoke')],
  ['remove eligible member from role', readRole('role_revoke')],
  ['remove scoped member from role', readRole('role_revoke')],

  ['update authorization policy', readPolicy],
  ['add policy', readPolicy],
  ['update policy', readPolicy],
  ['delete policy', readPolicy],
  ['add policy to service principal', readPolicy],
  ['remove policy from service principal', readPolicy],
  ['add permission grant policy', readPolicy],
  ['update permission grant policy', readPolicy],
  ['delete permission grant policy', readPolicy],
  ['add conditional access policy', readConditionalAccess],
  ['update conditional access policy', readConditionalAccess],
  ['delete conditional access policy', readConditionalAccess],
  ['set company information', readCompanyInformation],
  ['set directory feature on tenant', readCompanyInformation],
])
