import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1c016467-fb0c-4761-8b3b-a4421366897a',
  type: 'threshold',
  name: 'Google Workspace Account Signed In at Many Services from a New Network',
  severity: 'low',
  state: 'experimental',
  attack: ['T1671', 'T1078.004'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and oauth.grant.known: false and not oauth.app.first_party: true
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 24)`,
  within: '1h',
  threshold: { field: ['user.email', 'source.ip'], value: 4, cardinality: [{ field: 'service.id', value: 4 }] },
  skipsOwnNetworks: true,
  repeats: { within: '7d', by: ['user.email'] },
  description:
    'Within an hour, one account authorized four applications that it never used, from one address in a network where it first signed in that day. Google is the key to other services: an attacker with a stolen session presses the button to sign in with Google at one service after the other. The grants contain only the name and the address, but each of them opens or creates an account at the service, which outlives the session.',
  falsePositives: ['A user sets up a new device while traveling, after an export that lacks the earlier grants.'],
  investigation: `- **Account and source**: \`user.email\` and \`source.ip\` (group-by fields); the first sign-in from this network, and whether Google rated it as suspicious (\`google_workspace.login.is_suspicious\`).
- **Services**: \`oauth.app.name\` of the events. Does the organization use them?
- **Services by SAML**: \`google_workspace.saml\` records of the account from this address.`,
  response: `1. Ask the user through another channel.
2. If they did not do it: end the sessions, reset the password, remove the grants, and have each service close or secure the account.`,
  evasion: 'The attacker works through a proxy at the provider of the user, or spreads the services over hours.',
  setup: 'Requires the entity store of the pipeline, and sign-in records.',
  references: ['https://github.com/pushsecurity/saas-attacks'],
})
