/** Names of ModifiedProperties that the index knows, blanks and dots as `_`: all that tell of applications, and what Elastic's rules read. */
export const changedProperties: readonly string[] = [
  ...'AccountEnabled AppAddress AppId AppPrincipalId AppRoleAssignmentRequired AvailableToOtherTenants'.split(' '),
  ...'AppRole_Id AppRole_Value AppRole_DisplayName'.split(' '),
  ...'AppRoleAssignment_CreatedDateTime AppRoleAssignment_LastModifiedDateTime'.split(' '),
  ...'Application_AppId Application_DisplayName Application_ObjectID Application_Name'.split(' '),
  ...'ConsentAction_Permissions ConsentAction_Reason ConsentContext_IsAdminConsent ConsentContext_IsAppOnly'.split(' '),
  ...'ConsentContext_OnBehalfOfAll ConsentContext_Tags MethodExecutionResult_'.split(' '),
  ...'Credential DisplayName Entitlement FederatedIdentityCredentials Included_Updated_Properties'.split(' '),
  ...'DelegatedPermissionGrant_Scope DelegatedPermissionGrant_ConsentType DelegatedPermissionGrant_PrincipalId'.split(
    ' ',
  ),
  ...'IssuerUri KeyDescription LiveType PublicClient PublisherDomain RequiredResourceAccess'.split(' '),
  ...'PermissionGrantPolicyIdsAssignedToDefaultUserRole AllowUserConsentForRiskyApps AllowedToCreateApps'.split(' '),
  ...'Role_DisplayName Role_ObjectID Role_TemplateId Role_WellKnownObjectName'.split(' '),
  ...'ServicePrincipal_AppId ServicePrincipal_DisplayName ServicePrincipal_Name ServicePrincipal_ObjectID'.split(' '),
  ...'ServicePrincipalLockConfiguration ServicePrincipalName SignInAudience StsRefreshTokensValidFrom'.split(' '),
  ...'TargetId_ServicePrincipalNames TargetId_UserType User_ObjectID User_PUID User_UPN UserPrincipalName'.split(' '),
  ...'Group_DisplayName Group_ObjectID StrongAuthenticationMethod StrongAuthenticationRequirement'.split(' '),
  ...'ActorId_ServicePrincipalNames Is_Hard_Deleted SPN VerifiedPublisher WwwHomepage LastDirSyncTime PasswordProfile UserType'.split(
    ' ',
  ),
  ...'AllowFederatedUsers AllowGuestUser AllowTeamsConsumer IsPublic ShareUsingAnonymousLinks ShareWithGuests'.split(
    ' ',
  ),
]
