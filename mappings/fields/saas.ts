// Vendor-neutral groups in addition to `oauth`: mailbox rules, sharing, DLP and logon detail.
import type { FieldTable } from './field.ts'

/**
 * `shell`: a person types or runs commands. `script`: mostly scripts and attack kits use the library or command.
 * `library`: programs for computers and phones also use it.
 */
export const programKinds = ['shell', 'script', 'library'] as const

export type ProgramKind = (typeof programKinds)[number]

export const folderKinds = [
  'deleted',
  'junk',
  'rss',
  'conversations',
  'sync_issues',
  'archive',
  'notes',
  'other',
] as const
export const ruleTopics = ['money', 'security', 'warning'] as const

export const saasFields = {
  'saas.mail.folders': { type: 'keyword', list: true, doc: 'Folder paths touched' },
  'saas.mailbox.change': {
    type: 'keyword',
    values: ['access_given', 'forwarding_set'],
    doc: 'An account received a right to the content of the mailbox or to send in its name, or a setting or rule forwards its mail. Absent for a removal',
  },
  'saas.mailbox.name': {
    type: 'keyword',
    doc: 'The changed mailbox. In Microsoft 365 without a domain, because commands name an address or an alias; a GUID if the service names no other ID',
  },
  'saas.mailbox.own': { type: 'boolean', doc: 'Whether the account changed its own mailbox' },
  'saas.mail_rule.name': { type: 'keyword', doc: 'Inbox or transport rule' },
  'saas.mail_rule.meaningless_name': {
    type: 'boolean',
    doc: 'The name consists of punctuation, or of one character, once or repeated; absent otherwise',
  },
  'saas.mail_rule.conditions': { type: 'keyword', list: true, doc: '`parameter: value` of every condition' },
  'saas.mail_rule.actions': { type: 'keyword', list: true, doc: 'Names of the actions' },
  'saas.mail_rule.forward_to': { type: 'keyword', list: true, doc: 'Recipients of forwarded mail, including copies' },
  'saas.mail_rule.delete': { type: 'boolean', doc: 'Whether the rule deletes mail' },
  'saas.mail_rule.move_to': { type: 'keyword', doc: 'Destination folder of moved mail' },
  'saas.mail_rule.folder_kind': {
    type: 'keyword',
    values: folderKinds,
    doc: 'Kind of the destination folder, by its name in common languages',
  },
  'saas.mail_rule.topic': {
    type: 'keyword',
    list: true,
    values: ruleTopics,
    doc: 'Topics of the conditions, by whole words in common languages. The domains of addresses do not count',
  },
  'saas.mail_rule.all_mail': { type: 'boolean', doc: 'A new rule has no conditions; absent otherwise' },
  'saas.mail_rule.mark_read': { type: 'boolean', doc: 'Whether the rule marks mail as read' },
  'saas.mail_rule.enabled': {
    type: 'boolean',
    doc: 'Whether the rule is enabled after the act, if the record contains it',
  },
  'saas.factor_changed': {
    type: 'boolean',
    doc: 'For `Update user` in the unified audit log: the owner of the account added or removed an MFA method, and a Microsoft service saved the change; absent otherwise',
  },
  'saas.sharing.scope': { type: 'keyword' },
  'saas.sharing.link_type': { type: 'keyword' },
  'saas.sharing.external': { type: 'boolean' },
  'saas.dlp.policy': { type: 'keyword', list: true },
  'saas.dlp.rule': { type: 'keyword', list: true },
  'saas.dlp.info_types': { type: 'keyword', list: true },
  'saas.dlp.count': { type: 'long' },
  'saas.dlp.confidence': { type: 'long' },
  'saas.source.hosting': {
    type: 'boolean',
    by: ['knowledge'],
    doc: 'The address belongs to a provider that rents servers, VPN exits or proxies; absent otherwise',
  },
  'saas.program.kind': {
    type: 'keyword',
    by: ['knowledge'],
    values: programKinds,
    doc: 'The user agent belongs to a shell, such as PowerShell; to a library or command that scripts use; or to a library that installed programs also use. Absent for all other user agents. A program can send any user agent',
  },
  'saas.logon.interactive': { type: 'boolean', doc: 'Whether the owner of the account was present' },
  'saas.logon.federated': {
    type: 'boolean',
    doc: 'True if Entra ID accepted a SAML token of another identity provider; absent otherwise',
  },
} as const satisfies FieldTable
