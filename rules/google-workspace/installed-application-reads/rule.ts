import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0280dcc9-8396-4d1a-bdf5-cd1cc1863af5',
  type: 'eql',
  name: 'Google Workspace Data Read by an Application Installed from a New Network',
  severity: 'high',
  attack: ['T1671', 'T1114.002', 'T1213'],
  datasets: ['google_workspace.admin', 'google_workspace.token'],
  query: `sequence by service.name with maxspan=7d
  [any where oauth.action == "app_install" and oauth.act.network_age_hours != null]
  [any where oauth.activity.kind in ("mail", "file")]`,
  repeats: { within: '7d' },
  // Each run reads a whole week, so the rule runs only once an hour.
  interval: '1h',
  description:
    'An administrator installed a Marketplace application for all users within a week after the first sign-in from a new network, and within a week the application used mail or files. An installation grants its scopes for all users without their consent: no further event precedes the first read. The Marketplace and the token log use different IDs for the application, but the same name.',
  falsePositives: [
    'An administrator rolls out a reviewed application while traveling or from a new internet connection.',
  ],
  investigation: `- **Application**: \`service.name\` (group-by field); the client ID is \`service.id\` of the second event. The Admin console lists the publisher and the scopes under Domain-wide installed apps.
- **Administrator** (first event): \`user.email\`, \`source.ip\`, and the other changes of this account since its first sign-in from this network.
- **Data read**: \`app_use\` with the same \`service.id\`: \`oauth.account.name\`, \`oauth.activity.method\`, \`oauth.activity.bytes\`, \`source.ip\`.`,
  response: `1. Ask the administrator about the installation, through another channel.
2. If the installation was not intended: uninstall the application, block its client ID in API controls, and revoke its remaining tokens.
3. End the sessions of the administrator, and revert all changes from that network.
4. Treat the mail and files that the application read as exposed.`,
  evasion:
    'The attacker installs the application through a proxy in the provider network of the administrator, or waits for a week.',
  setup: 'Requires the entity store of the pipeline.',
  references: ['https://support.google.com/a/answer/172482'],
  tests: {
    match: [{ scenario: 'google-workspace/application-installed-from-a-new-network' }],
    noMatch: [{ scenario: 'google-workspace/application-installed-at-the-office' }],
  },
})
