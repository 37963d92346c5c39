import { rule } from '../../lib/rule.ts'

export default rule({
  id: '82e4a6c0-5b3d-4917-9fd8-0c7b6e1a2d94',
  type: 'threshold',
  name: 'Entra ID Password Spray Against Ten Accounts Through ROPC',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1078.004', 'T1528'],
  datasets: ['azure.signinlogs'],
  omits: { 'o365.audit': 'Sign-ins in this log have no protocol.' },
  query: `event.outcome: "failure" and oauth.action: "app_sign_in" and error.code: ("50126" or "50053" or "50055" or "50056" or "700016")
  and azure.signinlogs.properties.authentication_protocol: "ropc"`,
  within: '1h',
  threshold: { field: ['service.id'], value: 10, cardinality: [{ field: 'user.id', value: 10 }] },
  repeats: { within: '1d' },
  description:
    'Within an hour, Entra ID rejected passwords of ten accounts in password grants (ROPC). In such a grant, a program sends a user name and a password with the client ID of a Microsoft client. Tools such as TeamFiltration and MSOLSpray try one password on many accounts this way, because the grant has no sign-in page and no MFA. They rotate source addresses. With an unknown client ID, the grant fails only after Entra ID has checked the password (error 700016), so the log never shows a success.',
  falsePositives: ['An internal legacy program signs in to many mailboxes with expired passwords.'],
  investigation: `- **Source and client**: \`source.ip\`, \`source.as.number\`, \`user_agent.original\`, \`oauth.app.name\` of the events.
- **Successful requests**: sign-ins with the same protocol or from the same addresses and \`event.outcome: success\`, or with the errors 50076 and 50079, which mean that the password was correct. After error 700016, any password may have been correct: search for calls from these addresses in the Microsoft Graph activity log.`,
  response: `1. Reset the passwords of accounts where the attempt succeeded or stopped at MFA, and revoke their sessions.
2. Block password grants and legacy protocols with Conditional Access.`,
  evasion: 'The attacker tries fewer than ten accounts an hour, or uses another client ID for each account.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
    'https://nebelwolfi.xyz/blog/2026-03-20-four-azure-sign-in-log-bypasses-in-and-the-architecture-behind-all-of-them/',
  ],
  parameters: { accounts: 'threshold.cardinality' },
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
