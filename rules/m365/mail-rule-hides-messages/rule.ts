import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6a2f9d48-e15b-4c73-9082-b7d4e3c1f5a0',
  name: 'Exchange Online Inbox Rule Hides Messages',
  severity: 'medium',
  attack: ['T1564.008', 'T1137.005'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and event.action: ("New-InboxRule" or "Set-InboxRule" or "UpdateInboxRules")
  and (saas.mail_rule.delete: true
    or (saas.mail_rule.mark_read: true and saas.mail_rule.move_to: (RSS* or *Conversation* or *Junk* or *Deleted* or *Archive* or Notes*)))
  and (saas.mail_rule.name: ("." or ".." or "..." or "," or ",," or ";" or "-" or "_" or "/" or "a" or "aa" or "1")
    or saas.mail_rule.conditions: (*nvoice* or *ayment* or *bank* or *Bank* or *wire* or *echnung* or *ecurity* or *assword* or *hack* or *Hack* or *phish* or *Phish* or *uspicious* or *alert* or *Alert*))`,
  yields: [
    // Exchange Online Inbox Rule Changed by an OAuth Application
    '910985a2-9cd0-405e-83b8-764f155966ad',
  ],
  description:
    'A rule of a mailbox deletes messages, or marks them as read and moves them where nobody looks, and it is about money or warnings, or has a name that nobody gives. Intruders make it after they get into a mailbox, by a session, a password or a consent, so that the owner sees neither answers of the deceived nor warnings of the vendor.',
  falsePositives: ['A user clears notifications with such words away.'],
  triage: `#### What to look at

- **The rule**: \`saas.mail_rule.name\`, \`saas.mail_rule.conditions\`, \`saas.mail_rule.actions\`, \`saas.mail_rule.move_to\`.
- **Which mailbox, from where**: \`user.email\`, \`source.ip\`; sign-ins of the account from there.
- **What came before**: a consent, a device code, a new second factor in the hours before; mail sent afterwards.

#### What to do

1. Ask the owner of the mailbox whether they made the rule.
2. If not: remove it, end the sessions, reset the password, delete consents of that day, and search the folder for what was hidden.

#### How it is evaded

A rule with an ordinary name about one sender, or one that is made through Microsoft Graph, of which the log does not say what it does.`,
  evasion: 'The intruder moves the messages to a folder with an ordinary name, or deletes them one by one.',
  references: ['https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise'],
  tests: { match: [{ sample: 'm365/inbox-rule-moves-to-rss' }], noMatch: [] },
})
