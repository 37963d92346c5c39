import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5fcc31ed-208a-41fa-b854-fe07a48b0ffb',
  type: 'eql',
  name: 'Entra ID Application Token Used from Two Networks',
  severity: 'medium',
  attack: ['T1528', 'T1550.001', 'T1671'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs'],
  omits: {
    'o365.audit': 'It contains no address of the token request.',
    'azure.aadgraphactivitylogs': 'It contains no ID of the token.',
  },
  query: `sequence by token.id with maxspan=2h
  [any where oauth.action in ("app_sign_in", "app_use") and oauth.grant.app_only == true and oauth.activity.network_new == false
    and oauth.activity.network_age_hours == null]
  [any where oauth.action == "app_use" and oauth.activity.network_age_hours >= 1]`,
  repeats: { within: '1d', by: ['service.id'] },
  description:
    'An application obtained or used a token in its usual network, and within two hours the same token was used from another network. The application first used that network between an hour and a week ago: another rule covers the first hour. A program uses a token where it received the token. An attacker who reads the cache or the log of a build copies the token, and needs no key.',
  falsePositives: ['A program sends its calls through rotating proxies of several providers.'],
  investigation: `- **Token**: \`token.id\` (group-by field): all calls with this token, by \`source.ip\` and \`user_agent.original\`.
- **Origin**: the job, host or function that requested the token at that time, and its log.
- **Data read**: \`url.path\`, \`http.response.bytes\` of the calls from the new network.`,
  response: `1. Ask the owner of the application about the second network.
2. If nobody recognizes the network: disable the service principal until the leak is found; a key rotation does not stop the leak.
3. Treat all secrets that the job can read as stolen.`,
  evasion: 'The attacker calls from the network of the application, for example from a runner of the same provider.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [] },
})
