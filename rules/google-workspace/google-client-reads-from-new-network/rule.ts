import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d6e3b95-8a4f-4127-b6c9-5f2e1d7a8c30',
  type: 'threshold',
  name: 'Google Workspace Client of Google Reads Mail, Files or the Directory from a New Network',
  severity: 'medium',
  attack: ['T1550.001', 'T1528', 'T1114.002'],
  datasets: ['google_workspace.token'],
  omits: {
    'google_workspace.calendar': 'It has no reads of mail, files or the directory.',
    'google_workspace.chat': 'It has no reads of mail, files or the directory.',
    'google_workspace.drive': 'The call that read the file is in the token log, too.',
    'google_workspace.gmail_reports': 'The call that read the message is in the token log, too.',
    'google_workspace.keep': 'It has no reads of mail, files or the directory.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.app.known_abused_verdict: "first-party-dual-use"
  and oauth.activity.kind: ("mail" or "file" or "directory" or "admin" or "chat")
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 48)`,
  from: 'now-1h',
  threshold: { field: ['oauth.account.id', 'service.id'], value: 5 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'A client of Google that devices use to sign in, such as Chrome or the credential provider for Windows, calls interfaces for mail, files or the directory, in a network from which the account came for the first time within two days. A refresh token that is read from a device redeems for such scopes, under a name that nobody blocks.',
  falsePositives: ['An administrator uses a tool of Google on a journey.'],
  triage: `#### What to look at

- **Which client, which account**: \`service.id\` and \`oauth.account.id\` (the group of this alert); \`oauth.app.name\`.
- **What was called**: \`oauth.activity.method\` of the events; scopes in the log of access evaluation.
- **From where**: \`source.ip\`; logins of the account from there. None: the token was stolen from a device.

#### What to do

1. Ask the user whether they work from there.
2. If not: sign the user out of all sessions, which revokes the tokens, reset the password, and examine the device for programs that steal tokens.

#### How it is evaded

The thief works from the network of the victim.`,
  evasion: 'The intruder works through a proxy at the provider of the user.',
  references: [
    'https://www.bitdefender.com/en-us/blog/businessinsights/the-chain-reaction-new-methods-for-extending-local-breaches-in-google-workspace',
  ],
  parameters: { calls: 'threshold.value' },
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
