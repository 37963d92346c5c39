import { rule } from '../../lib/rule.ts'

export default rule({
  id: '13093c9d-d40d-427a-a425-73b7dc7453e1',
  name: 'Google Workspace Apps Script Authorized for Data',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and oauth.app.kind: "script"
  and not oauth.app.first_party: true
  and (oauth.grant.tier: "critical" or (oauth.grant.tier: "high" and not oauth.grant.scopes: ("https://www.googleapis.com/auth/gmail.send" or "https://www.googleapis.com/auth/script.send_mail"
      or "https://www.googleapis.com/auth/spreadsheets" or "https://www.googleapis.com/auth/documents" or "https://www.googleapis.com/auth/presentations"))
    or oauth.grant.scopes: ("https://www.googleapis.com/auth/gmail.readonly" or "https://www.googleapis.com/auth/gmail.modify" or "https://www.googleapis.com/auth/drive.readonly" or "https://www.googleapis.com/auth/contacts"
      or "https://www.googleapis.com/auth/contacts.readonly" or "https://www.googleapis.com/auth/script.external_request"))`,
  yields: [
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
    // OAuth Consent by a Privileged Account to a Third-Party Application
    '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
    // OAuth Application with the Name of an Existing Application
    '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
  ],
  description:
    'A user let an Apps Script project read mail, all files, contacts or the directory, or send data to other hosts. (A script that only works on documents and sends mail raises none.) Everybody can write one, it runs on Google’s own servers, hides in a shared document, and goes on by itself at set times. So a script takes the place of a registered application, for thieves of mail as for accountants. A change of the password does not end it.',
  falsePositives: ['A script that the user wrote, or that a colleague shares in a document of the organization.'],
  triage: `#### What to look at

- **Which script**: \`oauth.app.name\`; the number before the dash in \`oauth.app.id\` is its Cloud project. Is it one of the organization’s?
- **What it may do**: \`oauth.grant.scopes\`. \`script.external_request\` lets it send what it reads anywhere, \`script.scriptapp\` lets it run by itself.
- **How it came**: did the user open a document from outside shortly before (\`google_workspace.drive\`, the same \`user.email\`)?
- **Who else authorized it**: \`consent\` with the same \`oauth.app.id\`.
- **What it does**: \`app_use\` of the same \`oauth.app.id\`.

#### What to do

1. Ask the user where the script is from.
2. If nobody knows: revoke its access, remove its triggers, and block the client in the API controls.`,
  evasion: 'The script asks for the open document alone, a scope of the low tier.',
  references: ['https://developers.google.com/apps-script/guides/services/authorization'],
  skipsApprovedApps: true,
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is high for scopes of the critical tier: full access to mail and files has the same weight in a script as in any other application',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 4, alerts: 'fewer', what: 'gives way to another rule on the same act' },
    { version: 5, alerts: 'fewer', what: 'leaves out scripts that only work on documents and calendars or send mail' },
  ],
  tests: {
    match: [{ sample: 'google-workspace/token-authorize-script' }],
    noMatch: [{ sample: 'google-workspace/token-authorize-mail' }],
  },
})
