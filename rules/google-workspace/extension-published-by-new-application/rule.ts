import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c3a4d2f6-5b1e-4c97-8f0a-61d7e29b3c58',
  name: 'Google Workspace Browser Extension Published by a New OAuth Application',
  severity: 'high',
  attack: ['T1671', 'T1550.001'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "app_use" and not event.outcome: "failure" and not oauth.app.first_party: true
  and ((oauth.app.used_days < 1 and not oauth.app.approved: true) or (oauth.activity.network_age_hours < 24 and oauth.activity.networks_new >= 2))
  and oauth.activity.method: (chromewebstore.items.insert or chromewebstore.items.update or chromewebstore.items.publish
    or chromewebstore.media.upload or chromewebstore.publishers.items.publish)`,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'On its first day of use, an application uploaded or published an extension in the Chrome Web Store; or an application did so on its first day in its second new network within half a year. A thief first tries the token of a release pipeline, and publishes later from another server. Another rule covers the first new network: a team moves its pipeline once. A malicious version of an extension reaches the browsers of all its users. The rule raises one alert per application per week.',
  falsePositives: ['The extension’s developers use a new build pipeline, or move it twice in half a year.'],
  evasion:
    'The attacker publishes the extension more than a day after the first call of the application, or always uses the network of the pipeline or one other network.',
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; its authorization (\`consent\`), with time, account and source.
- **Activity**: \`oauth.activity.method\` of all its calls.
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`.`,
  response: `1. Ask the user about the purpose of the application.
2. If they do not recognize it: revoke its tokens and block it in API controls.
3. Unpublish the version in the developer dashboard and report it to Google.`,
  setup: 'Requires the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <', networks: 'oauth.activity.networks_new >=' },
  references: [
    'https://www.cyberhaven.com/engineering-blog/cyberhavens-preliminary-analysis-of-the-recent-malicious-chrome-extension',
    'https://developer.chrome.com/docs/webstore/api/reference/rest',
  ],
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
