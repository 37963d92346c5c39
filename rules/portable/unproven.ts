// Log sources without evidence that a rule of the edition can alert. `validate` compares both lists with the evidence.
/** Log sources by the id of the rule in the full edition. */
type Sources = Readonly<Record<string, readonly string[]>>

/** Nothing triggers these rules on these log sources, so they are not part of the edition. */
export const unproven: Sources = {
  // Sensitive OAuth Access Granted from a New Network, or Directory Control Granted
  'd7c97f54-a40a-4328-af90-baf51b029448': ['azure.auditlogs'],
  // Entra ID Administrator Role Assigned to a User from a New Network or by a Script
  'a93d5e71-2c84-4b60-8f17-d6e0b9c2a543': ['o365.audit'],
  // Microsoft 365 Mail or Chats Sent in Bulk by a New Application or from a New Network
  '1129117b-dc00-449d-bda8-790f7409467c': ['o365.audit'],
  // Google Workspace New Installed Program Used in Two Countries
  'c098ef39-afbd-4f85-abde-cd99cc7b2554': ['google_workspace.token'],
  // Google Workspace OAuth Grants of Three Users Changed from One New Network
  '43d73954-33d3-487d-ba26-96e75d94e891': ['google_workspace.token'],
  // Exchange Online Mailboxes of Three Accounts Opened by One Account from a New Network
  '4c1e9a72-6b3f-4d08-9e57-2fa8c6d01b93': ['o365.audit'],
  // High Data Volume Read by an OAuth Application on Its First Day
  'd566572e-bd6e-432f-80b3-498ceee6c660': ['google_workspace.drive'],
  // File with a Credential-Related Name Opened by a New OAuth Application
  '0f5e8b3a-61c9-4d0e-8b57-3a9d2c7e14f6': ['google_workspace.drive'],
  // OAuth Application Used from a New Network
  '97b3bde3-3119-47a6-ac11-55115036277b': ['gcp.audit'],
  // Microsoft 365 Known Abused OAuth Application Used
  'acf50285-febd-422b-bbd3-2d7f6628b02b': ['azure.graphactivitylogs'],
  // Microsoft 365 Mail, Files or Directory Read by a Microsoft Client from a New Network
  '9f27b3e0-6c58-4d91-b4a2-1e8d0c7f5a36': ['o365.audit'],
  // Microsoft 365 Mail, Files and Chats Read by Microsoft Clients from a New Network
  'b2d84f07-6e19-4c5a-93d0-a7c5e8f1b462': ['azure.graphactivitylogs', 'o365.audit'],
  // Microsoft 365 Data of Two Accounts Read with Office Tokens from One New Address
  'f4b7d1a6-58c3-4e29-9d06-2a71e8c5b3f0': ['o365.audit'],
  // Entra ID Consent Granted to an Application Flagged as Risky
  '3320293e-1963-4882-8a5f-b538e808572c': ['azure.auditlogs'],
  // Microsoft 365 Accessed by an Attack Tool
  '3e1f7a60-5c2d-4d98-9b04-8a6f0d3c7e51': ['o365.audit'],
  // Entra ID Risky Owner Added to an Application
  '1f0b8f6a-5c18-49da-b84f-42a504af2906': ['azure.auditlogs'],
  // Entra ID Credential Added to a Microsoft First-Party Service Principal
  '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc': ['azure.auditlogs'],
  // Entra ID Application Authentication Flow Weakened
  'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6': ['azure.auditlogs'],
  // Entra ID Applications Registered in Bulk by One Account
  'f45be9f0-1526-4461-a9b2-bff4b22bd3c8': ['azure.auditlogs'],
  // Entra ID Consent Declined or Blocked for Five Users Within Two Days
  'f895b134-56a6-4912-b680-1c332563eef4': ['azure.signinlogs'],
  // Microsoft 365 Auditing Disabled, Mail Deleted in Transport, or Mailboxes Opened
  '0ad7d717-a696-421a-89d9-6f7439047841': ['azure.auditlogs'],
  // Google Workspace Role, Membership or Export of a New, External or Service Account
  '59e91144-c17a-4b55-b1bc-19c0036ace46': ['gcp.audit'],
}

/** No evidence triggers these rules, but a campaign in `rules/campaigns` does: see `rules/campaigns/PORTABLE.md`. */
export const provenByCampaigns: Sources = {
  // Mail, Files or Chats Read by an OAuth Application for the First Time
  '0a487751-7bdd-4fb7-916a-bfaadfa4b675': ['google_workspace.drive'],
  // Google Workspace Data Read by a Google Client or Program from a New Network
  '0d6e3b95-8a4f-4127-b6c9-5f2e1d7a8c30': ['google_workspace.token'],
  // OAuth Application Used from a New Network
  '97b3bde3-3119-47a6-ac11-55115036277b': [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
  ],
  // Entra ID Token Issued in an Unusual Way from a New Network
  '0b9c6a54-2e7d-4f13-a8b0-6d35f1c9e472': ['azure.signinlogs'],
  // Google Workspace Browser Extension Published by a New OAuth Application
  'c3a4d2f6-5b1e-4c97-8f0a-61d7e29b3c58': ['google_workspace.token'],
  // Microsoft Graph Mail or Directory Read by a Microsoft Client from a New Network
  '9f27b3e0-6c58-4d91-b4a2-1e8d0c7f5a36': ['azure.graphactivitylogs'],
  // Microsoft 365 Application Granted Consent for the First Time in Three Months
  '2e4d1ad1-4de2-49a5-8a34-cb1ee556bcf3': ['azure.auditlogs'],
  // Entra ID High-Risk Application Permission Granted
  '5a709b7c-1ca5-44e7-873f-4a89da050227': ['azure.auditlogs'],
  // Entra ID Application Registered by an Account for the First Time
  'a4e1bb69-3857-4027-9768-5897b909c0d3': ['azure.auditlogs'],
  // Entra ID Application Granted Consent by Many Users Within a Day
  'e8798f33-c464-4521-bea4-359898fc5ea4': ['azure.auditlogs'],
}
