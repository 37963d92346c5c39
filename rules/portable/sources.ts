// The log sources that the edition reads.
import type { DatasetName } from '../lib/datasets.ts'
import { azureAuditlogs } from './azure-auditlogs.ts'
import { azureGraphactivitylogs } from './azure-graphactivitylogs.ts'
import { azureSigninlogs } from './azure-signinlogs.ts'
import { gcpAudit, googleAdmin, googleToken, plain } from './google.ts'
import { googleDrive } from './google-drive.ts'
import { o365Audit } from './o365-audit.ts'
import type { NativeSource } from './question.ts'

export const nativeSources: Readonly<Partial<Record<DatasetName, NativeSource>>> = {
  'azure.auditlogs': azureAuditlogs,
  'azure.graphactivitylogs': azureGraphactivitylogs,
  'azure.identity_protection': plain('azure.identity_protection'),
  'azure.signinlogs': azureSigninlogs,
  'gcp.audit': gcpAudit,
  'google_workspace.admin': googleAdmin,
  'google_workspace.drive': googleDrive,
  'google_workspace.login': plain('google_workspace.login'),
  'google_workspace.token': googleToken,
  'o365.audit': o365Audit,
}
