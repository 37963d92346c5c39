import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0b9c6a54-2e7d-4f13-a8b0-6d35f1c9e472',
  name: 'Entra ID Device Code or ROPC Grant Used from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1528', 'T1566.002', 'T1078.004'],
  datasets: ['azure.signinlogs'],
  omits: { 'o365.audit': 'its sign-ins have no protocol' },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_sign_in" and oauth.account.network_new: true and oauth.app.first_party: true
  and (azure.signinlogs.properties.authentication_protocol: "deviceCode"
    or (azure.signinlogs.properties.authentication_protocol: "ropc"
      and azure.signinlogs.properties.authentication_requirement: "singleFactorAuthentication"))`,
  skipsOwnNetworks: true,
  version: 2,
  changes: [{ version: 2, alerts: 'fewer', what: 'This setting does not list the networks of the organization.' }],
  description:
    'A Microsoft client obtained a token with a device code, or with a user name and password alone (ROPC), from a network that is new to the account. Neither method needs a browser on the computer that receives the token: a device code is approved on any computer, and a password grant requires no MFA. Attackers distribute codes in chats and invitations, and try passwords with clients that every tenant trusts.',
  falsePositives: [
    'For the first time, a user signs in on a server shell or a display at another site.',
    'A script with a stored password moves to another host.',
  ],
  triage: `#### Investigation

- **Method**: \`azure.signinlogs.properties.authentication_protocol\`; client: \`oauth.app.name\`; resource: \`azure.signinlogs.properties.resource_display_name\`.
- **Source**: \`source.ip\`, \`source.as.number\`, \`source.geo.country_iso_code\`, \`user_agent.original\`. A device code shows the address of the device, not of the user.
- **Earlier failures**: sign-ins of the account with error 50126 are password guesses.
- **Later activity**: a new device of the account, Microsoft Graph calls and sign-ins from the same \`source.ip\`.

#### Response

1. Ask the user whether they entered a code, and how they received it.
2. If the user did not start the sign-in: revoke the sessions, reset the password, and remove devices added since then.
3. Block device code flow and password grants with Conditional Access, except for the accounts that need them.`,
  evasion: 'The attacker obtains the token through a proxy at the user’s provider.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://guardz.com/blog/entra-id-legacy-authentication-attack-bav2ropc/',
  ],
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
