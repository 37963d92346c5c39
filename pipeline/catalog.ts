// The fields of all mappings combined. Rules and dashboards are checked against them. Index templates use them.
import { catalogOf, type FieldCatalog } from '../mappings/fields/catalog.ts'
import { commonFields } from '../mappings/fields/document.ts'
import type { FieldTable } from '../mappings/fields/field.ts'
import { oauthFields } from '../mappings/fields/oauth.ts'
import { lookedUp } from '../mappings/kernel/looked-up.ts'
import { type DatasetFields, sharedFields } from '../mappings/lib/templates.ts'
import { actsOf } from '../mappings/vendors/acts.ts'
import type { VendorMapping } from '../mappings/vendors/mapping.ts'
import { findingsDataset } from './findings/finding.ts'

export function fieldCatalog(mappings: readonly VendorMapping[]): FieldCatalog {
  const own = new Map(templateFields(mappings).map(({ dataset, fields }) => [dataset, fields]))
  const known = new Map<string, FieldCatalog>()
  return {
    ...catalogOf(commonFields, ...mappings.map((mapping) => mapping.vendor.fields)),
    ofDataset(dataset) {
      return lookedUp(known, dataset, () => catalogOf(sharedFields, own.get(dataset) ?? {}))
    },
  }
}

export function actsByDataset(mappings: readonly VendorMapping[]): ReadonlyMap<string, readonly string[]> {
  return new Map(mappings.map((mapping) => [mapping.dataset, actsOf(mapping)]))
}

/** Returns the fields for the index template of each dataset: the datasets of the mappings, and the findings. */
export function templateFields(mappings: readonly VendorMapping[]): DatasetFields[] {
  return [...mappings.map(toDatasetFields), { dataset: findingsDataset, fields: findingFields, openRoots: [] }]
}

const findingFields: FieldTable = Object.fromEntries(
  Object.entries(oauthFields).filter(([name]) => name.startsWith('oauth.finding.')),
)

function toDatasetFields({ dataset, vendor }: VendorMapping): DatasetFields {
  return {
    dataset,
    fields: vendor.fields,
    openRoots: [...new Set([vendor.root, ...vendor.open])],
    ...(vendor.aliases === undefined ? {} : { aliases: vendor.aliases }),
    // If derive steps fill the block, our code chooses the member names.
    openNames: vendor.content === 'members' ? vendor.open : [],
  }
}
