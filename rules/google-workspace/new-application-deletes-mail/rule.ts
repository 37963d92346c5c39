import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e4b90d2c-6f71-4a38-95c7-1d0e8b3f6a29',
  name: 'Google Workspace Mail Deleted by a New OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1564.008'],
  datasets: ['google_workspace.token'],
  omits: {
    'google_workspace.calendar': 'It has no mail.',
    'google_workspace.chat': 'It has no mail.',
    'google_workspace.drive': 'It has no mail.',
    'google_workspace.gmail_reports': 'The call that deleted the message is in the token log, too.',
    'google_workspace.keep': 'It has no mail.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and oauth.activity.method: (gmail.users.messages.delete or gmail.users.messages.batchDelete or gmail.users.messages.trash or gmail.users.threads.delete or gmail.users.threads.trash)
  and oauth.app.used_days < 1 and not oauth.app.first_party: true`,
  skipsApprovedApps: true,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'An application deletes messages within a day after it was first used here. Intruders let an add-on remove the notice about a new second factor or a new consent, before the owner reads it.',
  falsePositives: ['A user connected a product that clears newsletters away.'],
  triage: `#### What to look at

- **Which application, which mailbox**: \`service.id\`, \`oauth.app.name\`, \`oauth.account.name\`.
- **What was deleted**: search the mailbox by Vault for messages of the hour before; notices of Google above all.
- **How it came in**: the login and the \`consent\` before, with their \`source.ip\`.

#### What to do

1. Ask the user whether they connected the application.
2. If not: revoke its tokens, end the sessions, check second factors and recovery addresses that were added, and restore the messages.

#### How it is evaded

The application waits for a day, or moves messages to a label instead.`,
  evasion: 'The application waits for a few days after its first use before it deletes.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/expansion-shinyhunters-saas-data-theft'],
  parameters: { usedDays: 'oauth.app.used_days <' },
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
