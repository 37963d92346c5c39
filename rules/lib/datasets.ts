// The datasets that rules may read, and what follows from each: its index pattern, its vendor, the integration that also fills it.
import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'

interface Dataset {
  readonly vendor: 'm365' | 'google-workspace' | 'consentry'
  /** How analysts call the source. */
  readonly source: string
  /** Elastic's package for the same data, where there is one. */
  readonly integration?: { readonly package: string; readonly version: string; readonly integration?: string }
  /** Where its documents are, when not in the data streams of its name. */
  readonly index?: string
}

type MappedName = keyof typeof mappedDatasets
type Module = (typeof mappedDatasets)[MappedName]['module']

interface Package {
  readonly vendor: Dataset['vendor']
  /** Of Elastic's package of this name. */
  readonly version: string
  /** A package of many integrations, each called as its dataset is. */
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
  'kibana.alerts': { vendor: 'consentry', source: 'Kibana Detection Alerts', index: '.alerts-security.alerts-*' },
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

/** The alerts that other rules raised, for rules that read those. */
export const alertsDataset = 'kibana.alerts' satisfies DatasetName

/** What is known of a dataset. */
export function datasetFacts(name: DatasetName): Dataset {
  return datasets[name]
}

/** The index pattern of a dataset in every namespace. */
export function indexPattern(name: DatasetName): string {
  return datasetFacts(name).index ?? `logs-${name}-*`
}
