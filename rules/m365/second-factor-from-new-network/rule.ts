import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b79562b4-7d64-45f3-8806-dfd31cce00a8',
  type: 'eql',
  name: 'Entra ID Second Factor Registered from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1556.006', 'T1078.004'],
  datasets: ['azure.signinlogs', 'azure.auditlogs', 'o365.audit'],
  language: 'eql',
  query: `sequence by user.email, source.ip with maxspan=4h
  [authentication where event.outcome == "success" and oauth.account.network_new == true]
  [any where event.outcome == "success" and event.action == "User registered security info"]`,
  description:
    'An account signed in from a network for the first time, and within four hours registered a second factor from the same address. An intruder who enters with a temporary access pass, a stolen session or a phished code registers a method of their own, to return after the pass ends. A temporary access pass can come from an application that manages accounts: with its key, an attacker becomes any user.',
  falsePositives: ['A user sets up a new telephone while traveling or at a new connection.'],
  triage: `#### Investigation

- **Account and source**: \`user.email\` and \`source.ip\` (the group of this alert); does the account hold a role?
- **Method**: \`event.reason\` of the second event.
- **Origin of the sign-in**: \`Admin registered security info\` and password resets of this account in the preceding day, and the application or person that performed them.
- **Later activity**: sign-ins, consents and roles from this address.

#### Response

1. Call the user on a known number.
2. If they did not do it: remove the method, end the sessions, reset the password, and look for the origin of the pass.
3. If an application made the pass: disable it and remove its credentials.`,
  evasion: 'The intruder uses a proxy at the provider of the user, or registers the second factor a day later.',
  requires: ['license:entra-id-p1'],
  references: ['https://learn.microsoft.com/en-us/entra/architecture/security-operations-privileged-accounts'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'also reads sign-ins of the unified audit log',
    },
  ],
  tests: { match: [], noMatch: [] },
})
