/**
 * Names of Parameters that the index knows: what Elastic's rules read and what tells of mailbox rules, forwarding, permissions
 * and blinding. Others are searched in the flattened sibling.
 */
export const cmdletParameters = `
  _raw AccessRights AdminAuditLogEnabled AllowFederatedUsers AllowGuestUser AllowTeamsConsumer
  AlwaysDeleteOutlookRulesBlob App AppId AuditBypassEnabled AuditDisabled AuditEnabled AuditLogAgeLimit BlindCopyTo
  BodyContainsWords CopyTo DeleteMessage DeliverToMailboxAndForward Enabled
  ForwardAsAttachmentTo ForwardTo ForwardingAddress ForwardingSmtpAddress From FromAddressContainsWords FromScope
  GrantSendOnBehalfTo Identity ImapEnabled Mailbox MAPIEnabled MarkAsRead Member Members Mode
  MoveToFolder Name OWAEnabled PermanentlyDelete PopEnabled RedirectMessageTo RedirectTo
  RedirectToRecipients Role SmtpClientAuthenticationDisabled StopProcessingRules SubjectContainsWords
  SubjectOrBodyContainsWords Trustee UnifiedAuditLogIngestionEnabled User WithinSizeRangeMinimum`
