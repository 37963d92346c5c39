import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd6c207de-811a-4f12-b767-acf26648261d',
  type: 'new_terms',
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
  newTermsFields: ['service.id', 'oauth.activity.method'],
  historyWindowStart: 'now-90d',
  repeats: { within: '1d', by: ['service.id'] },
  yields: ['m365/known-abused-application', 'cross/application-from-new-network'],
  description:
    'With app-only access, an application successfully called a Microsoft Graph or Azure AD Graph API that grants permissions or roles, changes groups or adds credentials, for the first time in ninety days. The directory audit log shows the result. This alert shows the call itself, with the permissions in the token and the source address, which the audit record can lack.',
  conditions: `- The application did not call this method in the last ninety days: a pipeline or a portal that does it every week raises one alert.
- Ignores applications that may change only the applications that they own.`,
  evasion: 'The attacker uses an application that makes such changes every week, from its usual network.',
  falsePositives: ['New deployment automation and identity governance from known networks.'],
  investigation: `- **API call**: \`oauth.activity.method\`, \`url.path\`.
- **Application**: \`oauth.app.id\`, \`oauth.credential.kind\`; source: \`source.ip\`.
- **Permissions**: \`oauth.grant.scopes\` lists the permissions in the token.
- **Result**: \`app_role_grant\`, \`delegated_grant\`, \`role_grant\` in \`azure.auditlogs\` in the same minute.`,
  response: `1. Compare address and time with the pipeline or product that owns the application.
2. If they do not match: disable sign-in for the service principal, undo the grants, remove its credentials.`,
  references: ['https://learn.microsoft.com/en-us/graph/microsoft-graph-activity-logs-overview'],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  state: 'experimental',
  tests: {
    noMatch: [
      { sample: 'entra/graph-app-reads-mailbox' },
      { sample: 'entra/graph-app-refused' },
      { sample: 'entra/aadgraph-app-lists-groups' },
    ],
  },
})
