import { rule } from '../../lib/rule.ts'

export default rule({
  id: '13093c9d-d40d-427a-a425-73b7dc7453e1',
  name: 'Google Workspace Apps Script Authorized for Data Access',
  severity: 'medium',
  severityByTier: { high: 'low' },
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and oauth.app.kind: "script"
  and not oauth.app.first_party: true and (not oauth.app.users >= 1 or oauth.grant.tier_raised: true
    or (oauth.grant.tier: ("critical" or "high") and oauth.app.tier_held: ("low" or "medium")) or (oauth.grant.tier: "critical" and oauth.app.tier_held: "high"))
  and (oauth.grant.tier: "critical" or (oauth.grant.tier: "high" and not oauth.grant.scopes: ("https://www.googleapis.com/auth/gmail.send" or "https://www.googleapis.com/auth/script.send_mail"
      or "https://www.googleapis.com/auth/spreadsheets" or "https://www.googleapis.com/auth/documents" or "https://www.googleapis.com/auth/presentations"))
    or oauth.grant.scopes: ("https://www.googleapis.com/auth/gmail.readonly" or "https://www.googleapis.com/auth/gmail.modify" or "https://www.googleapis.com/auth/drive.readonly" or "https://www.googleapis.com/auth/contacts"
      or "https://www.googleapis.com/auth/contacts.readonly" or "https://www.googleapis.com/auth/script.external_request"))`,
  repeats: { within: '7d', by: ['service.id', 'user.email'] },
  yields: [
    'cross/access-granted-from-new-network',
    'cross/scope-escalation',
    'google-workspace/high-tier-authorization',
    'cross/privileged-account-consents',
    'cross/evil-twin',
  ],
  description:
    'A user authorized an Apps Script project to read mail, all files, contacts or the directory, or to send data to other hosts. (A script that only edits documents and sends mail raises no alert.) Anyone can write a script. It runs on Google’s servers, hides in a shared document, and runs unattended on a schedule, so attackers can use it instead of a registered application. A password change does not revoke its access. The rule covers the first account that authorizes the script, and each account that grants a changed script permissions of a higher tier; other rules cover a script that spreads, a changed script with critical permissions, and critical permissions from a network that is new to the account.',
  falsePositives: ['The user wrote the script, or a colleague shares it in an internal document.'],
  investigation: `- **Script**: \`oauth.app.name\`; the number before the dash in \`oauth.app.id\` is its Cloud project. Does the organization own it?
- **Permissions**: \`oauth.grant.scopes\`. \`script.external_request\` allows it to send data anywhere, \`script.scriptapp\` allows it to run unattended.
- **Origin**: did the user open an external document shortly before (\`google_workspace.drive\`, the same \`user.email\`)?
- **Other authorizations**: \`consent\` with the same \`oauth.app.id\`.
- **Activity**: \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the user for the origin of the script.
2. If nobody recognizes it: revoke its access, remove its triggers, and block the client in API controls.`,
  evasion:
    'The script requests access only to the open document (a low-tier scope), or the changed script requests no further permissions.',
  references: ['https://developers.google.com/apps-script/guides/services/authorization'],
  skipsApprovedApps: true,
  tests: {
    match: [{ sample: 'google-workspace/token-authorize-script' }],
    noMatch: [{ sample: 'google-workspace/token-authorize-mail' }],
  },
})
