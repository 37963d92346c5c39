// The data sets that rules may read, and what follows from each: its index pattern, its vendor, the integration that also fills it.

interface Dataset {
  readonly vendor: 'm365' | 'google-workspace' | 'consentry'
  /** How analysts call the source. */
  readonly source: string
  /** Elastic's package for the same data, where there is one. */
  readonly integration?: { readonly package: string; readonly version: string; readonly integration?: string }
  /** Where its documents are, when not in the data streams of its name. */
  readonly index?: string
}

const o365 = { package: 'o365', version: '^3.0.0' } as const
const azure = (integration: string) => ({ package: 'azure', version: '^1.0.0', integration }) as const
const google = { package: 'google_workspace', version: '^3.0.0' } as const

export const datasets = {
  'o365.audit': { vendor: 'm365', source: 'Microsoft 365 Audit Logs', integration: o365 },
  'azure.auditlogs': { vendor: 'm365', source: 'Microsoft Entra ID Audit Logs', integration: azure('auditlogs') },
  'azure.signinlogs': { vendor: 'm365', source: 'Microsoft Entra ID Sign-in Logs', integration: azure('signinlogs') },
  'azure.graphactivitylogs': {
    vendor: 'm365',
    source: 'Microsoft Graph Activity Logs',
    integration: azure('graphactivitylogs'),
  },
  'google_workspace.token': { vendor: 'google-workspace', source: 'Google Workspace Token Logs', integration: google },
  'google_workspace.admin': { vendor: 'google-workspace', source: 'Google Workspace Admin Logs', integration: google },
  'google_workspace.login': { vendor: 'google-workspace', source: 'Google Workspace Login Logs', integration: google },
  'google_workspace.drive': { vendor: 'google-workspace', source: 'Google Workspace Drive Logs', integration: google },
  'google_workspace.calendar': {
    vendor: 'google-workspace',
    source: 'Google Workspace Calendar Logs',
    integration: google,
  },
  'google_workspace.chat': { vendor: 'google-workspace', source: 'Google Workspace Chat Logs', integration: google },
  'google_workspace.chrome': { vendor: 'google-workspace', source: 'Google Chrome Logs', integration: google },
  'google_workspace.gmail_reports': {
    vendor: 'google-workspace',
    source: 'Google Workspace Gmail Message Logs',
    integration: google,
  },
  'google_workspace.keep': { vendor: 'google-workspace', source: 'Google Workspace Keep Logs', integration: google },
  'google_workspace.access_evaluation': {
    vendor: 'google-workspace',
    source: 'Google Workspace Access Evaluation Logs',
  },
  'google_workspace.user_accounts': {
    vendor: 'google-workspace',
    source: 'Google Workspace User Account Logs',
    integration: google,
  },
  'google_workspace.takeout': { vendor: 'google-workspace', source: 'Google Takeout Logs' },
  'google_workspace.gmail': { vendor: 'google-workspace', source: 'Google Workspace Gmail Logs', integration: google },
  'google_workspace.alert': { vendor: 'google-workspace', source: 'Google Workspace Alerts', integration: google },
  'gcp.audit': {
    vendor: 'google-workspace',
    source: 'Google Cloud Audit Logs',
    integration: { package: 'gcp', version: '^2.0.0', integration: 'audit' },
  },
  'consentry.findings': { vendor: 'consentry', source: 'Consentry Findings' },
  'kibana.alerts': { vendor: 'consentry', source: 'Kibana Detection Alerts', index: '.alerts-security.alerts-*' },
} as const satisfies Readonly<Record<string, Dataset>>
export type DatasetName = keyof typeof datasets

/** The alerts that other rules raised, for rules that read those. */
export const alertsDataset = 'kibana.alerts' satisfies DatasetName

/** What is known of a data set. */
export function datasetFacts(name: DatasetName): Dataset {
  return datasets[name]
}

/** The index pattern of a data set in every namespace. */
export function indexPattern(name: DatasetName): string {
  return datasetFacts(name).index ?? `logs-${name}-*`
}
