// Our schema of the import lines, with JSON in place of JSON strings (`decodeObject`). Kibana validates almost nothing
// on import and shows a broken panel in the browser. Therefore, this schema refuses everything that we do not write.
import { dataViews } from './data-views.ts'
import { sectionedVersion, typeVersions } from './kibana/saved-object.ts'
import { gridData, lensConfig } from './lens.schema.ts'
import { anyText, closed, count, kuery, none, nothing, reference, rgb, text, truth, when } from './schema-parts.ts'

const markdownConfig = closed({
  enhancements: nothing,
  hidePanelTitles: { const: true },
  savedVis: closed({
    id: { const: '' },
    title: text,
    description: anyText,
    type: { const: 'markdown' },
    params: closed({ markdown: text, fontSize: { type: 'integer' }, openLinksInNewTab: truth }),
    uiState: nothing,
    data: closed({ aggs: none, searchSource: closed({ query: kuery, filter: none }) }),
  }),
})

const linksConfig = closed({
  enhancements: nothing,
  hidePanelTitles: { const: true },
  attributes: closed({
    layout: { enum: ['horizontal', 'vertical'] },
    links: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          type: { const: 'dashboardLink' },
          id: text,
          order: count,
          label: text,
          destinationRefName: text,
          options: closed({ openInNewTab: truth, useCurrentDateRange: truth, useCurrentFilters: truth }),
        },
        ['label'],
      ),
    },
  }),
})

const panelOf = (gridData: object) => ({
  type: 'object',
  required: ['type', 'panelIndex', 'gridData', 'title', 'embeddableConfig'],
  properties: {
    // Only Discover sessions are stored by reference, and only markdown is a legacy visualization.
    type: { enum: ['lens', 'search', 'visualization', 'links'] },
    panelIndex: text,
    gridData,
    title: text,
  },
  allOf: [
    when('type', 'lens', { properties: { embeddableConfig: lensConfig } }),
    when('type', 'search', {
      properties: { embeddableConfig: closed({ enhancements: nothing }), panelRefName: text },
      required: ['panelRefName'],
    }),
    when('type', 'visualization', { properties: { embeddableConfig: markdownConfig } }),
    when('type', 'links', { properties: { embeddableConfig: linksConfig } }),
  ],
  unevaluatedProperties: false,
})

const section = closed({ title: text, collapsed: truth, gridData: closed({ y: count, i: text }) })

const control = closed({
  type: { const: 'optionsListControl' },
  order: count,
  width: { enum: ['small', 'medium', 'large'] },
  grow: truth,
  explicitInput: closed({
    id: text,
    dataViewId: text,
    fieldName: text,
    title: text,
    searchTechnique: { enum: ['prefix', 'wildcard', 'exact'] },
    selectedOptions: none,
    sort: closed({ by: { enum: ['_count', '_key'] }, direction: { enum: ['asc', 'desc'] } }),
  }),
})

const relativeTime = { type: 'string', pattern: '^now(?:-[1-9]\\d*[mhdwMy])?$' } as const

const flatAttributes = {
  title: text,
  description: text,
  version: { enum: [2, 3] },
  timeRestore: { const: true },
  timeFrom: relativeTime,
  timeTo: relativeTime,
  refreshInterval: closed({ pause: truth, value: count }),
  optionsJSON: closed({
    useMargins: truth,
    syncColors: truth,
    syncCursor: truth,
    syncTooltips: truth,
    hidePanelTitles: truth,
  }),
  kibanaSavedObjectMeta: closed({ searchSourceJSON: closed({ query: kuery, filter: none }) }),
  panelsJSON: { type: 'array', minItems: 1, items: panelOf(closed(gridData)) },
  controlGroupInput: closed({
    chainingSystem: { enum: ['HIERARCHICAL', 'NONE'] },
    controlStyle: { enum: ['oneLine', 'twoLine'] },
    showApplySelections: truth,
    ignoreParentSettingsJSON: closed({
      ignoreFilters: truth,
      ignoreQuery: truth,
      ignoreTimerange: truth,
      ignoreValidations: truth,
    }),
    panelsJSON: { type: 'object', additionalProperties: control },
  }),
}

const sectionedAttributes = {
  ...flatAttributes,
  panelsJSON: { type: 'array', minItems: 1, items: panelOf(closed({ ...gridData, sectionId: text }, ['sectionId'])) },
  sections: { type: 'array', minItems: 1, items: section },
}

/** Model version 3 introduced sections. A Kibana that knows only two versions refuses an object of the third. */
const dashboardObject = {
  allOf: [
    when('typeMigrationVersion', typeVersions.dashboard, { properties: { attributes: closed(flatAttributes) } }),
    when('typeMigrationVersion', sectionedVersion, { properties: { attributes: closed(sectionedAttributes) } }),
  ],
  properties: { typeMigrationVersion: { enum: [typeVersions.dashboard, sectionedVersion] } },
}

const bytesFormat = closed({ id: { const: 'bytes' } })
const badgeFormat = closed({
  id: { const: 'color' },
  params: closed({
    fieldType: { const: 'string' },
    colors: { type: 'array', minItems: 1, items: closed({ range: text, regex: text, text: rgb, background: rgb }) },
  }),
})

const dataViewAttributes = closed(
  {
    title: { enum: Object.values(dataViews).map(({ title }) => title) },
    name: text,
    timeFieldName: { const: '@timestamp' },
    sourceFilters: none,
    fieldFormatMap: { type: 'object', additionalProperties: { anyOf: [bytesFormat, badgeFormat] } },
    // No scripts: without one, a field is read from the source.
    runtimeFieldMap: { type: 'object', additionalProperties: closed({ type: { const: 'keyword' } }) },
    fieldAttrs: nothing,
  },
  ['timeFieldName'],
)

const searchAttributes = closed({
  title: text,
  description: text,
  columns: { type: 'array', items: text, minItems: 1, uniqueItems: true },
  sort: { const: [['@timestamp', 'desc']] },
  grid: nothing,
  hideChart: truth,
  isTextBasedQuery: { const: false },
  timeRestore: { const: false },
  kibanaSavedObjectMeta: closed({ searchSourceJSON: closed({ query: kuery, filter: none, indexRefName: text }) }),
})

const tagAttributes = closed({ name: text, description: anyText, color: rgb })

const ofType = (type: keyof typeof typeVersions, attributes: object) =>
  when('type', type, { properties: { typeMigrationVersion: { const: typeVersions[type] }, attributes } })

export const savedObjectSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['type', 'id', 'attributes', 'references', 'coreMigrationVersion', 'typeMigrationVersion', 'managed'],
  properties: {
    type: { enum: Object.keys(typeVersions) },
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
    references: { type: 'array', items: reference },
    coreMigrationVersion: { const: '8.8.0' },
    managed: { const: false },
  },
  allOf: [
    when('type', 'dashboard', dashboardObject),
    ofType('index-pattern', dataViewAttributes),
    ofType('search', searchAttributes),
    ofType('tag', tagAttributes),
  ],
  unevaluatedProperties: false,
}
