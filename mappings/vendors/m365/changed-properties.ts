/**
 * Indexed names of ModifiedProperties, with `_` for spaces and dots: all names about applications, those that Elastic's
 * rules and investigation guides read, and the common user properties. The flattened sibling has the others.
 */
export const changedProperties: readonly string[] = `
  AccountEnabled AppAddress AppId AppPrincipalId AppRoleAssignmentRequired AppRoleAssignment_CreatedDateTime
  AppRoleAssignment_LastModifiedDateTime AppRole_DisplayName AppRole_Id AppRole_Value Application_AppId
  Application_DisplayName Application_ObjectID AvailableToOtherTenants
  ConsentAction_Permissions ConsentAction_Reason ConsentContext_IsAdminConsent ConsentContext_IsAppOnly
  ConsentContext_OnBehalfOfAll ConsentContext_Tags Credential
  DelegatedPermissionGrant_ConsentType DelegatedPermissionGrant_PrincipalId DelegatedPermissionGrant_Scope DisplayName
  Entitlement FederatedIdentityCredentials Included_Updated_Properties IssuerUri KeyDescription LiveType
  MethodExecutionResult_ PublicClient PublisherDomain RequiredResourceAccess
  AllowUserConsentForRiskyApps AllowedToCreateApps PermissionGrantPolicyIdsAssignedToDefaultUserRole
  Role_DisplayName Role_ObjectID Role_TemplateId Role_WellKnownObjectName
  ServicePrincipalLockConfiguration ServicePrincipalName ServicePrincipal_AppId ServicePrincipal_DisplayName
  ServicePrincipal_Name ServicePrincipal_ObjectID SignInAudience StrongAuthenticationRequirement
  TargetId_ServicePrincipalNames TargetId_UserType User_ObjectID User_PUID User_UPN VerifiedPublisher WwwHomepage
  ActorId_ServicePrincipalNames AssignedLicense AssignedPlan Device_DisplayName Is_Hard_Deleted PasswordPolicies ProxyAddresses
  SiteAdmin SPN StrongAuthenticationMethod StsRefreshTokensValidFrom UserPrincipalName UserType
  AllowFederatedUsers AllowGuestUser AllowTeamsConsumer IsPublic ShareUsingAnonymousLinks ShareWithGuests`
  .trim()
  .split(/\s+/)
