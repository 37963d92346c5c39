import { rule } from '../../lib/rule.ts'

export default rule({
  id: '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd',
  name: 'Entra ID Tenant-Wide Consent to a Third-Party Application',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high', low: 'low' },
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.grant.breadth: "tenant"
  and oauth.grant.scopes_added: * and not oauth.app.first_party: true`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
    // Entra ID High-Risk Consent to a New Application of an Unverified Publisher
    'ba909c1a-1879-4131-b7e7-02d36ad38962',
  ],
  description:
    'An administrator consented to an application on behalf of the whole organization, and the application gained permissions by it. From now on it acts for every user, present and future, without asking any of them. The grant belongs to no account: it stays when the administrator who gave it is disabled, loses the role or changes the password. Consenting again to what was granted before adds nothing and raises no alert.',
  falsePositives: [
    'A planned roll-out: an application owner asked for admin consent and an administrator gave it. There is a request or a change record, and the application id matches what the vendor publishes.',
    'A software vendor asks for an additional permission with a new release; the application has been in use for long.',
    'Administrators of a development tenant who consent to applications of their own.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\` and \`oauth.app.id\`. A name proves nothing. Compare the id with what the vendor documents, and look up the service principal \`oauth.app.object_id\` in Entra: publisher, verified or not, home tenant (\`oauth.app.owner_tenant\`), reply addresses.
- **What it got**: \`oauth.grant.scopes_added\` and \`oauth.grant.tier_added\`. Permissions on mail, files, the directory or on applications deserve an answer within the hour. \`oauth.grant.offline_access\` means that it works while nobody is signed in.
- **Who gave it**: \`user.email\`. Was the administrator's account used as usual before: sign-in, method, network? On consent screens \`source.ip\` is often an address of Microsoft's token service, so take the network from the sign-in seconds before.
- **What belongs to the same click**: search \`oauth.act.bundle\` for application permissions (\`app_role_grant\`) given together with it.
- **What it does since**: search \`oauth.app.id\` for \`app_sign_in\` and \`app_use\`, and for whose data (\`oauth.account.name\`).

#### What to do

1. Ask the administrator on another channel whether the consent was meant.
2. If nobody stands for it: disable sign-in of the service principal, then delete the grant and any application permissions. Disabling the administrator's account ends neither.
3. Treat the administrator's account as compromised: end sessions, reset credentials, check methods and other changes by the account.
4. Find out what was read meanwhile; tokens already issued work until they expire.
5. If it was meant, add the application to the approved list of the environment file with a reason.`,
  evasion: 'The intruder has users consent one by one.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  skipsApprovedApps: true,
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'follows the tier of the permissions: high for those that open mail, files or the directory, medium for calendars and contacts, low for a plain sign-in; that an administrator consents for all is daily work',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to the rule on names of known brands, which sees lasting access to a sign-in, too',
    },
  ],
  tests: {
    match: [{ sample: 'm365/consent-tenant-wide' }, { sample: 'entra/audit-consent-tenant-wide' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/consent-tenant-wide-repeated' },
      { sample: 'm365/consent-admin-for-self' },
    ],
  },
})
