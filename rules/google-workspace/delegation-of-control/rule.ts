import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd7c97f54-a40a-4328-af90-baf51b029448',
  name: 'Google Workspace Domain-Wide Delegation with Account Control Scopes, or Extended with Critical Scopes',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin'],
  query: `oauth.action: "delegation_grant" and ((oauth.grant.known: true and oauth.grant.scopes_new: * and oauth.grant.tier: "critical")
  or ((not oauth.grant.known: true or oauth.grant.revoked: * or oauth.grant.scopes_new: *)
  and oauth.grant.scopes: ("https://www.googleapis.com/auth/gmail.settings.sharing"
    or "https://www.googleapis.com/auth/admin.directory.user"
    or "https://www.googleapis.com/auth/admin.directory.user.security"
    or "https://www.googleapis.com/auth/admin.directory.rolemanagement"
    or "https://www.googleapis.com/auth/admin.datatransfer"
    or "https://www.googleapis.com/auth/cloud-platform"
    or "https://www.googleapis.com/auth/ediscovery")))`,
  description:
    'A client was authorized to impersonate any user of the domain and to manage accounts, roles, mail forwarding, Vault or Google Cloud. The client needs no consent, sign-in or MFA from a user. An attacker with the key of the service account can use these scopes for all users, including administrators. The delegation does not depend on the administrator who granted it, and remains until it is removed. The rule also alerts if a known client receives further scopes and then has critical scopes: the list of delegated clients still has the same number of entries, but a service account that was reviewed for calendars can now read all mail. An entry that is saved again raises no alert.',
  falsePositives: [
    'Setup of a synchronization product that creates accounts; the vendor documents the required scopes.',
    'A planned extension of an internal tool.',
  ],
  evasion:
    'The attacker requests all mail and file scopes in the first delegation, which raises a medium-severity alert.',
  triage: `#### Investigation

- **Client**: \`oauth.app.id\`. A service account has a long numeric ID: find the account and its project in Google Cloud, and check the permissions to create its keys. A project outside your organization needs a very good reason.
- **Scopes**: \`oauth.grant.scopes\` with \`oauth.grant.tier\` and \`oauth.grant.tier_reason\`; \`oauth.grant.scopes_new\`: the added scopes. Full mail, full Drive and \`admin.directory\` scopes give control of the domain.
- **Granting account**: \`user.email\`, from \`source.ip\`. Only super administrators can grant a delegation. Was the sign-in normal? Review other changes at that time: trusted applications, API controls, roles.
- **Earlier use**: earlier documents with the same \`oauth.app.id\` and \`delegation_grant\`; compare the scopes.
- **Activity since then**: \`app_use\` of the client in \`google_workspace.token\`, and the number of accounts (\`oauth.account.name\`).

#### Response

1. Ask the administrator through another channel whether the delegation was intended, and for which product.
2. If not: delete the client under Security > Access and data control > API controls > Domain-wide delegation. Then delete the keys of the service account. Suspending the administrator does not revoke the delegation.
3. Treat the administrator’s account as compromised, and review all its changes.
4. List the users affected by the client’s reads since then.
5. If the delegation was intended: limit the scopes to the product documentation, and keep the list short.`,
  references: ['https://support.google.com/a/answer/162106'],
  tests: {
    match: [],
    noMatch: [{ sample: 'google-workspace/admin-delegation-granted' }],
  },
})
