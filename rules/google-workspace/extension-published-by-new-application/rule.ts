import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c3a4d2f6-5b1e-4c97-8f0a-61d7e29b3c58',
  name: 'Google Workspace Browser Extension Published by a New OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['google_workspace.token'],
  omits: {
    'google_workspace.calendar': 'It tells no call of the Chrome Web Store.',
    'google_workspace.chat': 'It tells no call of the Chrome Web Store.',
    'google_workspace.drive': 'It tells no call of the Chrome Web Store.',
    'google_workspace.gmail_reports': 'It tells no call of the Chrome Web Store.',
    'google_workspace.keep': 'It tells no call of the Chrome Web Store.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and not oauth.app.first_party: true and oauth.app.used_days < 1
  and oauth.activity.method: (chromewebstore.items.insert or chromewebstore.items.update or chromewebstore.items.publish)`,
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  description:
    'On the first day of its use an application uploaded or published an extension in the Chrome Web Store. An extension that a stranger publishes reaches the browser of everybody who uses it. What one application does within a week is one alert.',
  falsePositives: ['A new build pipeline of the team that makes an extension.'],
  evasion: 'An intruder who waits a day after the first call of the application publishes unseen.',
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`; when was it authorized (\`consent\`), by whom and from where?
- **What it did**: \`oauth.activity.method\` of all its calls.
- **From where**: \`source.ip\`, \`oauth.activity.network_new\`.

#### What to do

1. Ask the user what the application is for.
2. If they cannot say: revoke its tokens and block it in the API controls.
3. Take the version back in the developer dashboard and tell Google.`,
  setup: 'Needs the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <' },
  references: [
    'https://www.cyberhaven.com/engineering-blog/cyberhavens-preliminary-analysis-of-the-recent-malicious-chrome-extension',
  ],
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
