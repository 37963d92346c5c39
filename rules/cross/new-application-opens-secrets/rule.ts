import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0f5e8b3a-61c9-4d0e-8b57-3a9d2c7e14f6',
  name: 'File with a Credential-Related Name Opened by a New OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1213.002', 'T1552.001'],
  datasets: ['o365.audit', 'google_workspace.drive'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs': 'A Microsoft Graph record names no file.',
    'google_workspace.keep': 'This log names no files.',
    'google_workspace.token': 'A Drive call in this log names no file.',
  },
  query: `not event.outcome: "failure" and oauth.action: "app_use" and oauth.activity.kind: "file"
  and oauth.activity.access: ("read" or "sync" or "export") and oauth.app.used_days < 3 and not oauth.app.first_party: true
  and file.name: (*assword* or *asswort* or *ogins* or *VPN* or *vpn* or *credential* or *Credential* or *secret* or *Secret* or *.kdbx or *.pfx or *.pem or *.ppk or *.ovpn or *id_rsa*)`,
  skipsApprovedApps: true,
  repeats: { within: '7d', by: ['service.id'] },
  yields: ['m365/known-abused-application'],
  description:
    'In its first three days in the tenant, an application opened a file with a name that suggests passwords, credentials, secrets or keys. Tools that search a stolen drive look for such names first, because these files give further access.',
  falsePositives: ['A user connected a backup or a synchronization, and the drive contains such a file.'],
  investigation: `- **File**: \`file.name\`, \`file.path\`, \`url.original\`; the number of other files opened before and after it.
- **Application and account**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`; its \`consent\`.
- **Client and credential**: \`user_agent.original\`, \`source.ip\`.`,
  response: `1. Ask the user whether they connected the application.
2. If not: revoke the grant and the sessions, and rotate every secret in the opened file.`,
  evasion:
    'The attacker waits for three days, opens files with ordinary names, or downloads everything (volume rules cover this).',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { usedDays: 'oauth.app.used_days <' },
  tests: { match: [], noMatch: [] },
})
