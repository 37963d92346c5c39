import { rule } from '../../lib/rule.ts'

export default rule({
  id: '179a47b5-682d-437d-8c08-dbc148a423c0',
  type: 'eql',
  name: 'Google Workspace Data Exported or Forwarded After an OAuth Authorization',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1020'],
  datasets: [
    'google_workspace.token',
    'google_workspace.takeout',
    'google_workspace.admin',
    'google_workspace.user_accounts',
    'google_workspace.login',
    'google_workspace.data_studio',
  ],
  query: `sequence by user.email with maxspan=24h
  [any where oauth.action == "consent" and oauth.grant.tier_rank >= 2 and (oauth.app.first_party == false or oauth.app.first_party == null)]
  [any where event.action in ("STARTED_USER_TAKEOUT", "SCHEDULED_USER_TAKEOUT", "CUSTOMER_TAKEOUT_CREATED", "CREATE_DATA_TRANSFER_REQUEST",
    "email_forwarding_out_of_domain")
    or (event.action == "change-user-access" and ?google_workspace.data_studio.visibility_change == "EXTERNAL"
      and ?google_workspace.data_studio.current_value == "CAN_EDIT")
    or (event.action == "change-asset-link-sharing-visibility" and ?google_workspace.data_studio.current_value in ("PUBLIC_ON_THE_WEB", "PEOPLE_WITH_LINK"))]`,
  description:
    'An account granted an application access to mail, files or the directory. Within a day, it requested a full export from Google (Takeout, an export of the organization, or a transfer of another user’s data), had its mail forwarded to an address outside the domain, let an outsider edit a Looker Studio report, or opened a report to anyone with the link. The readers of a report use the rights of its owner. Each of these actions can exfiltrate data. An authorization together with an export or forwarding by one account within one day indicates a stolen session or a departing employee. Forwarding continues after the application is revoked.',
  falsePositives: [
    'A user moves to another service with an approved tool and export.',
    'An administrator offboards users, and connects an application on the same day.',
  ],
  investigation: `- **Actor**: \`user.email\`, the \`source.ip\` of both events; preceding sign-ins (\`google_workspace.login\`).
- **Application** (first event): \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`, and its \`app_use\` since then.
- **Export** (second event): \`event.action\`; for Takeout \`google_workspace.takeout.products_requested\` and \`google_workspace.takeout.takeout_destination\`; for a transfer, the receiving account (\`user.target.email\`); for forwarding \`email.to.address\`.
- **Completion**: an export takes hours. Its download is a separate event (\`DOWNLOADED_USER_TAKEOUT\`).
- **Departure**: is the person leaving the company?`,
  response: `1. While the export is running: revoke the sessions of the account; the download needs a session. Disable forwarding.
2. Ask the person through another channel. If the person did not act: revoke the application, reset the password and MFA methods.
3. Otherwise: ask for the approval of their manager or human resources.`,
  evasion:
    'The attacker waits a day between the two actions, forwards individual messages with a filter, or has a report mailed on a schedule or lets an outsider only view it. Viewers also read with the rights of its owner, but teams share dashboards with agencies in these two ways, and the log does not name the recipients of the mail.',
  // Each run reads a whole day.
  interval: '30m',
  references: [
    'https://support.google.com/a/answer/6396995',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts',
  ],
})
