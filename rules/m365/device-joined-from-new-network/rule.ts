import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c84e2d17-5fb9-4a06-93d1-7b0e6f2a8c59',
  type: 'eql',
  name: 'Entra ID Device Joined with a Token Issued in a New Network',
  severity: 'high',
  group: 'microsoft-clients',
  attack: ['T1098', 'T1528', 'T1566.002'],
  datasets: ['azure.signinlogs', 'azure.auditlogs'],
  language: 'eql',
  query: `sequence with maxspan=2h
  [authentication where event.outcome == "success" and oauth.account.network_new == true
    and ?azure.signinlogs.properties.resource_id == "01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9"
    and (saas.logon.interactive == false or ?azure.signinlogs.properties.authentication_protocol == "deviceCode")] by user.id
  [any where event.action == "Add registered owner to device" and event.outcome == "success"] by user.target.id`,
  description:
    'A token of the Device Registration Service was fetched without a browser in a network from which the account never signed in, and then the account got a new device. A new device gives its holder a primary refresh token: it signs in to everything, counts as the second factor, and lasts until the device is removed. A person who sets up a computer signs in on it first, so that its network is known by then.',
  falsePositives: ['Somebody sets up a device at a new place with a code, as for a display in a meeting room.'],
  triage: `#### What to look at

- **The sign-in** (first event): \`source.ip\`, \`source.geo.country_iso_code\`, \`user_agent.original\`; the interactive sign-in with the same \`session.id\`, if there is one, and its network.
- **The device** (second event): its name and id in \`azure.auditlogs.properties.target_resources_list\`.
- **What the device did since**: sign-ins with its id in \`device.id\`, and what was read in them.

#### What to do

1. Ask the user whether they added a device, and whether they gave somebody a code or an address.
2. If not: remove the device first, then end the sessions and reset the password. With the device the intruder stays.
3. Restrict device joins, and ask for a second factor when one is joined.`,
  evasion: 'The intruder joins the device more than two hours after the sign-in, or from a provider of the user.',
  references: [
    'https://www.volexity.com/blog/2025/04/22/phishing-for-codes-russian-threat-actors-target-microsoft-365-oauth-workflows/',
  ],
  tests: { match: [], noMatch: [] },
})
