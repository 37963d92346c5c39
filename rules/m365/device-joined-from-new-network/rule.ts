import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c84e2d17-5fb9-4a06-93d1-7b0e6f2a8c59',
  type: 'eql',
  name: 'Entra ID Device Joined with a Token Issued to a New Network',
  severity: 'high',
  group: 'microsoft-clients',
  attack: ['T1098', 'T1528', 'T1566.002'],
  datasets: ['azure.signinlogs', 'azure.auditlogs', 'o365.audit'],
  query: `sequence with maxspan=2h
  [authentication where event.outcome == "success" and oauth.account.network_new == true
    and ?azure.signinlogs.properties.resource_id == "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9"
    and (saas.logon.interactive == false or ?azure.signinlogs.properties.authentication_protocol == "deviceCode")] by user.email
  [any where event.action in ("Add registered owner to device", "Add registered owner to device.")
    and event.outcome == "success"] by user.target.email`,
  description:
    'A client obtained a Device Registration Service token without a browser, in a network that is new to the account, and the account then joined a new device. A new device gives its holder a primary refresh token, which signs in to every application, satisfies MFA, and lasts until the device is removed. A person who sets up a computer signs in on it first, so its network is already known.',
  falsePositives: [
    'A person sets up a device at a new location with a device code, for example a display in a meeting room.',
  ],
  investigation: `- **Sign-in** (first event): \`source.ip\`, \`source.geo.country_iso_code\`, \`user_agent.original\`; the interactive sign-in with the same \`session.id\`, if any, and its network.
- **Device** (second event): its name and ID in \`azure.auditlogs.properties.target_resources_list\`.
- **Activity of the device**: sign-ins with its ID in \`device.id\`, and data read in these sessions.`,
  response: `1. Ask the user whether they added a device, and whether they gave anyone a code or a URL.
2. If not: remove the device first, then revoke the sessions and reset the password. The attacker keeps access while the device exists.
3. Restrict device joins, and require MFA for them.`,
  evasion: 'The attacker joins the device more than two hours after the sign-in, or through the user’s provider.',
  references: [
    'https://www.volexity.com/blog/2025/04/22/phishing-for-codes-russian-threat-actors-target-microsoft-365-oauth-workflows/',
  ],
  tests: { match: [], noMatch: [] },
})
