import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f45be9f0-1526-4461-a9b2-bff4b22bd3c8',
  type: 'threshold',
  name: 'Entra ID Applications Registered in Bulk by One Account',
  severity: 'medium',
  attack: ['T1671', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: 'event.outcome: "success" and oauth.action: ("app_register" or "sp_add")',
  within: '15m',
  threshold: { field: ['user.email'], value: 4, cardinality: [{ field: 'service.id', value: 4 }] },
  description:
    'One account created four applications or service principals within fifteen minutes. Administrators do this with scripts, and so do attackers who spread their access over many applications, or who use the tenant to send mail and mine cryptocurrency.',
  falsePositives: [
    'Infrastructure as code, a tenant migration, or a product that registers several applications during setup.',
  ],
  investigation: `- **Actor**: \`user.email\` (group-by field): does the account usually register applications from this network (\`source.ip\`)?
- **Applications**: \`oauth.app.name\`, \`oauth.app.id\` of the events. Are the names random letters, or copies of well-known names?
- **Permissions**: \`credential_add\`, \`app_role_grant\`, \`consent\` on each of them since then.`,
  response: `1. Ask the owner of the account.
2. If the registrations were not intended: disable the applications, keep their IDs for the search, then delete them; treat the account as compromised.`,
  evasion: 'The attacker creates at most three applications within fifteen minutes.',
  parameters: { applications: 'threshold.cardinality' },
  skipsAdministrators: true,
  state: 'experimental',
})
