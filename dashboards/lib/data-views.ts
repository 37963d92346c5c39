// The data of panels: the documents, the Kibana alerts for these documents, and the applications in the entity store.
// All three use the same field names, so a filter on one of them also works on the others.
import { ecsFields } from '../../mappings/ecs/catalog.gen.ts'
import { entityTypes } from '../../mappings/entities/types.ts'
import { mappedDatasets } from '../../mappings/fields/datasets.gen.ts'
import type { Field, FieldTable } from '../../mappings/fields/field.ts'
import { kibanaAlertFields } from '../../mappings/fields/kibana-alert.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { alertsIndex } from '../../rules/lib/datasets.ts'
import { catalogOf, commonCatalog, type FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { badgeFormat } from './colors.ts'
import type { Kql } from './layer.ts'

export type DatasetName = keyof typeof mappedDatasets | 'consentry.findings'

const shownDatasets: readonly string[] = [...Object.keys(mappedDatasets), 'consentry.findings'].sort()

export const datasetField = 'data_stream.dataset'

/**
 * The index patterns of the data view. They match every namespace, because a prebuilt pack cannot know the namespace
 * setting. They also match other integrations' documents, but the panel filters exclude documents without an `oauth`
 * group. Each dataset is listed: `logs-azure.*-*` would add dozens of unrelated streams and conflicting field types.
 */
const dataViewTitle: string = shownDatasets.map((name) => `logs-${name}-*`).join(',')

export type DataViewName = 'events' | 'alerts' | 'apps'

export interface DataView {
  /** The saved-object id; permanent. */
  readonly id: string
  readonly name: string
  /** Its index patterns, separated by commas. */
  readonly title: string
  /** True if the dashboard's time range applies. It does not apply to the entity store, which holds current state. */
  readonly timed: boolean
  /** Fields with numbers that are shown as sizes. */
  readonly bytes: readonly string[]
  /** Fields with values that Discover shows on their colors. */
  readonly colored: readonly string[]
  /** Fields that its index does not map, read from the documents themselves. */
  readonly runtimeFields: FieldTable
  /** The filter of every panel on the view, in addition to the datasets of its dashboard. */
  readonly scope?: Kql
}

/** Kibana maps only the ECS fields of an alert. Our own fields are only in the alert source. */
const readFromAlerts = [
  'oauth.action',
  'oauth.app.id',
  'oauth.app.name',
  'oauth.account.name',
  'oauth.grant.tier',
] as const

function pick(names: readonly (keyof typeof oauthFields)[]): FieldTable {
  return Object.fromEntries(names.map((name) => [name, oauthFields[name]]))
}

export const dataViews: Readonly<Record<DataViewName, DataView>> = {
  events: {
    id: 'consentry-events',
    name: 'Consentry events',
    title: dataViewTitle,
    timed: true,
    bytes: ['oauth.activity.bytes'],
    colored: ['oauth.grant.tier', 'oauth.account.status', 'oauth.policy.direction'],
    runtimeFields: {},
  },
  alerts: {
    id: 'consentry-alerts',
    name: 'Consentry alerts',
    title: alertsIndex(),
    timed: true,
    bytes: [],
    colored: ['kibana.alert.severity', 'oauth.grant.tier'],
    runtimeFields: pick(readFromAlerts),
    // The index contains the alerts of all rules.
    scope: 'kibana.alert.rule.tags: "Consentry"',
  },
  apps: {
    id: 'consentry-apps',
    name: 'Consentry applications (entity store)',
    title: 'consentry-apps-*',
    timed: false,
    bytes: [],
    colored: [],
    runtimeFields: {},
  },
}

export function dataViewOf(id: string): DataView | undefined {
  return Object.values(dataViews).find((view) => view.id === id)
}

export function viewCatalog(name: DataViewName, catalog: FieldCatalog): FieldCatalog {
  return name === 'events' ? catalog : otherCatalogs[name]
}

const otherCatalogs = {
  alerts: catalogOf(ecsFields, kibanaAlertFields, dataViews.alerts.runtimeFields),
  apps: catalogOf(
    Object.fromEntries(
      Object.keys(entityTypes.apps.vocabulary).map((name) => [name, commonCatalog.get(name) as Field]),
    ),
  ),
} as const

/** Returns the Kibana field formats of a data view: sizes, and values with a color. */
export function fieldFormatMap(name: DataViewName): JsonObject {
  const { bytes, colored } = dataViews[name]
  const catalog = viewCatalog(name, commonCatalog)
  return Object.fromEntries([
    ...bytes.map((field) => [field, { id: 'bytes' }]),
    ...colored.map((field) => [field, badgeFormat(field, catalog)]),
  ])
}

/** Returns the runtime fields as Elasticsearch and Kibana expect them. Without a script, the source gives the value. */
export function runtimeFieldMap({ runtimeFields }: DataView): JsonObject {
  return Object.fromEntries(Object.entries(runtimeFields).map(([name, { type }]) => [name, { type }]))
}
