// Public detection rules for OAuth applications and their consents, keys and tokens in Microsoft 365, Entra ID and
// Google Workspace, with our counterpart of each rule. The file contains only names and paths, as of 2026; rules that
// were only proposed in those repositories are left out. `validate` checks that each counterpart exists.
/** The folder of our rule for the act, or for its part outside daily work; commas separate several folders. */
type Counterpart = `${string}/${string}`
/** The reason why we have no rule, in at least two words. */
type Reason = `${string} ${string}`
type Gap = `no rule: ${Reason}` | `out of scope: ${Reason}`

export interface PublicRuleSet {
  readonly name: string
  readonly repository: string
  /** The common prefix of the paths of all rules in the set. */
  readonly folder: string
  /** Our counterpart or the reason for the gap → path below the folder → name. */
  readonly rules: Readonly<Partial<Record<Counterpart | Gap, Readonly<Record<string, string>>>>>
}

export const publicRuleSets: readonly PublicRuleSet[] = [
  {
    name: 'Elastic',
    repository: 'elastic/detection-rules',
    folder: 'rules/integrations',
    rules: {
      'm365/credential-added': {
        'azure/defense_evasion_entra_id_application_credential_modification.toml':
          'Entra ID Application Credential Modified',
        'azure/persistence_entra_id_service_principal_credentials_added.toml':
          'Entra ID Service Principal Credentials Created by Unusual User',
      },
      'm365/federated-credential-added': {
        'azure/persistence_entra_id_service_principal_federated_issuer_modified.toml':
          'Entra ID Federated Identity Credential Issuer Modified',
      },
      'm365/application-changes-credential-kind': {
        'azure/initial_access_entra_id_federated_login_by_unusual_client.toml':
          'Entra ID Service Principal Federated Credential Authentication by Unusual Client',
      },
      'm365/owner-added,m365/risky-owner-added': {
        'azure/persistence_entra_id_user_added_as_owner_for_azure_application.toml':
          'Entra ID User Added as Registered Application Owner',
        'azure/persistence_entra_id_user_added_as_owner_for_azure_service_principal.toml':
          'Entra ID User Added as Service Principal Owner',
      },
      'm365/application-registered-by-new-account,m365/many-applications-by-one-account': {
        'azure/persistence_entra_id_service_principal_created.toml': 'Entra ID Service Principal Created',
      },
      'm365/first-consent-to-application,m365/high-tier-user-consent': {
        'azure/initial_access_entra_id_illicit_consent_grant_via_registered_application.toml':
          'Entra ID Illicit Consent Grant via Registered Application',
        'o365/initial_access_identity_illicit_consent_grant_via_registered_application.toml':
          'M365 Identity OAuth Illicit Consent Grant by Rare Client and User',
      },
      'm365/conditional-access-loosened': {
        'azure/persistence_entra_id_conditional_access_policy_modified.toml':
          'Entra ID Conditional Access Policy (CAP) Modified',
      },
      'cross/new-kind-of-data': {
        'azure/collection_entra_id_sharepoint_access_from_unusual_application.toml':
          'Entra ID Sharepoint or OneDrive Accessed by Unusual Client',
        'o365/collection_exchange_mailbox_access_by_unusual_client_app_id.toml':
          'M365 Exchange Mailbox Accessed by Unusual Client',
      },
      'cross/unusual-volume': {
        'o365/collection_exchange_excessive_mail_items_accessed.toml':
          'M365 Exchange Mailbox Items Accessed Excessively',
      },
      'cross/files-taken-at-once': {
        'o365/collection_onedrive_excessive_file_downloads.toml': 'M365 OneDrive/SharePoint Excessive File Downloads',
      },
      'm365/exchange-role-over-mailboxes': {
        'o365/persistence_exchange_management_role_assignment.toml': 'M365 Exchange Management Group Role Assigned',
      },
      'm365/mailbox-audit-switched-off': {
        'o365/defense_impairment_exchange_mailbox_audit_bypass_association.toml':
          'M365 Exchange Mailbox Audit Logging Bypass Added',
      },
      'google-workspace/marketplace-opened': {
        'google_workspace/persistence_application_added_to_google_workspace_domain.toml':
          'Application Added to Google Workspace Domain',
        'google_workspace/defense_impairment_application_removed_from_blocklist_in_google_workspace.toml':
          'Application Removed from Blocklist in Google Workspace',
        'google_workspace/defense_impairment_restrictions_for_marketplace_modified_to_allow_any_app.toml':
          'Google Workspace Restrictions for Marketplace Modified to Allow Any App',
      },
      'google-workspace/domain-wide-delegation-granted': {
        'google_workspace/persistence_google_workspace_api_access_granted_via_dwd.toml':
          'Google Workspace API Access Granted via Domain-Wide Delegation',
      },
      'google-workspace/first-authorization-of-application': {
        'google_workspace/initial_access_google_workspace_new_oauth_login_from_third_party_application.toml':
          'First Time Seen Google Workspace OAuth Login from Third-Party Application',
      },
      'google-workspace/script-after-foreign-copy': {
        'google_workspace/initial_access_object_copied_to_external_drive_with_app_consent.toml':
          'Google Workspace Object Copied from External Drive with App Consent',
      },
      'google-workspace/export-after-authorization': {
        'google_workspace/collection_google_drive_ownership_transferred_via_google_workspace.toml':
          'Google Workspace Drive Data Transfer or Takeout Export Initiated',
      },
      'm365/sign-in-without-browser-from-new-network': {
        'azure/credential_access_azure_entra_susp_device_code_signin.toml':
          'Entra ID OAuth Device Code Flow with Concurrent Sign-ins',
        'azure/credential_access_device_code_signin_aad_graph_enum.toml':
          'Entra ID OAuth Device Code Sign-in to Azure AD Graph Enumeration',
        'azure/credential_access_entra_id_device_code_auth_with_broker_client.toml':
          'Entra ID OAuth Device Code Grant by Microsoft Authentication Broker',
        'azure/credential_access_entra_id_first_time_seen_device_code_auth.toml':
          'Entra ID OAuth Device Code Grant by Unusual User',
        'azure/initial_access_entra_id_unusual_ropc_login_attempt.toml': 'Entra ID OAuth ROPC Grant Login Detected',
        'o365/initial_access_identity_oauth_device_code_grant_unusual_user_noncompliant_device.toml':
          'M365 Identity Device Code Grant by an Unusual User (Non-Compliant Device)',
        'o365/initial_access_identity_ropc_grant_via_legacy_authenticated_client.toml':
          'M365 Identity OAuth ROPC Grant via Legacy Authentication Client',
        'azure/defense_evasion_entra_id_ca_mfa_bypass_first_party_graph.toml':
          'Entra ID Conditional Access MFA Bypass with Unusual User, Client and Source ASN',
        'azure/initial_access_entra_id_rare_app_id_for_principal_auth.toml':
          'Entra ID User Sign-in with Unusual Client',
        'o365/initial_access_identity_oauth_device_code_grant_unusual_source_asn.toml':
          'M365 Identity Device Code Grant with Unusual User and ASN',
      },
      'm365/code-redeemed-elsewhere': {
        'azure/initial_access_entra_id_oauth_auth_code_grant_unusual_app_resource_user.toml':
          'Entra ID OAuth Authorization Code Grant for Unusual User, App, and Resource',
        'azure/initial_access_entra_id_oauth_phishing_via_first_party_microsoft_application.toml':
          'Entra ID OAuth Phishing via First-Party Microsoft Application',
        'o365/credential_access_entra_id_susp_oauth2_authorization.toml':
          'M365 Identity OAuth Flow by First-Party Microsoft App from Multiple IPs',
        'o365/initial_access_identity_oauth_phishing_via_first_party_microsoft_application.toml':
          'M365 Identity OAuth Phishing via First-Party Microsoft Application',
      },
      'm365/microsoft-client-reads-from-new-network': {
        'azure/collection_graph_email_access_by_unusual_public_client_via_graph.toml':
          'Microsoft Graph Request Email Access by Unusual User and Client',
        'azure/initial_access_entra_id_graph_single_session_from_multiple_addresses.toml':
          'Entra ID OAuth User Impersonation to Microsoft Graph',
        'azure/initial_access_graph_first_occurrence_of_client_request.toml':
          'Microsoft Graph Request User Impersonation by Unusual Client',
        'azure/initial_access_entra_id_microsoft_auth_broker_unusual_resource.toml':
          'Entra ID Microsoft Authentication Broker Sign-In to Unusual Resource',
        'azure/initial_access_aad_graph_unusual_asn.toml': 'Azure AD Graph Access with Unusual User and ASN',
        'azure/collection_entra_id_auth_broker_sharepoint_access_for_user_principal.toml':
          'Entra ID SharePoint Accessed by Unusual User and Microsoft Authentication Broker Client',
      },
      'm365/device-joined-from-new-network': {
        'azure/initial_access_entra_id_suspicious_oauth_flow_via_auth_broker_to_drs.toml':
          'Entra ID OAuth Flow by Microsoft Authentication Broker to Device Registration Service (DRS)',
        'o365/credential_access_entra_id_device_reg_via_oauth_redirection.toml':
          'M365 Identity OAuth Flow by User Sign-in to Device Registration',
        'azure/persistence_entra_id_rt_to_prt_transition_from_user_device.toml':
          'Entra ID OAuth PRT Issuance to Non-Managed Device Detected',
        'azure/persistence_entra_id_suspicious_cloud_device_registration.toml':
          'Entra ID Unusual Cloud Device Registration',
      },
      'm365/passwords-tried-through-clients': {
        'azure/credential_access_entra_id_ropc_unknown_client_id.toml':
          'Entra ID ROPC Authentication with Unknown Client ID',
      },
      'm365/attack-tool-agent,m365/directory-searched': {
        'azure/discovery_bloodhound_user_agents_detected.toml': 'Entra ID Sign-in BloodHound Suite User-Agent Detected',
        'azure/discovery_aad_graph_roadrecon_aiohttp_enumeration.toml':
          'Azure AD Graph Potential Enumeration (ROADrecon)',
      },
      'm365/attack-tool-agent,m365/passwords-tried-through-clients': {
        'azure/discovery_teamfiltration_user_agents_detected.toml':
          'Entra ID Sign-in TeamFiltration User-Agent Detected',
      },
      'm365/changed-by-outsider': {
        'azure/initial_access_entra_id_actor_token_user_impersonation_abuse.toml':
          'Entra ID Actor Token User Impersonation Abuse',
      },
      'm365/sign-in-without-browser-from-new-network,m365/microsoft-client-reads-from-new-network': {
        'azure/initial_access_entra_id_powershell_signin.toml': 'Entra ID PowerShell Sign-in',
        'azure/credential_access_entra_id_prt_cookie_replay_unusual_ip.toml':
          'Entra ID Device-Bound PRT Replay via First-Party App from Unusual IP',
        'azure/credential_access_entra_id_prt_from_unusual_device_ip.toml':
          'Entra ID Device-Bound PRT from Unusual Device IP',
      },
      'google-workspace/google-client-reads-from-new-network': {
        'google_workspace/persistence_google_workspace_device_registered_after_oauth_from_suspicious_asn.toml':
          'Google Workspace Device Registration After OAuth from Suspicious ASN',
      },
      'm365/files-downloaded-with-shell': {
        'o365/collection_sharepoint_file_download_via_powershell.toml':
          'M365 SharePoint/OneDrive File Access via PowerShell',
      },
      'm365/microsoft-client-reads-from-new-network,m365/directory-searched': {
        'azure/discovery_aad_graph_unusual_client_for_user.toml': 'Azure AD Graph Access with Unusual Client and User',
      },
      'm365/attack-tool-agent,m365/script-as-user-client': {
        'azure/discovery_aad_graph_suspicious_user_agent.toml': 'Azure AD Graph Access with Suspicious User-Agent',
      },
      'm365/redirect-to-untrusted-address': {
        'azure/persistence_entra_id_oauth_app_redirect_uri_modified.toml':
          'Entra ID OAuth Application Redirect URI Modified',
      },
      'google-workspace/key-of-delegated-account,google-workspace/keys-of-several-accounts': {
        'gcp/persistence_gcp_key_created_for_service_account.toml': 'GCP Service Account Key Creation',
      },
      'google-workspace/key-of-delegated-account': {
        'gcp/persistence_gcp_service_account_impersonation_role_grant.toml':
          'GCP IAM Service Account Impersonation Role Granted',
      },
      'no rule: noise; user_impersonation is the usual scope of Azure tools, so other rules use the network and the data':
        {
          'azure/initial_access_entra_id_oauth_user_impersonation_scope.toml':
            'Entra ID OAuth user_impersonation Scope for Unusual User and Client',
        },
      'no rule: the setting alone gives no access; rules cover the publication of such an application and its first consent':
        {
          'o365/defense_impairment_teams_custom_app_interaction_allowed.toml':
            'M365 Teams Custom Application Interaction Enabled',
        },
      'no rule: a rejected call returns no data; m365/directory-searched covers the calls that succeed': {
        'azure/discovery_aad_graph_high_4xx_ratio_by_user.toml': 'Azure AD Graph High 4xx Error Ratio from User',
      },
    },
  },
  {
    name: 'Microsoft Sentinel',
    repository: 'Azure/Azure-Sentinel',
    folder: '',
    rules: {
      'm365/credential-added': {
        'Detections/AuditLogs/NewAppOrServicePrincipalCredential.yaml':
          'New access credential added to Application or Service Principal',
        'Solutions/Microsoft Entra ID/Analytic Rules/FirstAppOrServicePrincipalCredential.yaml':
          'First access credential added to Application or Service Principal where no credential was present',
        'Solutions/Microsoft Entra ID/Analytic Rules/NRT_NewAppOrServicePrincipalCredential.yaml':
          'NRT New access credential added to Application or Service Principal',
        'Solutions/Microsoft Entra ID/Analytic Rules/nrt_FirstAppOrServicePrincipalCredential.yaml':
          'NRT First access credential added to Application or Service Principal where no credential was present',
      },
      'm365/new-application-armed,m365/credential-added': {
        'Solutions/Microsoft Entra ID/Analytic Rules/CredentialAddedAfterAdminConsent.yaml':
          'Credential added after admin consented to Application',
      },
      'm365/critical-application-permission': {
        'Detections/AuditLogs/ServicePrincipalAssignedAppRoleWithSensitiveAccess.yaml':
          'Service Principal Assigned App Role With Sensitive Access',
        'Solutions/Microsoft Entra ID/Analytic Rules/AdminPromoAfterRoleMgmtAppPermissionGrant.yaml':
          'Admin promotion after Role Management Application Permission Grant',
        'Solutions/Microsoft Entra ID/Analytic Rules/AzureADRoleManagementPermissionGrant.yaml':
          'Microsoft Entra ID Role Management Permission Grant',
        'Solutions/Microsoft Entra ID/Analytic Rules/ExchangeFullAccessGrantedToApp.yaml':
          'full_access_as_app Granted To Application',
        'Solutions/Microsoft Entra ID/Analytic Rules/MailPermissionsAddedToApplication.yaml':
          'Mail.Read Permissions Granted to Application',
      },
      'm365/role-granted-to-application': {
        'Detections/AuditLogs/ServicePrincipalAssignedPrivilegedRole.yaml':
          'Service Principal Assigned Privileged Role',
      },
      'm365/high-tier-user-consent,m365/first-consent-to-application': {
        'Solutions/Microsoft Entra ID/Analytic Rules/EndUserConsentMailboxOfflineAccess.yaml':
          'End-user consent to app with mailbox and offline access delegated scopes',
        'Solutions/Microsoft Entra ID/Analytic Rules/RareApplicationConsent.yaml': 'Rare application consent',
        'Solutions/Microsoft Entra ID/Analytic Rules/SuspiciousOAuthApp_OfflineAccess.yaml':
          'Suspicious application consent for offline access',
      },
      'm365/known-abused-application,m365/high-tier-user-consent': {
        'Solutions/Microsoft Entra ID/Analytic Rules/MaliciousOAuthApp_O365AttackToolkit.yaml':
          'Suspicious application consent similar to O365 Attack Toolkit',
        'Solutions/Microsoft Entra ID/Analytic Rules/MaliciousOAuthApp_PwnAuth.yaml':
          'Suspicious application consent similar to PwnAuth',
      },
      'm365/application-registered-by-new-account,m365/many-applications-by-one-account': {
        'Solutions/Microsoft Entra ID/Analytic Rules/SuspiciousServicePrincipalcreationactivity.yaml':
          'Suspicious Service Principal creation activity',
      },
      'm365/owner-added,m365/risky-owner-added': {
        'Detections/AuditLogs/ChangestoApplicationOwnership.yaml': 'Changes to Application Ownership',
      },
      'm365/redirect-to-untrusted-address': {
        'Detections/AuditLogs/ApplicationRedirectURLUpdate.yaml': 'Application Redirect URL Update',
        'Detections/AuditLogs/URLAddedtoApplicationfromUnknownDomain.yaml':
          'URL Added to Application from Unknown Domain',
      },
      'm365/conditional-access-loosened': {
        'Solutions/Microsoft Entra ID/Analytic Rules/Conditional Access - A Conditional Access app exclusion has changed.yaml':
          'Conditional Access - A Conditional Access app exclusion has changed',
      },
      'm365/mailbox-audit-switched-off': {
        'Solutions/Microsoft 365/Analytic Rules/exchange_auditlogdisabled.yaml': 'Exchange AuditLog Disabled',
      },
      'cross/unusual-volume': {
        'Solutions/Microsoft 365/Analytic Rules/MailItemsAccessedTimeSeries.yaml':
          'Exchange workflow MailItemsAccessed operation anomaly',
      },
      'google-workspace/domain-wide-delegation-granted': {
        'Solutions/GoogleWorkspaceReports/Analytic Rules/GWorkspaceApiAccessToNewClient.yaml':
          'GWorkspace - API Access Granted',
      },
      'm365/script-as-user-client': {
        'Solutions/FalconFriday/Analytic Rules/AzureADRareUserAgentAppSignin.yaml':
          'Microsoft Entra ID Rare UserAgent App Sign-in',
      },
      'm365/refused-after-reset': {
        'Solutions/FalconFriday/Analytic Rules/ExpiredAccessCredentials.yaml':
          'Expired access credentials being used in Azure',
      },
      'm365/microsoft-client-reads-from-new-network': {
        'Solutions/Microsoft Entra ID/Analytic Rules/AzureAADPowerShellAnomaly.yaml':
          'Microsoft Entra ID PowerShell accessing non-Entra ID resources',
      },
      'm365/first-consent-to-application,m365/consent-refused-to-many': {
        'Detections/AuditLogs/End-userconsentstoppedduetorisk-basedconsent.yaml':
          'End-user consent stopped due to risk-based consent',
      },
      'no rule: noise; deployments change the identifier URI, which receives no token': {
        'Detections/AuditLogs/ApplicationIDURIChanged.yaml': 'Application ID URI Changed',
      },
      'no rule: a logout URL receives no token': {
        'Detections/AuditLogs/ChangestoApplicationLogoutURL.yaml': 'Changes to Application Logout URL',
      },
      'no rule: noise; people sign in from new places, so other rules cover the later acts of a client or an application there':
        {
          'Solutions/Microsoft Entra ID/Analytic Rules/AnomalousUserAppSigninLocationIncrease-detection.yaml':
            'Anomalous sign-in location by user account and authenticating application',
        },
    },
  },
  {
    name: 'Splunk',
    repository: 'splunk/security_content',
    folder: 'detections/cloud',
    rules: {
      'm365/credential-added': {
        'azure_ad_service_principal_new_client_credentials.yml': 'Azure AD Service Principal New Client Credentials',
        'o365_service_principal_new_client_credentials.yml': 'O365 Service Principal New Client Credentials',
      },
      'm365/owner-added,m365/risky-owner-added': {
        'azure_ad_service_principal_owner_added.yml': 'Azure AD Service Principal Owner Added',
        'o365_application_registration_owner_added.yml': 'O365 Application Registration Owner Added',
      },
      'm365/application-registered-by-new-account,m365/many-applications-by-one-account': {
        'azure_ad_multiple_service_principals_created_by_user.yml':
          'Azure AD Multiple Service Principals Created by User',
        'azure_ad_service_principal_created.yml': 'Azure AD Service Principal Created',
        'o365_added_service_principal.yml': 'O365 Added Service Principal',
        'o365_multiple_service_principals_created_by_user.yml': 'O365 Multiple Service Principals Created by User',
      },
      'cross/application-from-new-network': {
        'azure_ad_service_principal_authentication.yml': 'Azure AD Service Principal Authentication',
      },
      'm365/critical-application-permission': {
        'azure_ad_fullaccessasapp_permission_assigned.yml': 'Azure AD FullAccessAsApp Permission Assigned',
        'azure_ad_privileged_graph_api_permission_assigned.yml': 'Azure AD Privileged Graph API Permission Assigned',
        'o365_fullaccessasapp_permission_assigned.yml': 'O365 FullAccessAsApp Permission Assigned',
        'o365_privileged_graph_api_permission_assigned.yml': 'O365 Privileged Graph API Permission Assigned',
      },
      'm365/application-grants-to-another,m365/application-grants-itself-permission': {
        'azure_ad_admin_consent_bypassed_by_service_principal.yml':
          'Azure AD Admin Consent Bypassed by Service Principal',
        'azure_ad_service_principal_privilege_escalation.yml': 'Azure AD Service Principal Privilege Escalation',
        'o365_admin_consent_bypassed_by_service_principal.yml': 'O365 Admin Consent Bypassed by Service Principal',
        'o365_service_principal_privilege_escalation.yml': 'O365 Service Principal Privilege Escalation',
      },
      'm365/role-granted-to-application': {
        'azure_ad_privileged_role_assigned_to_service_principal.yml':
          'Azure AD Privileged Role Assigned to Service Principal',
        'o365_privileged_role_assigned_to_service_principal.yml': 'O365 Privileged Role Assigned To Service Principal',
      },
      'm365/tenant-wide-consent': {
        'azure_ad_tenant_wide_admin_consent_granted.yml': 'Azure AD Tenant Wide Admin Consent Granted',
        'o365_tenant_wide_admin_consent_granted.yml': 'O365 Tenant Wide Admin Consent Granted',
      },
      'm365/high-tier-user-consent,m365/first-consent-to-application': {
        'azure_ad_oauth_application_consent_granted_by_user.yml': 'Azure AD OAuth Application Consent Granted By User',
        'o365_file_permissioned_application_consent_granted_by_user.yml':
          'O365 File Permissioned Application Consent Granted by User',
        'o365_mail_permissioned_application_consent_granted_by_user.yml':
          'O365 Mail Permissioned Application Consent Granted by User',
      },
      'm365/consent-refused-to-many': {
        'azure_ad_user_consent_denied_for_oauth_application.yml': 'Azure AD User Consent Denied for OAuth Application',
        'o365_user_consent_denied_for_oauth_application.yml': 'O365 User Consent Denied for OAuth Application',
      },
      'm365/consent-policy-loosened': {
        'azure_ad_block_user_consent_for_risky_apps_disabled.yml':
          'Azure AD Block User Consent For Risky Apps Disabled',
        'o365_block_user_consent_for_risky_apps_disabled.yml': 'O365 Block User Consent For Risky Apps Disabled',
      },
      'm365/redirect-to-untrusted-address': {
        'o365_application_available_to_other_tenants.yml': 'O365 Application Available To Other Tenants',
      },
      'cross/new-kind-of-data': {
        'o365_oauth_app_mailbox_access_via_ews.yml': 'O365 OAuth App Mailbox Access via EWS',
        'o365_oauth_app_mailbox_access_via_graph_api.yml': 'O365 OAuth App Mailbox Access via Graph API',
      },
      'cross/new-accounts-reached': {
        'o365_multiple_mailboxes_accessed_via_api.yml': 'O365 Multiple Mailboxes Accessed via API',
      },
      'm365/sign-in-without-browser-from-new-network': {
        'azure_ad_device_code_authentication.yml': 'Azure AD Device Code Authentication',
      },
      'm365/attack-tool-agent': {
        'azure_ad_azurehound_useragent_detected.yml': 'Azure AD AzureHound UserAgent Detected',
      },
      'm365/directory-searched': {
        'azure_ad_service_principal_enumeration.yml': 'Azure AD Service Principal Enumeration',
      },
      'm365/exchange-role-over-mailboxes': {
        'o365_applicationimpersonation_role_assigned.yml': 'O365 ApplicationImpersonation Role Assigned',
      },
      'm365/mailbox-audit-switched-off': {
        'o365_advanced_audit_disabled.yml': 'O365 Advanced Audit Disabled',
      },
      'm365/first-consent-to-application,m365/consent-refused-to-many': {
        'azure_ad_user_consent_blocked_for_risky_application.yml':
          'Azure AD User Consent Blocked for Risky Application',
        'o365_user_consent_blocked_for_risky_application.yml': 'O365 User Consent Blocked for Risky Application',
      },
      'out of scope: roles of people': {
        'azure_ad_application_administrator_role_assigned.yml': 'Azure AD Application Administrator Role Assigned',
      },
      'no rule: noise; products and pipelines create applications, and other rules cover the permissions and credentials of these applications':
        {
          'azure_ad_multiple_service_principals_created_by_sp.yml':
            'Azure AD Multiple Service Principals Created by SP',
          'o365_multiple_service_principals_created_by_sp.yml': 'O365 Multiple Service Principals Created by SP',
        },
    },
  },
  {
    name: 'Sigma',
    repository: 'SigmaHQ/sigma',
    folder: 'rules/cloud',
    rules: {
      'm365/credential-added': {
        'azure/audit_logs/azure_app_credential_added.yml': 'Added Credentials to Existing Application',
        'azure/activity_logs/azure_app_credential_modification.yml': 'Azure Application Credential Modified',
      },
      'm365/owner-added,m365/risky-owner-added': {
        'azure/audit_logs/azure_app_owner_added.yml': 'Added Owner To Application',
      },
      'm365/tenant-wide-consent': {
        'azure/audit_logs/azure_app_delegated_permissions_all_users.yml': 'Delegated Permissions Granted For All Users',
      },
      'm365/first-consent-to-application,m365/high-tier-user-consent': {
        'azure/audit_logs/azure_app_end_user_consent.yml': 'End User Consent',
      },
      'm365/critical-application-permission,m365/application-permission-to-data': {
        'azure/audit_logs/azure_app_permissions_msft.yml': 'App Granted Microsoft Permissions',
        'azure/audit_logs/azure_app_privileged_permissions.yml': 'App Granted Privileged Delegated Or App Permissions',
      },
      'm365/role-granted-to-application': {
        'azure/audit_logs/azure_app_role_added.yml': 'App Role Added',
      },
      'm365/redirect-to-untrusted-address': {
        'azure/audit_logs/azure_app_uri_modifications.yml': 'Application URI Configuration Changes',
      },
      'm365/application-registered-by-new-account,m365/many-applications-by-one-account': {
        'azure/audit_logs/azure_service_principal_created.yml': 'Azure Service Principal Created',
      },
      'm365/conditional-access-loosened': {
        'azure/audit_logs/azure_aad_secops_ca_policy_updatedby_bad_actor.yml':
          'CA Policy Updated by Non Approved Actor',
      },
      'cross/files-taken-at-once': {
        'm365/threat_management/microsoft365_susp_oauth_app_file_download_activities.yml':
          'Suspicious OAuth App File Download Activities',
      },
      'google-workspace/domain-wide-delegation-granted': {
        'gcp/gworkspace/gcp_gworkspace_granted_domain_api_access.yml': 'Google Workspace Granted Domain API Access',
      },
      'm365/sign-in-without-browser-from-new-network': {
        'azure/signin_logs/azure_app_device_code_authentication.yml':
          'Application Using Device Code Authentication Flow',
        'azure/signin_logs/azure_app_ropc_authentication.yml': 'Applications That Are Using ROPC Authentication Flow',
      },
      'm365/attack-tool-agent,m365/directory-searched': {
        'azure/signin_logs/azure_ad_azurehound_discovery.yml': 'Discovery Using AzureHound',
      },
      'cross/access-removed-within-hours': {
        'azure/audit_logs/azure_application_deleted.yml': 'Azure Application Deleted',
        'azure/audit_logs/azure_service_principal_removed.yml': 'Azure Service Principal Removed',
      },
      'm365/first-consent-to-application,m365/consent-refused-to-many': {
        'azure/audit_logs/azure_app_end_user_consent_blocked.yml': 'End User Consent Blocked',
      },
      'out of scope: access levels of Google’s own applications': {
        'gcp/gworkspace/gcp_gworkspace_application_access_levels_modified.yml':
          'Google Workspace Application Access Level Modified',
      },
      'no rule: noise; deployments change the identifier URI, which receives no token': {
        'azure/audit_logs/azure_app_appid_uri_changes.yml': 'Application AppID Uri Configuration Changes',
      },
      'no rule: a removed owner loses access': {
        'azure/audit_logs/azure_owner_removed_from_application_or_service_principal.yml':
          'Azure Owner Removed From Application or Service Principal',
      },
      'no rule: a removed application loses access': {
        'gcp/gworkspace/gcp_gworkspace_application_removed.yml': 'Google Workspace Application Removed',
      },
    },
  },
  {
    name: 'Panther',
    repository: 'panther-labs/panther-analysis',
    folder: 'rules',
    rules: {
      'm365/credential-added': {
        'azure_signin_rules/azure_service_principal_credentials_added.yml': 'Azure Service Principal Credentials Added',
      },
      'google-workspace/high-tier-authorization': {
        'gsuite_activityevent_rules/gsuite_oauth_privileged_scopes.yml':
          'Google Workspace OAuth Application Authorized with Privileged Scopes',
      },
      'google-workspace/marketplace-opened': {
        'gsuite_activityevent_rules/google_workspace_apps_marketplace_allowlist.yml':
          'Google Workspace Apps Marketplace Allowlist',
        'gsuite_activityevent_rules/google_workspace_apps_marketplace_new_domain_application.yml':
          'Google Workspace Apps Marketplace New Domain Application',
      },
      'm365/sign-in-without-browser-from-new-network': {
        'azure_signin_rules/azure_device_code_broker_client.yml': 'Azure Device Code Authentication with Broker Client',
        'azure_signin_rules/azure_ropc_login_no_mfa.yml': 'Azure ROPC Login Attempt Without MFA',
      },
      'm365/code-redeemed-elsewhere': {
        'azure_signin_rules/azure_vscode_oauth_phishing.yml': 'Azure VS Code OAuth Phishing',
      },
      'm365/microsoft-client-reads-from-new-network': {
        'azure_signin_rules/azure_graph_session_multiple_ips.yml':
          'Azure Microsoft Graph Single Session from Multiple IP Addresses',
      },
      'google-workspace/key-of-delegated-account,google-workspace/keys-of-several-accounts': {
        'gcp_audit_rules/gcp_iam_service_account_key_create.yml': 'GCP.Iam.ServiceAccountKeys.Create',
        'gcp_audit_rules/gcp_service_account_or_keys_created.yml': 'GCP Service Account or Keys Created',
      },
      'google-workspace/key-of-delegated-account': {
        'gcp_audit_rules/gcp_permissions_granted_to_create_or_manage_service_account_key.yml':
          'GCP Permissions Granted to Create or Manage Service Account Key',
      },
      'cross/new-account-from-new-network,google-workspace/key-of-delegated-account': {
        'gcp_audit_rules/gcp_iam_service_accounts_sign_blob.yml': 'GCP IAM serviceAccounts signBlob',
        'gcp_audit_rules/gcp_iam_serviceaccounts_signjwt.yml': 'GCP IAM serviceAccounts.signJwt Privilege Escalation',
      },
      'out of scope: sign-in methods of people': {
        'azure_signin_rules/azure_auth_methods_policy_oidc_change.yml':
          'Azure Authentication Methods Policy OIDC Discovery URL Changed',
      },
    },
  },
  {
    name: 'Google SecOps',
    repository: 'chronicle/detection-rules',
    folder: 'rules/community',
    rules: {
      'm365/application-registered-by-new-account': {
        'microsoft/entra_id/entra_id_application_creation.yaral': 'entra_id_application_creation',
        'microsoft/o365/o365_entra_id_application_creation.yaral': 'o365_entra_id_application_creation',
      },
      'cross/reconsent-after-removal': {
        'microsoft/entra_id/entra_id_application_restore.yaral': 'entra_id_application_restore',
      },
      'm365/credential-added': {
        'microsoft/entra_id/entra_id_secret_added_to_app.yaral': 'entra_id_secret_added_to_app',
        'microsoft/o365/o365_entra_id_client_secret_add_update_delete_in_app.yaral':
          'o365_entra_id_client_secret_add_update_delete_in_app',
        'microsoft/o365/o365_ADPowerShell_app_login_subsequent_activity.yaral':
          'o365_ADPowerShell_app_login_subsequent_activity',
      },
      'cross/scope-escalation,m365/critical-application-permission': {
        'microsoft/entra_id/entra_id_excessive_permission_change_to_app.yaral':
          'entra_id_excessive_permission_change_to_app',
      },
      'm365/conditional-access-loosened': {
        'microsoft/entra_id/entra_id_conditional_access_policy_modification.yaral':
          'entra_id_conditional_access_policy_modification',
      },
      'm365/refused-after-reset': {
        'microsoft/entra_id/entra_id_expired_refresh_token_use.yaral': 'entra_id_expired_refresh_token_use',
      },
      'cross/new-kind-of-data,cross/new-accounts-reached': {
        'microsoft/o365/o365_mail_access_api.yaral': 'o365_mail_access_api',
      },
      'm365/mailbox-audit-switched-off': {
        'microsoft/o365/o365_logging_disabled.yaral': 'o365_logging_disabled',
      },
      'google-workspace/marketplace-opened': {
        'workspace/google_workspace_application_added.yaral': 'google_workspace_application_added',
        'workspace/google_workspace_marketplace_allowlist_configuration.yaral':
          'google_workspace_marketplace_allowlist_configuration',
      },
      'm365/sign-in-without-browser-from-new-network': {
        'microsoft/entra_id/entra_id_devicecode_phishing_attack.yaral': 'entra_id_devicecode_phishing_attack',
        'microsoft/entra_id/entra_id_admin_login_activity_to_uncommon_mscloud_apps.yaral':
          'entra_id_admin_login_activity_to_uncommon_mscloud_apps',
        'microsoft/entra_id/entra_id_login_activity_to_uncommon_mscloud_apps.yaral':
          'entra_id_login_activity_to_uncommon_mscloud_apps',
        'microsoft/o365/o365_admin_login_activity_to_uncommon_mscloud_apps.yaral':
          'o365_admin_login_activity_to_uncommon_mscloud_apps',
        'microsoft/o365/o365_login_activity_to_uncommon_mscloud_apps.yaral':
          'o365_login_activity_to_uncommon_mscloud_apps',
      },
      'm365/microsoft-client-reads-from-new-network': {
        'microsoft/graph_activity/ms_graph_graphrunner_graphrecon_enumeration.yaral':
          'ms_graph_graphrunner_graphrecon_enumeration',
        'microsoft/graph_activity/ms_graph_user_and_group_enumeration.yaral': 'ms_graph_user_and_group_enumeration',
        'microsoft/graph_activity/ms_graph_estimate_access.yaral': 'ms_graph_estimate_access',
      },
      'm365/attack-tool-agent,m365/script-as-user-client': {
        'microsoft/graph_activity/graphrunner_suspicious_user_agent_strings.yaral':
          'graphrunner_suspicious_user_agent_strings',
      },
      'm365/directory-searched': {
        'microsoft/graph_activity/ms_graph_enumerate_applications.yaral': 'ms_graph_enumerate_applications',
        'microsoft/graph_activity/ms_graph_application_endpoint_requests.yaral':
          'ms_graph_application_endpoint_requests',
        'microsoft/graph_activity/ms_graph_authorization_policy.yaral': 'ms_graph_authorization_policy',
      },
      'cross/access-removed-within-hours': {
        'microsoft/entra_id/entra_id_application_deletion.yaral': 'entra_id_application_deletion',
        'microsoft/entra_id/entra_id_application_hard_deletion.yaral': 'entra_id_application_hard_deletion',
      },
      'm365/sign-in-without-browser-from-new-network,m365/microsoft-client-reads-from-new-network': {
        'microsoft/entra_id/entra_id_login_activity_to_azure_ad_powershell_app.yaral':
          'entra_id_login_activity_to_azure_ad_powershell_app',
        'microsoft/o365/o365_login_activity_to_azure_ad_powershell_app.yaral':
          'o365_login_activity_to_azure_ad_powershell_app',
      },
      'm365/mailboxes-opened-from-new-network': {
        'microsoft/graph_activity/ms_graph_security_open_inbox_enumeration.yaral':
          'ms_graph_security_open_inbox_enumeration',
      },
      'no rule: a refused download returns no file': {
        'microsoft/graph_activity/ms_graph_failed_file_downloads_multiple_attempts.yaral':
          'ms_graph_failed_file_downloads_multiple_attempts',
      },
    },
  },
]
