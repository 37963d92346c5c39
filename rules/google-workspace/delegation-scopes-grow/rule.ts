import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7e3b9f52-1a6d-4c08-9d4e-b5f0a2c8e167',
  name: 'Google Workspace Domain-Wide Delegation Extended with Additional Scopes',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin'],
  query: `oauth.action: "delegation_grant" and oauth.grant.known: true and oauth.grant.scopes_new: *`,
  description:
    'A client that may impersonate any user of the domain received additional scopes. The list of delegated clients looks unchanged: same client, same number of entries. A service account that was reviewed for directory access can now read all mail.',
  falsePositives: ['A planned extension of an internal tool.'],
  triage: `#### Investigation

- **New scopes**: \`oauth.grant.scopes_new\`; the whole list: \`oauth.grant.scopes\`.
- **Actor**: \`user.email\`, from \`source.ip\`; is the administrator responsible for this tool?
- **Use**: \`app_use\` by the same \`oauth.app.id\` in the following hours, and the number of accounts.

#### Response

1. If nobody planned the change, remove the delegation at once and rotate the keys of the service account.`,
  setup: 'Requires the entity store of the pipeline.',
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
