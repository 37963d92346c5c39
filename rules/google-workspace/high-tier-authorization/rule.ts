import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c9649b40-1fc6-493e-9ddb-e07949c74107',
  name: 'Google Workspace OAuth Application Authorized for High-Risk Scopes',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high") and not oauth.app.kind: "script"
  and not oauth.app.first_party: true and not oauth.app.allowed: true and not oauth.app.known_abused_verdict: "mail-client"
  and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS")
  and (not oauth.app.kind: "native" or oauth.app.known_abused: true
    or ((oauth.account.network_new: true or oauth.account.network_age_hours < 24) and not oauth.app.age_days >= 1))`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: [
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
  ],
  description:
    'A user granted a third-party application access to mail, files, the directory or cloud resources. The sign-in page is genuine and the second factor succeeds, so nothing else looks wrong. The application uses its own refresh token. The end of a session does not revoke the token. A new password revokes it only if mail scopes were granted, and never for an Apps Script project. The rule covers a program on a device only if public reports of attacks name it, or if nobody here used it before and the user was never in that network before that day. For an application that API controls allowed before, rules of medium severity cover the approval by an administrator and the first authorization.',
  falsePositives: [
    'A mail client, a backup or migration tool, or an add-on that the user chose deliberately.',
    'An Apps Script project of the user or of a colleague; scripts often request wide scopes.',
    'A user who authorizes a long-used application again.',
  ],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\` (the client ID; the digits before the first hyphen are the Google Cloud project) and \`oauth.app.kind\`. Its author chooses the name: is the client ID known in the domain, or another one with the same name (\`oauth.app.twin_of\`)? Does the name imitate another (\`oauth.app.lookalike_of\`)?
- **Permissions**: \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`. \`https://mail.google.com/\` and \`https://www.googleapis.com/auth/drive\` cover the whole mailbox and all of Drive.
- **Affected accounts**: \`oauth.account.name\`. The authorization of an administrator can include directory scopes.
- **Source**: \`source.ip\` with \`source.as.organization.name\`; compare with the sign-ins of \`user.email\` in \`google_workspace.login\`. Look for a suspicious login shortly before, and for other users who authorized the same \`oauth.app.id\`.
- **Activity since then**: \`app_use\` of the same \`oauth.app.id\` in \`google_workspace.token\`: methods (\`oauth.activity.method\`) and volume (\`oauth.activity.bytes\`).

#### Response

1. Ask the user about the purpose of the application and the origin of the link.
2. If it is unwanted: in the Admin console, remove the user’s connected application, and block the client ID under API controls for all users.
3. Search for further authorizations of the same client ID.
4. Check filters, forwarding, delegates and send-as addresses of the mailbox, and files shared externally since then.
5. Consider limiting the applications with access to Gmail and Drive, so that unknown ones need an administrator.`,
  evasion:
    'The intruder requests scopes of the medium tier, such as single files or calendars, or uses a well-known mail program.',
  references: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/6328616',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  skipsApprovedApps: true,
  noise: {
    perThousand: 0.15,
    because: 'Where users may authorize applications, some try tools that read mail or files.',
  },
  version: 6,
  changes: [
    { version: 2, alerts: 'fewer', what: 'excludes Apps Script projects, which another rule covers' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'yields to a more severe or more specific rule that alerts on the same act',
    },
    { version: 4, alerts: 'fewer', what: 'excludes mail clients on phones and desktops' },
    {
      version: 5,
      alerts: 'fewer',
      what: 'combines the authorizations of one application within a week, and excludes an application that API controls allowed before: rules of medium severity cover it',
    },
    {
      version: 6,
      alerts: 'more',
      what: 'includes programs on devices that are known from attacks, and unknown programs from a new network',
    },
  ],
  tests: {
    match: [{ sample: 'google-workspace/token-authorize-mail' }],
    noMatch: [
      { sample: 'google-workspace/token-authorize-sign-in-only' },
      { sample: 'google-workspace/token-revoke-mail' },
    ],
  },
})
