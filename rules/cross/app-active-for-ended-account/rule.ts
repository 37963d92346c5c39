import { googleUses, microsoftUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
  name: 'OAuth Access Used After Its Account, Grant or Application Was Disabled or Removed',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    ...microsoftUses,
    'azure.signinlogs',
    ...googleUses,
    'google_workspace.access_evaluation',
    'consentry.findings',
  ],
  query: `oauth.act.guest_of: *
  or (oauth.action: "app_use" and not event.outcome: "failure" and oauth.app.tier_held: ("critical" or "high")
    and (oauth.app.contained_hours >= 2 or (oauth.account.reset_age_hours < 2 and oauth.account.signed_in_since_reset: false
      and oauth.grant.age_days < 14 and not oauth.grant.self: false and not oauth.app.known_abused_verdict: "mail-client"))
    and not oauth.app.established: true and not oauth.app.approved: true and not oauth.app.first_party: true and not oauth.grant.revoked: *)
  or (oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure"
  and not oauth.grant.app_only: true and not oauth.app.first_party: true
  and ((oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted") and oauth.account.status_age_hours >= 2
      and not (oauth.account.status_age_hours > 720 and oauth.grant.awake_hours < 4))
    or (oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")
      and oauth.account.linked_status_age_hours >= 24)))`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    'm365/known-abused-application',
    'm365/mail-rule-hides-messages',
    'google-workspace/mail-settings-through-api',
    'cross/new-credential-from-new-network',
    'cross/grant-survives-reset',
  ],
  description:
    'An application is active on behalf of an account that was disabled, suspended or deleted hours ago. The grant outlives the account: the holder of the tokens keeps access. The vendor’s log shows only the use; another record, days or months earlier, shows the account deactivation. If that record arrives late, a finding reports the use. The rule also covers a new grant in use shortly after a password reset, an application that remains active after an incident response removed one of its grants, permissions or keys, a person whose account on the other platform was disabled, and guests who still read files that a removed application shared.',
  conditions: `- An application is active on behalf of an account that was disabled, suspended or deleted hours ago.
- If the account was deactivated a month ago and the grant was unused for a month, the first four hours of use do not count: the account may have been enabled again, and the record may arrive later.
- Another person reset an account or ended its sessions, and removed the grant of an application within an hour. From two hours to a week later, the application uses the data of another account with high or critical permissions (\`oauth.app.contained_hours\`). The response covered one victim of consent phishing, but not the others. Does not count: an account that was disabled or deleted within a day of the removal (a leaver), an approved application, and an application that was first used a month ago.
- Another person reset an account or ended its sessions, and within an hour a person removed permissions for all accounts, or a key. The account had granted permissions, or added a key, in the month before. From two hours to a month later, the application still works with high or critical permissions. Only new networks count: those that it first used at most a week before the grant or key was added. If it was in use for a month before the removal, a record without an address does not count.
- An application uses the data of an account less than two hours after another person reset the password or ended the sessions. The account granted it high or critical permissions in the last two weeks, and has not signed in since the reset. Does not count: an approved application, an application that many accounts have used for a month, or a well-known mail program. After two hours, a high-severity rule covers this use.
- A person has an account in Microsoft 365 and one in Google Workspace. One of them was disabled or deleted at least a day ago, and an application is still active on behalf of the other (\`oauth.account.linked_status\`).
- A person outside the organization reads a file (\`oauth.act.guest_of\`). An application shared files of the same owner or site with this person. In the last month, this application was disabled, blocked, deleted or uninstalled, or lost its access for all accounts. It counts only if this happened within a month after it first shared a file with outsiders: customers continue to read the documents of an older product.`,
  falsePositives: [
    'A backup, archive or migration tool reads the data of former employees as intended.',
    'A product was removed after a short trial, and a customer reads a document that it shared.',
    'During an incident, an administrator removed a harmless product from the account of the victim only. Approve the product.',
    'An administrator forgets a password. The colleague who resets it also removes some permissions of a new product.',
    'A user forgets a password days after connecting a product, and the access token of the product remains valid for an hour after the reset.',
    'A person moved to the other platform, and the old account was closed deliberately.',
    'A directory synchronization re-enabled the account, and the record is not collected.',
  ],
  investigation: `- **Account deactivation**: \`oauth.account.status\`, \`oauth.account.status_since\`; on the other platform: \`oauth.account.linked\`, \`oauth.account.linked_status_since\`. Find the actor and the reason: offboarding or incident response.
- **Application and its consent**: \`oauth.app.name\`, \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`, \`oauth.app.tier_held\`.
- **Access removed in a response**: \`delegated_revoke\`, \`token_revoke\`, \`app_role_revoke\` or \`credential_remove\` of the same \`oauth.app.id\` in the last month, and the reset of the account that had granted the access or added the key.
- **Time of detection**: a document in \`consentry.findings\` reports a use that was stored before the deactivation was known; \`oauth.finding.events\` contains the \`event.id\` of the use.
- **Data read since then**: other \`app_use\` with the same \`oauth.app.id\` and \`oauth.account.name\` after \`oauth.account.status_since\`.
- **Source**: \`source.ip\`; \`oauth.activity.network_new\` shows whether the network is new to the application.`,
  response: `1. Remove the grant of this account, or disable the application if no other account needs it. \`consentry apps contain ID\` prints the commands for either platform.
2. If the account was disabled because of an incident, the response was incomplete: look for other grants of the same account.
3. If the grant of another account was removed in an incident: treat all accounts with a grant of the application as victims, and disable the application.
4. If a guest read files: list the files that the application in \`oauth.act.guest_of\` shared (\`oauth.activity.access: "permission"\`), and remove the guest’s access to these files.
5. Add grant removal to the offboarding process.`,
  evasion:
    'The attacker stops using the application before the account is disabled, uses application permissions (which name no account), uses the application for a month before its first grant is removed, waits for a week after the removal (for a month if the removal concerned permissions or a key), or shares the files with a link that anyone can open.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/users/users-revoke-access',
    'https://support.google.com/a/answer/6328616',
  ],
  setup:
    'Requires the entity store of the pipeline, and the records of account deactivation: the directory records of Microsoft 365 or Entra ID, or the admin log of Google Workspace. For a person on both platforms, list both tenants in the environment file. The pipeline links accounts by email address, or by `identities` in this file.',
  parameters: { hours: 'oauth.account.status_age_hours >=', linkedHours: 'oauth.account.linked_status_age_hours >=' },
  tests: {
    match: [{ scenario: 'cross/demo-attack' }],
    noMatch: [{ scenario: 'm365/leaver-app-stops' }, { scenario: 'm365/leaver-comes-back' }],
  },
})
