import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c9649b40-1fc6-493e-9ddb-e07949c74107',
  name: 'Google Workspace OAuth Application Authorized for High-Risk Scopes',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high") and not oauth.app.kind: ("script" or "native")
  and not oauth.app.first_party: true`,
  yields: [
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
  ],
  description:
    'A user let an application that is not Google’s own into mail, files, the directory or cloud resources. The sign-in page is genuine and the second factor is passed, so nothing else looks wrong. The application works with a refresh token of its own: ending sessions does not stop it, and a new password ends it only where mail scopes were granted, and not for an Apps Script.',
  falsePositives: [
    'A mail client, a backup or a migration tool, or an add-on that the user chose on purpose.',
    'An Apps Script of the user’s own or of a colleague; it asks for wide scopes easily.',
    'A user who authorizes an application again that has been in use for long.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\` (the client id; the digits before the first hyphen are the Google Cloud project) and \`oauth.app.kind\`. The name is chosen by whoever made it: has this client id been seen in the domain before, or another one with the same name (\`oauth.app.twin_of\`)? Does the name imitate something (\`oauth.app.lookalike_of\`)?
- **What it got**: \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`. \`https://mail.google.com/\` and \`https://www.googleapis.com/auth/drive\` are everything in the mailbox and everything in Drive.
- **Whose data**: \`oauth.account.name\`. An administrator's authorization can carry directory scopes.
- **From where**: \`source.ip\` with \`source.as.organization.name\`; compare with the sign-ins of \`user.email\` in \`google_workspace.login\`. Look for a suspicious login shortly before, and for other users who authorized the same \`oauth.app.id\`.
- **What it does since**: \`app_use\` of the same \`oauth.app.id\` in \`google_workspace.token\`: methods (\`oauth.activity.method\`) and amount (\`oauth.activity.bytes\`).

#### What to do

1. Ask the user what the application is for and where the link came from.
2. If it is not wanted: in the Admin console remove the user's connected application, and block the client id under API controls for everybody.
3. Search for further authorizations of the same client id.
4. Check filters, forwarding, delegates and send-as addresses of the mailbox, and files shared outwards since.
5. Consider limiting which applications may reach Gmail and Drive, so that unknown ones need an administrator.`,
  evasion: 'The intruder asks for scopes of the medium tier, such as single files or calendars.',
  references: [
    'https://support.google.com/a/answer/7281227',
    'https://support.google.com/a/answer/6328616',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  skipsApprovedApps: true,
  noise: { perThousand: 0.15, because: 'Where users may authorize on their own, some try what reads mail or files.' },
  version: 4,
  changes: [
    { version: 2, alerts: 'fewer', what: 'leaves Apps Script projects out, which have a rule of their own' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 4, alerts: 'fewer', what: 'leaves out mail clients on phones and desktops' },
  ],
  tests: {
    match: [{ sample: 'google-workspace/token-authorize-mail' }],
    noMatch: [
      { sample: 'google-workspace/token-authorize-sign-in-only' },
      { sample: 'google-workspace/token-revoke-mail' },
    ],
  },
})
