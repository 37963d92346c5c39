import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4ae10731-e608-4420-afdf-f4bd33f8a6f5',
  name: 'Entra ID Service Principal Enabled or Restored',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: ("sp_enable" or "app_restore")',
  description:
    'An application that had been disabled or deleted works again. Disabling is what is done to a malicious application first, and it keeps the grants; so whoever enables it again has all of its access back, without a new consent.',
  falsePositives: ['An application that was disabled by mistake, or for the time of an examination that cleared it.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, and who disabled or deleted it, when and why: \`sp_disable\`, \`sp_delete\`, \`app_delete\` with the same id.
- **Who brought it back**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. Is it the one who took it away?
- **What it may do**: its grants are as they were; \`consent\` and \`app_role_grant\` of the same id.

#### What to do

1. Ask who disabled it. Without a word from there, disable it again.
2. If it was not meant: remove its grants before anything else, then examine the account that brought it back.`,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/service-principal-disabled' }],
  },
})
