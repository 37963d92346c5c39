import { rule } from '../../lib/rule.ts'

export default rule({
  id: '870cc00d-fd91-4790-a63e-2cc084d44c2f',
  name: 'OAuth Application with a Generic Name',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  omits: { 'gcp.audit': 'The creator of a service account names it for a program, and no user ever reads the name.' },
  query: `not event.outcome: "failure" and ((oauth.action: "app_register" and oauth.app.name_flags: ("actor_name" or "punctuation"))
    or (oauth.action: "consent" and oauth.grant.tier_rank >= 1
      and (oauth.app.name_flags: ("actor_name" or "tenant_name" or "punctuation")
        or (oauth.app.name_flags: "generic" and not oauth.app.kind: "native"))))`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    // OAuth Application Granted Access Again After Its Removal or from a New Network
    'c6b0f2d7-4e18-49a5-9f73-2a8d5c1e7b34',
    // Microsoft 365 Known Abused OAuth Application Used
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
    // Entra ID High-Risk Consent Granted to a New Unverified Application
    'ba909c1a-1879-4131-b7e7-02d36ad38962',
    // Entra ID Consent Granted to an Application Flagged as Risky
    '3320293e-1963-4882-8a5f-b538e808572c',
    // OAuth Consent Granted by a Privileged Account to a Third-Party Application
    '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
    // OAuth Application Impersonating an Existing Application
    '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
    // Entra ID User Consent Granted for High-Risk Permissions
    '68af58a0-98fb-4169-849d-1e6c0dfdceb3',
    // Google Workspace OAuth Application Authorized for High-Risk Scopes
    'c9649b40-1fc6-493e-9ddb-e07949c74107',
    // Google Workspace Apps Script Authorized for Data Access
    '13093c9d-d40d-427a-a425-73b7dc7453e1',
  ],
  description:
    'The name of an application is the name of the account that registered it or granted it access, the name of the organization, “test” or “app”, or only dots. Products have distinctive names. Attackers who register an application in a mailbox owner’s name, and consent phishing kits, often use generic names.',
  falsePositives: [
    'A developer uses their own name for a test application.',
    'An internal application has the name of the organization.',
  ],
  triage: `#### Investigation

- **Risk indicators**: \`oauth.app.name_flags\`: \`actor_name\` (name of the account), \`tenant_name\` (name of the organization), \`punctuation\`, \`generic\`; the name: \`oauth.app.name\`.
- **Actor**: \`user.email\`, from \`source.ip\`. Does this person build software? Check the sign-ins in the preceding hour.
- **Registration**: \`oauth.app.owner_tenant\`, \`oauth.app.own_tenant\`; for Google, the project number \`oauth.app.registration_id\`.
- **Permissions and activity**: \`oauth.grant.scopes\`; \`credential_add\`, \`app_sign_in\` and \`app_use\` with the same \`oauth.app.id\`.

#### Response

1. Ask the owner of the account, but not by email.
2. If nobody recognizes the application: remove its grants, disable or block it, revoke the sessions of the account and treat the account as compromised.
3. If the application is a test: rename it after its purpose and team, and remove it afterwards.`,
  references: ['https://www.proofpoint.com/us/blog/cloud-security/beyond-phishing-weaponization-of-oauth-applications'],
  skipsAdministrators: true,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/consent-user-mail' }],
  },
})
