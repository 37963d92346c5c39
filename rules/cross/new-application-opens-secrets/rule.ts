import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0f5e8b3a-61c9-4d0e-8b57-3a9d2c7e14f6',
  name: 'New OAuth Application Opened a File Named After Secrets',
  severity: 'medium',
  attack: ['T1671', 'T1213.002', 'T1552.001'],
  datasets: ['o365.audit', 'google_workspace.drive'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A call of Microsoft Graph names no file.',
    'google_workspace.calendar': 'It has no reads of files.',
    'google_workspace.chat': 'It has no reads of files.',
    'google_workspace.gmail_reports': 'It has no reads of files.',
    'google_workspace.keep': 'It names no file.',
    'google_workspace.token': 'A call of Drive names no file there.',
  },
  language: 'kuery',
  query: `not event.outcome: "failure" and oauth.action: "app_use" and oauth.activity.kind: "file"
  and oauth.activity.access: ("read" or "sync" or "export") and oauth.app.used_days < 3 and not oauth.app.first_party: true
  and file.name: (*assword* or *asswort* or *credential* or *Credential* or *secret* or *Secret* or *.kdbx or *.pfx or *.pem or *.ppk or *.ovpn or *id_rsa*)`,
  skipsApprovedApps: true,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'An application opens a file with a name about passwords, credentials, secrets or keys, in the first three days after it was first used here. Tools that search a stolen drive look for such names first, since what they find opens the next door.',
  falsePositives: ['A user connected a backup or a synchronization, and the drive holds such a file.'],
  triage: `#### What to look at

- **Which file**: \`file.name\`, \`file.path\`, \`url.original\`; how many other files were opened before and after it.
- **Which application, which account**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`; its \`consent\`.
- **With what**: \`user_agent.original\`, \`source.ip\`.

#### What to do

1. Ask the user whether they connected the application.
2. If not: revoke the grant, end the sessions, and renew whatever the file holds.

#### How it is evaded

A tool that takes all files, or that waits for three days: rules on volume see the former.`,
  evasion: 'The intruder downloads everything, or opens files whose names say nothing of secrets.',
  setup: 'Needs the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <' },
  tests: { match: [], noMatch: [] },
})
