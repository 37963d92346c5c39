// The unified audit log of Microsoft 365 (dataset o365.audit).

import { mapping } from '../mapping.ts'
import { auditFields } from './audit.fields.ts'
import { severities } from './readers/alerts.ts'
import { auditMembers } from './readers/audit-record.ts'
import { recordTypeNames } from './readers/record-types.ts'

export default mapping({
  dataset: 'o365.audit',
  title: 'Microsoft 365 Audit Logs',
  module: 'o365',
  takes: { kind: 'U' },
  ecsVersion: '8.11.0',
  rows: {
    '@timestamp': { from: 'CreationTime' },
    'event.id': { from: 'Id', move: true },
    'event.action': { from: 'Operation', move: true },
    'event.provider': { from: 'Workload', move: true },
    'event.code': { from: 'RecordType', lookup: recordTypeNames, otherwise: 'absent' },
    'event.severity': { from: 'Severity', lookup: severities, fold: true, otherwise: 'absent' },
    'organization.id': { from: 'OrganizationId', move: true },
    'user.id': { from: 'UserId' },
    'user_agent.original': { from: 'UserAgent', move: true },
    'session.id': { from: 'AppAccessContext.AADSessionId' },
    'token.id': { from: 'AppAccessContext.UniqueTokenId' },
    'device.id': { from: 'AppAccessContext.DeviceId' },
    'application.name': { from: 'ApplicationDisplayName' },
    'host.name': { from: 'DeviceName' },
    'process.name': { from: 'Application' },
    'file.extension': { from: 'FileExtension' },
    'file.hash.sha1': { from: 'Sha1' },
    'file.hash.sha256': { from: 'Sha256' },
    'file.path': { from: ['FilePath', 'TargetFilePath'] },
    'file.size': { from: ['FileSizeBytes', 'FileSize'] },
    'url.domain': { from: 'OriginatingDomain' },
  },
  variants: [
    {
      when: { RecordType: ['1', 'ExchangeAdmin'] },
      rows: { 'organization.name': { from: 'OrganizationName', move: true } },
      moves: ['OriginatingServer'],
    },
    {
      when: { RecordType: ['2', 'ExchangeItem'] },
      rows: {
        'organization.name': { from: 'OrganizationName', move: true },
        'user.email': { from: 'MailboxOwnerUPN', move: true },
        'user.full_name': { from: 'LogonUserDisplayName', move: true },
        'process.name': { from: 'ClientProcessName', move: true },
      },
      moves: ['OriginatingServer'],
    },
    {
      when: { RecordType: ['3', 'ExchangeItemGroup'] },
      rows: {
        'organization.name': { from: 'OrganizationName' },
        'user.full_name': { from: 'LogonUserDisplayName' },
        'process.name': { from: 'ClientProcessName' },
      },
    },
    {
      when: { RecordType: ['6', 'SharePointFileOperation', '14', 'SharePointSharingOperation'] },
      rows: {
        'url.original': { from: 'ObjectId', move: true },
        'file.directory': { from: 'SourceRelativeUrl', move: true },
        'file.name': { from: 'SourceFileName', move: true },
        'file.extension': { from: 'SourceFileExtension', move: true },
      },
    },
    { when: { RecordType: ['8', 'AzureActiveDirectory'] }, rows: { 'user.target.id': { from: 'ObjectId' } } },
    {
      when: { RecordType: ['11', 'ComplianceDLPSharePoint', '13', 'ComplianceDLPExchange'] },
      rows: { 'rule.id': { from: 'PolicyId', move: true }, 'rule.name': { from: 'PolicyName', move: true } },
    },
    {
      when: { RecordType: ['22', 'Yammer', 'VivaEngage'] },
      rows: {
        'user.email': { from: 'ActorUserId', move: true },
        'file.inode': { from: 'FileId', move: true },
        'file.name': { from: 'FileName', move: true },
        'group.name': { from: 'GroupName', move: true },
        'destination.user.email': { from: 'TargetUserId', move: true },
        'destination.user.id': { from: 'TargetYammerUserId', move: true },
      },
    },
    { when: { RecordType: ['25', 'MicrosoftTeams'] }, rows: { 'group.name': { from: 'TeamName', move: true } } },
    {
      when: { RecordType: ['25', 'MicrosoftTeams'], Operation: ['Delete user.', 'Delete user'] },
      rows: { 'user.target.id': { from: 'ObjectId', move: true } },
    },
    {
      when: { RecordType: ['40', 'SecurityComplianceAlerts'] },
      rows: {
        message: { from: 'Name' },
        'rule.name': { from: 'Name', move: true },
        'rule.id': { from: 'PolicyId', move: true },
        'rule.category': { from: 'Category', move: true },
        'rule.ruleset': { from: 'EntityType', move: true },
        'rule.description': { from: 'AlertEntityId', move: true },
      },
      moves: ['AlertLinks'],
    },
    { when: { RecordType: ['50', 'ExchangeItemAggregated'] }, moves: ['Folders', 'Messages'] },
  ],
  vendor: {
    root: 'o365.audit',
    content: 'members',
    fields: auditFields,
    open: ['o365.audit.Parameters', 'o365.audit.ExtendedProperties', 'o365.audit.ModifiedProperties'],
  },
  reads: auditMembers,
  derive: [
    'm365Members',
    'm365Collections',
    'm365Outcome',
    'm365Users',
    'm365MailboxUser',
    'm365Addresses',
    'm365Categories',
    'm365Files',
    'm365Dlp',
    'm365AlertData',
    'm365Alert',
    'm365Threat',
    'm365Mail',
    'm365MailRule',
    'm365PowerPlatform',
    'm365DirectoryOauth',
    'm365SignIn',
    'm365Use',
    'm365AppInstall',
    'm365Related',
    'm365Copies',
  ],
})
