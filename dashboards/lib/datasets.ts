// The data sets that dashboards show.

/** The data sets that rules read, the inventories, and what no table knows yet, with their index patterns in all namespaces. */
export const datasetPatterns = {
  'azure.auditlogs': 'logs-azure.auditlogs-*',
  'azure.graphactivitylogs': 'logs-azure.graphactivitylogs-*',
  'azure.inventory': 'logs-azure.inventory-*',
  'azure.signinlogs': 'logs-azure.signinlogs-*',
  'consentry.findings': 'logs-consentry.findings-*',
  'gcp.audit': 'logs-gcp.audit-*',
  'google_workspace.access_evaluation': 'logs-google_workspace.access_evaluation-*',
  'google_workspace.activity': 'logs-google_workspace.activity-*',
  'google_workspace.admin': 'logs-google_workspace.admin-*',
  'google_workspace.alert': 'logs-google_workspace.alert-*',
  'google_workspace.calendar': 'logs-google_workspace.calendar-*',
  'google_workspace.chat': 'logs-google_workspace.chat-*',
  'google_workspace.chrome': 'logs-google_workspace.chrome-*',
  'google_workspace.drive': 'logs-google_workspace.drive-*',
  'google_workspace.gmail': 'logs-google_workspace.gmail-*',
  'google_workspace.gmail_reports': 'logs-google_workspace.gmail_reports-*',
  'google_workspace.inventory': 'logs-google_workspace.inventory-*',
  'google_workspace.keep': 'logs-google_workspace.keep-*',
  'google_workspace.login': 'logs-google_workspace.login-*',
  'google_workspace.takeout': 'logs-google_workspace.takeout-*',
  'google_workspace.token': 'logs-google_workspace.token-*',
  'google_workspace.user_accounts': 'logs-google_workspace.user_accounts-*',
  'o365.audit': 'logs-o365.audit-*',
} as const
export type DatasetName = keyof typeof datasetPatterns

/** The field that says which data set a document belongs to. */
export const datasetField = 'data_stream.dataset'

/**
 * The index patterns of the data view. Every namespace, as in the rules: ours is a setting that a pack made once cannot know.
 * What another integration wrote is inside too, and drops out, since it has no `oauth` group for the panels to filter by.
 * Data sets are spelt out: `logs-azure.*-*` would bring in dozens of unrelated streams and their conflicting field types.
 */
export const dataViewTitle: string = Object.values(datasetPatterns).sort().join(',')
