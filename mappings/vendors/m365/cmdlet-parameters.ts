/**
 * Indexed names of Parameters: the names that Elastic's rules read, and the names about mailbox rules, forwarding,
 * permissions and disabled auditing. The other names can be searched in the flattened sibling.
 */
export const cmdletParameters = `
  _raw AccessRights AdminAuditLogEnabled AllowFederatedUsers AllowGuestUser AllowTeamsConsumer
  AlwaysDeleteOutlookRulesBlob App AppId AuditBypassEnabled AuditDisabled AuditEnabled AuditLogAgeLimit BlindCopyTo
  BodyContainsWords CopyTo DeleteMessage DeliverToMailboxAndForward Enabled
  ForwardAsAttachmentTo ForwardTo ForwardingAddress ForwardingSmtpAddress From FromAddressContainsWords FromScope
  GrantSendOnBehalfTo Identity ImapEnabled Mailbox MAPIEnabled MarkAsRead Member Members Mode
  MoveToFolder Name OrganizationApp OWAEnabled PermanentlyDelete PopEnabled RedirectMessageTo RedirectTo
  RedirectToRecipients Role Roles SmtpClientAuthenticationDisabled StopProcessingRules SubjectContainsWords
  SubjectOrBodyContainsWords Trustee UnifiedAuditLogIngestionEnabled User WithinSizeRangeMinimum`
