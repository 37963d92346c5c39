import { rule } from '../../lib/rule.ts'

export default rule({
  id: '179a47b5-682d-437d-8c08-dbc148a423c0',
  type: 'eql',
  name: 'Google Workspace Data Exported After an OAuth Authorization',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1020'],
  datasets: ['google_workspace.token', 'google_workspace.takeout', 'google_workspace.admin'],
  language: 'eql',
  query: `sequence by user.email with maxspan=24h
  [any where oauth.action == "consent" and oauth.grant.tier_rank >= 2 and (oauth.app.first_party == false or oauth.app.first_party == null)]
  [any where event.action in ("takeout_initiated", "takeout_scheduled", "CUSTOMER_TAKEOUT_CREATED", "CREATE_DATA_TRANSFER_REQUEST")]`,
  description:
    'An account let an application at mail, files or the directory, and within a day asked Google for an export of everything (Takeout, an export of the organization, or a transfer of somebody’s data). Each is a way to carry data out; both by one account on one day is somebody who makes sure, in a session that is not theirs or on the way out of the company.',
  falsePositives: [
    'Somebody moves to another service, with a tool and an export, as agreed.',
    'An administrator off-boards people, and connected an application that day.',
  ],
  triage: `#### What to look at

- **Who**: \`user.email\`, from which \`source.ip\` in both events; sign-ins before (\`google_workspace.login\`).
- **The application** (first event): \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`, and \`app_use\` of it since.
- **The export** (second event): \`event.action\`; of Takeout \`google_workspace.takeout.products_requested\`; of a transfer whose data goes to whom (\`user.target.email\`).
- **Whether it is done**: an export takes hours. Its download is an event of its own (\`takeout_download\`).
- **Whether the person is leaving**.

#### What to do

1. While the export still runs: end the sessions of the account; without a session nobody downloads it.
2. Ask the person on another channel. If it was not them: revoke the application, reset password and second factors.
3. If it was: ask for the agreement with their manager or personnel.`,
  // Each run reads a whole day.
  interval: '30m',
  references: ['https://support.google.com/a/answer/6396995'],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
