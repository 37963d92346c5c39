import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5e0b1a86-93d4-4f27-a1c6-7b82d05f3e91',
  name: 'Entra ID Service Principal Signed In with a New Credential Type',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1098.001'],
  datasets: ['azure.signinlogs'],
  omits: {
    'o365.audit': 'This log contains sign-ins of people, which use no credential of the application.',
  },
  query: `oauth.action: "app_sign_in" and not event.outcome: "failure" and oauth.grant.app_only: true
  and oauth.app.used_days >= 30 and oauth.app.idle_days <= 30 and oauth.credential.kind_new: true
  and not (oauth.credential.age_hours: * and oauth.activity.network_new: false)`,
  yields: ['m365/known-abused-application', 'cross/new-credential-from-new-network', 'cross/dormant-app-awakens'],
  description:
    'An application in use for at least a month authenticated with a credential type that it never used before: a secret instead of its usual certificate, or the token of an external issuer (federated). Teams plan such changes. Attackers add the credential type that is easiest to obtain, and the old credential keeps working.',
  falsePositives: ['A planned migration, usually from secrets to certificates or to workload identity federation.'],
  investigation: `- **New credential type**: \`oauth.credential.kind\`, \`oauth.credential.id\`; its addition: \`credential_add\` with the same \`oauth.app.id\`, \`oauth.credential.age_hours\`.
- **Federated credential**: \`oauth.credential.issuer\` and \`oauth.credential.subject\` of that \`credential_add\`. Is the repository or cluster yours?
- **Use of the old credential**: other \`app_sign_in\` with the same \`oauth.app.id\` around that time.
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`.
- **Permissions of the application**: \`oauth.app.tier_held\`.`,
  response: `1. Ask the team that runs the application. Nobody plans a move from a certificate to a secret.
2. If the team does not recognize the credential: remove it (App registrations > Certificates & secrets), and treat the application as compromised from the day of the addition.`,
  evasion: 'The attacker adds a credential of the type that the application uses.',
  setup: 'Requires the entity store of the pipeline.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  references: ['https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation'],
  parameters: { ageDays: 'oauth.app.used_days >=' },
  state: 'experimental',
  tests: { noMatch: [{ scenario: 'm365/application-asks-for-resource-manager' }, { scenario: 'cross/key-rotated' }] },
})
