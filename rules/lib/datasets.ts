// The datasets that rules may read: the index pattern and vendor of each, and the integration that also fills it.
import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'

interface Dataset {
  readonly vendor: 'm365' | 'google-workspace' | 'consentry'
  /** The name that analysts use for the source. */
  readonly source: string
  /** Elastic's package for the same data, if one exists. */
  readonly integration?: { readonly package: string; readonly version: string; readonly integration?: string }
}

type MappedName = keyof typeof mappedDatasets
type Module = (typeof mappedDatasets)[MappedName]['module']

interface Package {
  readonly vendor: Dataset['vendor']
  /** The version of Elastic's package of this name. */
  readonly version: string
  /** The package contains many integrations, each named like its dataset. */
  readonly isSplit?: true
}

const packages: Readonly<Record<Module, Package>> = {
  azure: { vendor: 'm365', version: '^1.0.0', isSplit: true },
  gcp: { vendor: 'google-workspace', version: '^2.0.0', isSplit: true },
  google_workspace: { vendor: 'google-workspace', version: '^3.0.0' },
  o365: { vendor: 'm365', version: '^3.0.0' },
}

const ownDatasets = {
  'consentry.findings': { vendor: 'consentry', source: 'Consentry Findings' },
  'kibana.alerts': { vendor: 'consentry', source: 'Kibana Detection Alerts' },
} as const satisfies Readonly<Record<string, Dataset>>

export type DatasetName = MappedName | keyof typeof ownDatasets

function mapped(name: MappedName): Dataset {
  const { module, title, ...rest } = mappedDatasets[name]
  const { vendor, version, isSplit } = packages[module]
  if ('own' in rest) return { vendor, source: title }
  const integration = isSplit ? { integration: name.slice(name.indexOf('.') + 1) } : {}
  return { vendor, source: title, integration: { package: module, version, ...integration } }
}

export const datasets = {
  ...Object.fromEntries(Object.keys(mappedDatasets).map((name) => [name, mapped(name as MappedName)])),
  ...ownDatasets,
} as Readonly<Record<DatasetName, Dataset>>

/** The logs of Microsoft that contain the calls of applications; `azure.signinlogs` contains their sign-ins. */
export const microsoftUses = [
  'o365.audit',
  'azure.graphactivitylogs',
  'azure.aadgraphactivitylogs',
] as const satisfies DatasetName[]

/** The logs of Google Workspace that contain the calls of applications to the data of accounts. */
export const googleUses = [
  'google_workspace.token',
  'google_workspace.calendar',
  'google_workspace.chat',
  'google_workspace.drive',
  'google_workspace.gmail_reports',
  'google_workspace.keep',
] as const satisfies DatasetName[]

/** The alerts of other rules, for rules that read alerts. */
export const alertsDataset = 'kibana.alerts' satisfies DatasetName

export function datasetFacts(name: DatasetName): Dataset {
  return datasets[name]
}

/** The alerts of a Kibana space; of all spaces, if the space is not known. */
export function alertsIndex(space = '*'): string {
  return `.alerts-security.alerts-${space}`
}

/** Documents are in all namespaces. Only alerts belong to a space. */
export function indexPattern(name: DatasetName, space?: string): string {
  return name === alertsDataset ? alertsIndex(space) : `logs-${name}-*`
}
