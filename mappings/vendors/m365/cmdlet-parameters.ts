/**
 * Names of Parameters in the index: those that Elastic's rules read, and those of mailbox rules, forwarding,
 * permissions and disabled auditing. The flattened sibling makes the others searchable.
 */
export const cmdletParameters = `
  _raw AccessRights AdminAuditLogEnabled AllowFederatedUsers AllowGuestUser AllowTeamsConsumer
  AlwaysDeleteOutlookRulesBlob App AppId AuditBypassEnabled AuditDisabled AuditEnabled AuditLogAgeLimit BlindCopyTo
  BodyContainsWords CopyTo DeleteMessage DeliverToMailboxAndForward Enabled
  ForwardAsAttachmentTo ForwardTo ForwardingAddress ForwardingSmtpAddress From FromAddressContainsWords FromScope
  GrantSendOnBehalfTo Identity ImapEnabled Mailbox MAPIEnabled MarkAsRead Member Members Mode
  MoveToFolder Name OWAEnabled PermanentlyDelete PopEnabled RedirectMessageTo RedirectTo
  RedirectToRecipients Role Roles SmtpClientAuthenticationDisabled StopProcessingRules SubjectContainsWords
  SubjectOrBodyContainsWords Trustee UnifiedAuditLogIngestionEnabled User WithinSizeRangeMinimum`
