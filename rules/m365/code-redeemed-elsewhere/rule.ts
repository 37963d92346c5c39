import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5d1f0c7e-93a4-4b28-8e61-c2f4a7d90b35',
  type: 'eql',
  name: 'Entra ID Code of a Microsoft Client Redeemed from Another Network',
  severity: 'high',
  group: 'microsoft-clients',
  attack: ['T1528', 'T1566.002', 'T1550.001'],
  datasets: ['azure.signinlogs', 'o365.audit'],
  query: `sequence by user.id, session.id, service.id with maxspan=30m
  [authentication where event.outcome == "success" and (saas.logon.interactive == true or saas.logon.interactive == null) and oauth.account.network_new == false
    and (?azure.signinlogs.properties.authentication_protocol == "deviceCode" or oauth.app.id in ("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "1950a258-227b-4e31-a9cf-717495945fc2", "1b730954-1685-4b74-9bfd-dac224a7b894",
      "14d82eec-204b-4c2f-b7e8-296a70dab67e", "aebc6443-996d-45c2-90f0-388ff96faa56", "872cd9fa-d31f-45e0-9eab-6e460a02d1f1",
      "29d9ed98-a469-4536-ade2-f981bc1d605e"))]
  [authentication where event.outcome == "success" and (saas.logon.interactive == false or saas.logon.interactive == null) and oauth.account.network_new == true]`,
  description:
    'From a known network, an account confirmed a device code, or signed in to the Azure CLI, Visual Studio Code, a PowerShell module or the Authentication Broker. Within half an hour, the session continued from a network that is new to the account. An attacker sends the device code in a message, and receives the tokens as soon as the user confirms it. For the other clients, the attacker asks the user to copy the URL of the page after a genuine sign-in. The code in that URL yields tokens for a client that every tenant trusts, without a consent and without MFA.',
  falsePositives: [
    'The user starts or stops a VPN right after the sign-in, and its network is new.',
    'The command line or a device runs at another site, and the browser runs on the user’s computer.',
  ],
  investigation: `- **Networks**: \`source.ip\`, \`source.as.organization.name\`, \`source.geo.country_iso_code\` of both sign-ins.
- **Client of the second sign-in**: \`user_agent.original\`; is it a script, or an operating system that the user does not use?
- **Purpose of the tokens**: \`azure.signinlogs.properties.resource_display_name\` of all sign-ins with this \`session.id\`.
- **Data read**: \`app_use\` with the same \`oauth.account.id\` and \`source.ip\`.`,
  response: `1. Ask the user whether a page or a person sent them a code, or requested a URL that begins with \`http://localhost\`.
2. If so: revoke the sessions of the account and reset its password. Remove devices and MFA methods added since then.
3. Look for other users who visited the page, and for the same \`source.ip\` on other accounts.`,
  evasion: 'The attacker redeems the code through a proxy at the user’s provider.',
  references: ['https://pushsecurity.com/blog/consentfix'],
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
