import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e4b90d2c-6f71-4a38-95c7-1d0e8b3f6a29',
  name: 'Google Workspace Mail Deleted by a New OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1564.008'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "app_use" and oauth.activity.method: (gmail.users.messages.delete or gmail.users.messages.batchDelete or gmail.users.messages.trash or gmail.users.threads.delete or gmail.users.threads.trash)
  and oauth.app.used_days < 1 and not oauth.app.first_party: true`,
  skipsApprovedApps: true,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'An application deleted messages within a day of its first use in the tenant. Attackers use an add-on to delete the notification about a new MFA method or a new consent before the owner reads it.',
  falsePositives: ['A user connected a product that removes newsletters.'],
  triage: `#### Investigation

- **Application and mailbox**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **Deleted messages**: search the mailbox in Vault for messages of the preceding hour, especially notifications from Google.
- **First consent**: the preceding login and \`consent\`, with their \`source.ip\`.

#### Response

1. Ask the user whether they connected the application.
2. If not: revoke its tokens and the sessions, check for new MFA methods and recovery addresses, and restore the messages.`,
  evasion:
    'The application waits for some days after its first use before it deletes messages, or moves them to a label instead.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  parameters: { usedDays: 'oauth.app.used_days <' },
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
