import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6a2f9d48-e15b-4c73-9082-b7d4e3c1f5a0',
  name: 'Exchange Online Inbox Rule Set to Hide Messages',
  severity: 'high',
  attack: ['T1564.008', 'T1137.005', 'T1114.003'],
  datasets: ['o365.audit'],
  query: `event.outcome: "success" and event.action: ("New-InboxRule" or "Set-InboxRule" or "UpdateInboxRules")
  and ((oauth.action: "app_use" and not oauth.app.first_party: true
      and (saas.mail_rule.delete: true or saas.mail_rule.forward_to: * or (saas.mail_rule.mark_read: true
        and saas.mail_rule.folder_kind: ("deleted" or "rss" or "conversations" or "sync_issues" or "archive" or "junk" or "notes"))))
    or ((saas.mail_rule.delete: true or saas.mail_rule.folder_kind: ("deleted" or "rss" or "conversations" or "sync_issues"))
      and (saas.mail_rule.topic: ("money" or "security") or saas.mail_rule.meaningless_name: true
        or (saas.mail_rule.delete: true and saas.mail_rule.all_mail: true)
        or oauth.account.network_new: true or oauth.account.network_age_hours < 24))
    or (saas.mail_rule.mark_read: true and saas.mail_rule.folder_kind: ("archive" or "junk" or "notes")
      and (saas.mail_rule.meaningless_name: true
        or (saas.mail_rule.topic: * and (oauth.account.network_new: true or oauth.account.network_age_hours < 168)))))`,
  yields: ['cross/grant-survives-reset'],
  description:
    'A mailbox rule deletes messages or moves them to a folder that nobody reads. Its conditions concern money or security, its name is one that no user would choose, it deletes all mail, or the account is in a new network. A rule of a third-party application is suspicious without such facts, even if it only forwards messages. Ordinary filters do not count. Attackers create such a rule after they enter a mailbox with a session, a password or a consent, so that the owner sees neither replies from the victims nor warnings from the vendor.',
  falsePositives: [
    'A user deletes notifications with such words, or tidies the mailbox on the first day in a new network.',
    'A mail client or help desk product makes a rule for its user that deletes or forwards messages.',
  ],
  conditions: `- A rule deletes mail or moves it to the deleted items, the RSS feeds, the conversation history or the sync issues. Its conditions contain a word about money or security, its name is punctuation or one repeated character, it deletes all mail, or the account first used the network within the last day.
- A rule marks mail as read and moves it to the archive, the junk mail or the notes. The rule has such a name. Or its conditions contain such a word or a warning word (*alert*), and the account first used the network within the last week.
- A rule of a third-party application deletes or forwards mail, or marks it as read and moves it to one of these folders.
- Only whole words in common languages count. In an address, only the part before the @ counts. Folders are recognized by their names in common languages.`,
  investigation: `- **Rule**: \`saas.mail_rule.name\`, \`saas.mail_rule.conditions\`, \`saas.mail_rule.actions\`, \`saas.mail_rule.move_to\`; \`saas.mail_rule.topic\` and \`saas.mail_rule.folder_kind\` show the reason for the alert.
- **Mailbox and source**: \`user.email\`, \`source.ip\`; sign-ins of the account from that address.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, with its consent and its \`app_use\`; none for a rule that the user made in Outlook.
- **Earlier activity**: a consent, a device code, or a new MFA method in the preceding hours; mail sent afterwards.`,
  response: `1. Ask the owner of the mailbox whether they created the rule.
2. If not: remove it, revoke the sessions, reset the password, delete consents of that day, and search the folder for hidden messages.`,
  evasion:
    'From a network of the user, the attacker gives the rule an ordinary name and a narrow condition, moves the messages to an ordinary folder, deletes them one by one, or creates the rule through Microsoft Graph, where the log does not contain its content.',
  references: ['https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise'],
  tests: { match: [{ sample: 'm365/inbox-rule-moves-to-rss' }], noMatch: [] },
})
