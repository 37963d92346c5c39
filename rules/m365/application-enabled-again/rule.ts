import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4ae10731-e608-4420-afdf-f4bd33f8a6f5',
  name: 'Entra ID Service Principal Re-enabled or Restored',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'event.outcome: "success" and oauth.action: ("sp_enable" or "app_restore")',
  description:
    'A disabled or deleted application is active again. Responders disable a malicious application first, which keeps its grants. Re-enabling the application restores all its access without a new consent.',
  falsePositives: ['An application was disabled by mistake, or during an investigation that cleared it.'],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, and the earlier removal: \`sp_disable\`, \`sp_delete\`, \`app_delete\` with the same ID.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. Did the same account disable or delete it?
- **Permissions**: the earlier grants are active again; see \`consent\` and \`app_role_grant\` of the same ID.

#### Response

1. Ask the account that disabled the application. Without an answer, disable it again.
2. If the change was not intended: remove the grants first, then investigate the account that enabled or restored the application.`,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/service-principal-disabled' }],
  },
})
