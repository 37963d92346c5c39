import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4b0e6d2a-91c7-4f38-a5d4-6c8e17f3b920',
  name: 'Entra ID Consent to Data Granted to a Microsoft Tool That Attackers Use',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.app.known_abused_verdict: "first-party-dual-use"
  and oauth.grant.tier: ("critical" or "high")
  and not (oauth.grant.known: true and not oauth.grant.tier_raised: true)`,
  description:
    'A user or administrator granted a Microsoft tool access to mail, files or the directory: Graph Command Line Tools, Graph Explorer, Azure CLI, or another tool that attackers use. Such a tool is in every tenant, has a verified publisher, and needs no registration. With a stolen session, an attacker consents to more permissions for it and reads the data from their own computer. Consent rules for third-party applications ignore Microsoft applications.',
  falsePositives: [
    'An administrator or developer connects Microsoft Graph PowerShell or Graph Explorer with these permissions for the first time.',
  ],
  investigation: `- **Tool and permissions**: \`oauth.app.name\`, \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`; \`oauth.grant.breadth\` shows whether the grant covers one account or all.
- **Account**: \`user.email\`. Is the person an administrator or a developer? Salespeople and accountants rarely use such tools.
- **Origin**: the sign-ins of the account in the preceding hour, with network, device and protocol. Look for a device code, or a code that was redeemed from another network.
- **Activity since then**: \`app_use\` and \`app_sign_in\` with the same \`oauth.app.id\` and account, \`source.ip\`, \`user_agent.original\`.`,
  response: `1. Ask the account owner through another channel whether they granted the permissions.
2. If not: delete the delegated grant of the tool for this account, revoke the sessions, and reset the credentials. Do not delete the service principal of the tool.
3. List the data that the tool read since then.
4. Require the assignment of users to the tool, so that only administrators and developers can use it.`,
  evasion:
    'The attacker uses a tool that already holds the permissions for the account or for all users, or a Microsoft client that needs no consent.',
  references: [
    'https://learn.microsoft.com/en-us/powershell/microsoftgraph/authentication-commands',
    'https://learn.microsoft.com/en-us/graph/graph-explorer/graph-explorer-features',
  ],
  repeats: { within: '1d', by: ['service.id', 'oauth.grant.tier'] },
  skipsApprovedApps: true,
  noise: { perThousand: 0.15, because: 'Developers and administrators connect Graph Explorer several times a month.' },
  tests: {
    match: [{ sample: 'm365/consent-first-party-client' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/consent-user-mail' },
      { sample: 'entra/audit-consent-user-mail' },
    ],
  },
})
