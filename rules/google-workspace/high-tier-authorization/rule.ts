import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c9649b40-1fc6-493e-9ddb-e07949c74107',
  name: 'Google Workspace OAuth Application Authorized for High-Risk Scopes',
  severity: 'medium',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high")
  and not (oauth.app.kind: "script" and (oauth.grant.tier: "critical" or oauth.app.users >= 1 or not oauth.grant.scopes: *script.external_request
    or not oauth.grant.scopes: (*gmail.readonly or *gmail.modify or *auth/drive or *drive.readonly or *auth/contacts* or *admin.directory*)))
  and not oauth.app.first_party: true and not oauth.app.allowed: true and not oauth.app.known_abused_verdict: "mail-client"
  and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS")
  and not (oauth.app.kind: "native" and not oauth.app.known_abused: true and not oauth.grant.tier_raised: true and not ((oauth.account.network_new: true or oauth.account.age_days < 1) and not oauth.app.age_days >= 1))
  and not (oauth.grant.tier: "high" and oauth.grant.scopes: (*gmail.send or *auth/spreadsheets or *auth/documents or *auth/presentations)
    and not oauth.grant.scopes: (*mail.google.com* or *gmail.readonly or *gmail.modify or *gmail.insert or *gmail.compose or *gmail.settings*
      or *auth/drive or *drive.readonly or *auth/contacts or *admin.* or *chat.* or *cloud* or *chrome* or *ediscovery*
      or *com/m8* or *apps-apis* or *groups* or *auth/calendar or *compute or *appengine* or *devstorage* or *drive.* or *keep* or *com/feeds* or *logging* or *script* or *sqlservice*))
  and not (oauth.app.users >= 2 and oauth.app.age_days >= 2 and not oauth.grant.tier_raised: true
    and (oauth.app.tier_held: "critical" or (oauth.app.tier_held: "high" and oauth.grant.tier: "high")))
  and not (oauth.grant.age_days >= 7 and not oauth.grant.tier_raised: true and oauth.account.network_new: false)
  and not (oauth.app.known_abused_verdict: "developer-tool" and not oauth.grant.tier: "critical" and oauth.account.network_new: false and not oauth.account.network_age_hours < 168)`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    'cross/evil-twin',
    'cross/privileged-account-consents',
    'cross/scope-escalation',
    'google-workspace/device-authorization-of-data',
    'cross/access-granted-from-new-network',
  ],
  description:
    'A user granted a third-party application access to mail, files, the directory or cloud resources. The sign-in page is genuine and MFA succeeds, so nothing else looks wrong. The application uses its own refresh token. Signing out does not revoke the token. A password change revokes the token only if mail scopes were granted, and never for an Apps Script project.',
  conditions: `- One of the first two accounts, or an account in the first two days of the application, grants it access to mail, files, the directory or cloud resources. One alert covers all accounts of a week. Later accounts raise no alert, except in the next two cases.
- An account extends its own earlier grant. This always raises an alert.
- The first account grants critical permissions to an application with lesser permissions.
- A program on a device raises an alert only in three cases: public threat reports name it; an account extends its own earlier grant; or, on the first day of the program, a user in a new network or an account on its first day grants it such access.
- Does not alert on an application that can only send mail or edit documents.
- Does not alert on less than critical permissions for a page of Google on which developers try calls, such as the OAuth Playground, from a network where the account has signed in for a week.
- An Apps Script project raises an alert if its first user lets it read mail, all files or contacts and call other hosts. Such a connector can copy the data to its author.
- A high-severity rule covers an authorization from a network that is new to the user.
- Other rules cover an application that API controls already allowed (\`oauth.app.allowed\`): the approval by an administrator and the first authorization.`,
  falsePositives: [
    'The user deliberately chose a mail client, a backup or migration tool, or an add-on.',
    'An Apps Script project of the user or of a colleague; scripts often request broad scopes.',
    'A user reauthorizes a long-used application.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\` (the client ID; the digits before the first hyphen are the Google Cloud project) and \`oauth.app.kind\`. The author chooses the name: is this client ID known in the domain, or another ID with the same name (\`oauth.app.twin_of\`)? Does the name imitate another (\`oauth.app.lookalike_of\`)?
- **Permissions**: \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`. \`https://mail.google.com/\` and \`https://www.googleapis.com/auth/drive\` cover the whole mailbox and all of Drive.
- **Affected accounts**: \`oauth.account.name\`. The authorization of an administrator can include directory scopes.
- **Source**: \`source.ip\` with \`source.as.organization.name\`; compare with the sign-ins of \`user.email\` in \`google_workspace.login\`. Look for a suspicious login shortly before, and for other users who authorized the same \`oauth.app.id\`.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\` in \`google_workspace.token\`: methods (\`oauth.activity.method\`) and volume (\`oauth.activity.bytes\`).`,
  response: `1. Ask the user about the purpose of the application and the origin of the link.
2. If the application is not legitimate: in the Admin console, remove the user’s connected application, and block the client ID in API controls for all users.
3. Search for further authorizations of the same client ID.
4. Check filters, forwarding, delegates and send-as addresses of the mailbox, and files shared externally since then.
5. Consider restricting access to Gmail and Drive, so that unknown applications need administrator approval.`,
  evasion:
    'The attacker requests medium-tier scopes, such as single files or read access to calendars, or uses a well-known mail client.',
  references: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/6328616',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  skipsApprovedApps: true,
  tests: {
    match: [
      { sample: 'google-workspace/token-authorize-mail' },
      { scenario: 'google-workspace/calendars-granted-in-new-network' },
    ],
    noMatch: [
      { scenario: 'google-workspace/calls-tried-on-a-page-of-google' },
      { scenario: 'google-workspace/mail-opened-to-allowed-application' },
      { sample: 'google-workspace/token-authorize-sign-in-only' },
      { sample: 'google-workspace/token-revoke-mail' },
    ],
  },
})
