import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5a709b7c-1ca5-44e7-873f-4a89da050227',
  name: 'Entra ID High-Risk Application Permission Granted',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_role_grant" and oauth.grant.tier: "high"
  and not oauth.actor_app.name: * and not oauth.role.name: *`,
  repeats: { within: '1h', by: ['service.id', 'user.email'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'An administrator granted an application a permission of its own over something that matters: everybody’s calendars, chats, contacts, mailbox settings or backups. The application uses it without any user, and the grant stays when the administrator is gone. Permissions that open all mail and files or the directory itself have a rule of their own.',
  falsePositives: [
    'A product at its set-up, in a planned change: a room display that writes calendars, an archive that reads chats.',
    'An application of the organization whose new release needs it.',
  ],
  triage: `#### What to look at

- **Which permission**: \`oauth.grant.scopes\`, on which API: \`oauth.grant.resource.name\`; what it opens: \`oauth.grant.tier_reason\`.
- **Which application got it**: \`oauth.app.name\`, \`oauth.app.id\`; in Entra under Enterprise applications: home tenant, publisher, owners. Was it new that day (\`oauth.app.first_seen\`)?
- **Who granted it**: \`user.email\`. Other acts of the account around then, above all \`credential_add\` and \`owner_add\` on the same application.
- **What it does since**: \`app_sign_in\` and \`app_use\` of the same \`oauth.app.id\`, and from which networks.

#### What to do

1. Ask the administrator for the request behind it, on another channel.
2. If there is none: disable sign-in of the service principal, remove the assignment (Enterprise applications, Permissions), then its credentials, and examine the administrator’s account.
3. If it is wanted: see whether a narrower one does, such as access to chosen mailboxes or sites.`,
  evasion: 'The intruder grants permissions below the high tier, or delegated ones.',
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference'],
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: an administrator granted it, and each product that reads a directory or calendars asks for it',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  tests: {
    match: [{ scenario: 'm365/calendars-opened-to-application' }],
    noMatch: [
      { sample: 'm365/app-role-grant-mail' },
      { sample: 'm365/app-role-grant-low' },
      { scenario: 'm365/application-grants-to-another' },
    ],
  },
})
