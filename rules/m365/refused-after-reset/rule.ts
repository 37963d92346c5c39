import { rule } from '../../lib/rule.ts'

export default rule({
  id: '55eb9b4b-047e-43b8-b7ad-4410c2653089',
  type: 'threshold',
  name: 'Entra ID Revoked Tokens Repeatedly Used by an Application',
  severity: 'low',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.signinlogs'],
  omits: {
    'o365.audit': 'This log contains failed sign-ins of people, and rarely failed attempts by an application alone.',
  },
  query: `oauth.action: "app_sign_in" and error.code: ("50173" or "50089" or "50132" or "50133")
  and oauth.account.reset_age_hours <= 72 and not oauth.app.first_party: true`,
  interval: '15m',
  within: '1h',
  threshold: { field: ['service.id', 'user.email', 'source.ip'], value: 10 },
  repeats: { within: '7d' },
  description:
    'The sessions of an account were revoked or its password was reset, and an application at one address keeps trying its old tokens. The incident response works: Entra ID refuses the tokens. But someone at this address still holds them: check other activity from this address while the tokens were valid.',
  falsePositives: ['The user has not opened a mail client or sync tool on a device since the reset.'],
  investigation: `- **Address**: \`source.ip\` (group-by field): is it the user’s own device or an unknown server? Review all documents with this address from before the reset, including other accounts.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; its grant remains unless someone removed it: \`consentry apps show ID\`.
- **Time of the reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`, and the reason.`,
  response: `1. If the application is part of the incident: also remove its grant. One sign-in of the user renews the refused token.
2. If it is the user’s own client: ask the user to sign in to it again.`,
  evasion: 'The attacker stops after the first refusal.',
  setup: 'Requires the entity store of the pipeline, and the log of non-interactive sign-ins.',
  requires: ['license:entra-id-p1'],
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes'],
  parameters: { hours: 'oauth.account.reset_age_hours <=', attempts: 'threshold.value' },
  state: 'experimental',
})
