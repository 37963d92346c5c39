import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a149f2a7-d373-4e61-bcb0-dd30350eff62',
  name: 'Entra ID Application or Agent Opened to Outsiders or Tools, or Blueprint Extended',
  severity: 'medium',
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success"
  and ((oauth.action: ("redirect_change" or "credential_add" or "audience_change")
      and (oauth.redirect.kind: ("shared_hosting" or "http" or "wildcard")
        or (oauth.policy.setting: ("AvailableToOtherTenants" or "SignInAudience") and oauth.policy.direction: "loosened")))
    or (oauth.action: ("redirect_change" or "credential_add" or "audience_change" or "app_register") and oauth.redirect.tool: *
      and not oauth.redirect.tool_common: true
      and not (oauth.action: "app_register" and (oauth.act.repeated: true or not oauth.entity_store.baseline_ready: true)))
    or (oauth.action: "redirect_change" and oauth.redirect.tool_common: true and not oauth.app.registered_hours < 720
      and not oauth.act.repeated: true and oauth.entity_store.baseline_ready: true)
    or (oauth.app.kind: "agent" and (oauth.action: "permission_request" or (oauth.action: "redirect_change" and oauth.redirect.added: *)))
    or (oauth.act.network_age_hours: * and ((oauth.action: "redirect_change" and oauth.redirect.public_client: true)
      or (oauth.policy.setting: ("AuthenticationMode" or "AccessControlPolicy") and oauth.policy.direction: "loosened"))))`,
  yields: [
    'cross/dormant-app-new-credential',
    'm365/credential-on-first-party-application',
    'm365/lookalike-application',
  ],
  description:
    'An application or a Copilot Studio agent was opened to outsiders. With an untrusted redirect URI, codes and tokens of all users who sign in to the application go to the new address. An attacker who controls this address receives them in the name of a long-trusted application. A multitenant application can ask the users of any tenant for consent under the name of this application. An open agent reads and sends mail for any stranger. With the default localhost address of a tool, the person who runs the tool receives the tokens. Each agent of a blueprint inherits its permissions without further consent.',
  conditions: `- An application receives a redirect URI on a host where anyone can register a name.
- An application receives a redirect URI without TLS, or with a wildcard for any host.
- Accounts of other tenants can now use an application. A multitenant application can ask the users of any tenant for consent under the name of this application, and an internal application that trusts every valid token now also grants access to outsiders.
- A maker removes the login of a Copilot Studio agent, or opens the agent to everybody, within a week of the first sign-in from a network. The agent’s tools then read and send mail for any stranger with the connections of the maker.
- An application becomes a public client within a week of the first sign-in from a network. Device code phishing then needs no secret.
- An application is registered with, or receives, the default localhost address of a copy or attack tool, such as port 53682 of rclone (\`oauth.redirect.tool\`). A registration counts only if the account registered no application before.
- An account that never changed redirect URIs before adds the default address of a tool that developers also use, such as port 8000, to an application that was not registered in the last month (\`oauth.redirect.tool_common\`). Developers often change their own applications and new applications.
- An agent blueprint requests or passes on more permissions, or receives a new redirect URI. Other rules cover a new credential or owner of a blueprint, and permissions that a single agent receives.`,
  falsePositives: [
    'A developer tests with a tunnel or a default cloud name such as `azurewebsites.net` before the final name exists.',
    'A legacy internal application without TLS.',
    'While traveling, a maker publishes an agent for website visitors, who have no account.',
    'A user registers a personal client for rclone, or a team extends an agent blueprint in a release with a ticket.',
    'A software team publishes a product for customers, or a second tenant of the same organization needs the application.',
  ],
  investigation: `- **Address**: \`oauth.redirect.added\`, \`oauth.redirect.added_domains\` and \`oauth.redirect.kind\`. Does your organization own the name and operate the server, and does the name resolve?
- **Supported accounts**: \`oauth.policy.setting\`, \`oauth.policy.old\`, \`oauth.policy.new\`. Is the application intended for external users?
- **Tool**: \`oauth.redirect.tool\`; does the actor know the tool? The tool copies data with the tokens of the user at that computer: \`app_use\` with the same \`oauth.app.id\`.
- **Blueprint**: \`oauth.grant.scopes_qualified\`, \`oauth.policy.new\`; the sign-ins of its agents name the blueprint in \`azure.signinlogs.properties.agent.parentAppId\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, and its permissions. Its permissions determine the value of a stolen token.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`; did the account become owner of the application shortly before (\`owner_add\`)?
- **Sign-ins since then**: \`app_sign_in\` with the same \`oauth.app.id\`. An attacker may have sent users a link with the new address.

- **Agent**: \`oauth.policy.name\`; its tools (\`BotComponentCreate\`) and publications (\`BotUpdateOperation-BotPublish\`) in \`event.action\`; mail read or sent by *Microsoft Flow Service* for the maker since then.`,
  response: `1. Ask the owner of the application whether the address is theirs.
2. If it is not: remove the address, rotate the credentials of the application, and revoke the sessions of users who signed in to it since then. Make the application single-tenant again.
3. If it is: replace the address with your own domain name and TLS.
4. If nobody recognizes the change of an agent: restore its login, remove its tools and connections, and reset the account of the maker.`,
  evasion:
    'The attacker uses their own domain with TLS without changing the supported accounts, selects another port for the tool, or waits a week before opening an agent.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/reply-url',
    'https://learn.microsoft.com/en-us/entra/identity-platform/howto-convert-app-to-be-multi-tenant',
    'https://github.com/mdsecactivebreach/o365-attack-toolkit',
  ],
  tests: {
    match: [
      { sample: 'm365/application-changed-at-once' },
      { sample: 'm365/application-opened-and-redirected' },
      { sample: 'm365/application-made-multitenant' },
      { sample: 'm365/application-redirect-added' },
      { sample: 'entra/audit-application-redirect-added' },
      { sample: 'entra/audit-blueprint-permissions-inherited' },
      { sample: 'entra/audit-blueprint-redirect-added' },
    ],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/application-public-client' },
      { sample: 'entra/audit-blueprint-permissions-withdrawn' },
      { sample: 'entra/audit-blueprint-credential-added' },
    ],
  },
})
