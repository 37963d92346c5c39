import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd6c207de-811a-4f12-b767-acf26648261d',
  name: 'Entra ID Permissions Changed by an Application Through Microsoft Graph',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs'],
  omits: {
    'o365.audit': 'This log contains the use of mail and files; other rules cover directory changes there.',
  },
  query: `oauth.action: "app_use" and oauth.activity.access: "permission" and oauth.grant.app_only: true
  and not oauth.activity.method: DELETE*
  and http.response.status_code < 300 and not oauth.app.first_party: true
  and not (oauth.grant.scopes: "Application.ReadWrite.OwnedBy" and not oauth.grant.scopes: *.ReadWrite.All)`,
  yields: ['m365/known-abused-application'],
  description:
    'With app-only access, an application successfully called a Microsoft Graph or Azure AD Graph API that grants permissions or roles or adds credentials. The directory audit log shows the result. This alert shows the call itself, with the permissions in the token and the source address, which the audit record can lack. The rule ignores applications that may change only the applications that they own.',
  evasion: 'The attacker makes the change in a portal or with a Microsoft client.',
  falsePositives: ['Deployment automation and identity governance from known networks.'],
  investigation: `- **API call**: \`oauth.activity.method\`, \`url.path\`.
- **Application**: \`oauth.app.id\`, \`oauth.credential.kind\`; source: \`source.ip\`.
- **Permissions**: \`oauth.grant.scopes\` lists the permissions in the token.
- **Result**: \`app_role_grant\`, \`delegated_grant\`, \`role_grant\` in \`azure.auditlogs\` in the same minute.`,
  response: `1. Compare address and time with the pipeline or product that owns the application.
2. If they do not match: disable sign-in for the service principal, undo the grants, remove its credentials.`,
  references: ['https://learn.microsoft.com/en-us/graph/microsoft-graph-activity-logs-overview'],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: {
    match: [
      { sample: 'entra/graph-app-grants-role' },
      { sample: 'entra/aadgraph-app-grants-role' },
      { sample: 'entra/aadgraph-app-adds-credential' },
    ],
    noMatch: [
      { sample: 'entra/graph-app-reads-mailbox' },
      { sample: 'entra/graph-app-refused' },
      { sample: 'entra/aadgraph-app-lists-groups' },
    ],
  },
})
