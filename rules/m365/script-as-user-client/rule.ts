import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7d9c2b4e-83f5-4b16-a6d0-1e5c8f7a3b92',
  type: 'threshold',
  name: 'Microsoft 365 Token of a Microsoft Client or with Critical Permissions Used by a Script',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1550.001', 'T1528', 'T1557'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  query: `event.outcome: "success" and oauth.action: ("app_sign_in" or "app_use") and not oauth.grant.app_only: true
  and not (oauth.action: "app_sign_in" and oauth.app.first_party: true and saas.logon.interactive: false and oauth.account.network_new: true)
  and not (oauth.activity.kind: "mail" and url.query: (*search=* or *search%3D*))
  and ((oauth.app.first_party: true and oauth.activity.kind: "mail" and url.path: *ailFolders* and url.query: *filter=*ubject*)
    or (saas.program.kind: ("shell" or "script")
  and ((oauth.app.first_party: false and oauth.app.tier_held: "critical" and oauth.account.network_new: true
      and not oauth.app.users >= 5)
    or (oauth.account.age_days < 7 and oauth.app.known_abused_verdict: "first-party-dual-use" and oauth.activity.access: "list"
      and oauth.activity.method: ("GET /applications" or "GET /servicePrincipals") and not url.query: *filter*)
    or (oauth.account.program_new: true or saas.logon.interactive: true and azure.signinlogs.properties.authentication_requirement: "multiFactorAuthentication") and oauth.app.id: ("d3590ed6-52b3-4102-aeff-aad2292ab01c" or "1fec8e78-bce4-4aaf-ab1b-5451cc387264"
    or "27922004-5251-4030-b22d-91ecd9a37ea4" or "ab9b8c07-8f02-4f72-87fa-80105867a763" or "b26aadf8-566f-4478-926f-589f601d9c74"
    or "4765445b-32c6-49b0-83e6-1d93765276ca" or "72782ba9-4490-4f03-8d82-562370ea3566" or "9199bf20-a13f-4107-85dc-02114787ef48"
    or "19db86c3-b2b9-44cc-b339-36da233a3be2" or "8c59ead7-d703-4a27-9e55-c96a0054c8d2" or "2793995e-0a7d-40d7-bd35-6968ba142197"
    or "c44b4083-3bb0-49c1-b47d-974e53cbdf3c" or "e9c51622-460d-4d3d-952d-966a5b1da34c" or "ecd6b820-32c2-49b6-98a6-444530e5a77a"
    or "f44b1140-bc5e-48c6-8dc0-5cf5a53c0e34" or "d326c1ce-6cc6-4de2-bebc-4591e5e13ef0" or "f05ff7c9-f75a-4acd-a3b5-f4b6a870245d"
    or "4813382a-8fa7-425e-ab75-3b753aab3abb" or "9ba1a5c7-f17a-4de9-a1f1-6178c8d51223" or "26a7ee05-5602-4d76-a7ba-eae8b7b67941"
    or "22098786-6e16-43cc-a27d-191a01a1e3b5" or "57336123-6e14-4acc-8dcf-287b6088aa28" or "e9b154d0-7658-433b-bb25-6b8e0a8a7c59"
    or "00b41c95-dab0-4487-9791-b9d2c32c80f2" or "cf36b471-5b44-428c-9ce7-313bf84528de"))))`,
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['oauth.account.id', 'service.id'], value: 1 },
  repeats: { within: '7d', by: ['oauth.account.id'] },
  yields: ['cross/grant-survives-reset', 'm365/attack-tool-agent', 'm365/microsoft-client-reads-from-new-network'],
  description:
    'A script used the token of a Microsoft client or of an application with critical permissions, or a Microsoft client searched a mail folder or listed all applications. Applications such as Office and Teams run in their own programs and in browsers, not in a script or shell library. An AiTM proxy signs in with its own library. An attacker redeems a stolen refresh token with the client ID of another Microsoft client, which needs no consent and appears in no grant.',
  conditions: `- A sign-in or data access names Office, Teams, Outlook, OneDrive, Edge or a Microsoft portal as its application, and a script or shell library as its user agent.
- A script obtains tokens of a user for another application with critical permissions and fewer than five users, from a network that the user never used. An attacker does this after tricking the user into giving consent.
- A Microsoft client renews a token in a new network, and then accesses data for the first time. The rule on redeemed codes covers the renewal.
- A Microsoft client searches a mail folder for a subject through Microsoft Graph. Malware exchanges commands and stolen files as drafts with a fixed subject.
- An account, in its first week, lists all applications or service principals with a Microsoft command-line client. An intruder who can create accounts through a provisioning job uses such an account for reconnaissance.
- For the first condition, each interactive sign-in with MFA counts, even if the account used the library before. A phishing relay causes such sign-ins. Automation rarely does.
- Otherwise, does not alert on repeated use of the same kind by the script or library on behalf of the account. A monitoring bot that renews its session every half hour raises one alert.
- Excludes searches of mail, which another rule covers.`,
  falsePositives: [
    'An internal test or monitoring script signs in with the Office client ID.',
    'The server of a product with critical permissions renews the tokens of its users.',
    'A user’s script searches mail by subject with the token of a Microsoft client.',
  ],
  investigation: `- **Account and claimed application**: \`oauth.account.id\` and \`service.id\` (group-by fields); \`oauth.account.name\`, \`oauth.app.name\` of the events.
- **Program**: \`user_agent.original\`.
- **Subject of drafts**: \`url.query\`; \`http.request.method\` of other calls on messages with the same \`source.ip\`.
- **Source**: \`source.ip\`, \`source.as.number\`; other accounts from this address are victims of the same proxy.
- **Origin**: sign-ins of the account with the same \`session.id\`: an earlier AiTM proxy, device code or command line client.
- **Later activity**: new authentication methods, devices, inbox rules and consents of the account.`,
  response: `1. Ask the user whether they run such a script.
2. If not: revoke the sessions, reset the password, and remove all later additions: MFA methods, devices, rules, consents.
3. List the data read with the token (\`token.id\`, \`session.id\`).`,
  evasion:
    'The attacker sets the user agent of a browser, of the real client or of a script that the account already uses in this way, and reads drafts without a filter. A token that a client of Microsoft only renews, without reading data, raises no alert of this rule. The rules on device codes and redeemed codes from new networks still alert.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/microsoft-oauth-app-impersonation-campaign-leads-mfa-phishing',
    'https://github.com/secureworks/family-of-client-ids-research',
  ],
  requires: ['license:entra-id-p1'],
  skipsApprovedApps: true,
  tests: { match: [], noMatch: [] },
})
