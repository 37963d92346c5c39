// Our schema of an embedded Lens chart: the format, limited to the members that we write.
import { closed, count, kuery, none, nothing, reference, rgb, size, text, truth, when } from './schema-parts.ts'

const axes = (value: object) => closed({ x: value, yLeft: value, yRight: value })
const columnIds = { type: 'array', items: text, minItems: 1, uniqueItems: true } as const

const orderBy = {
  type: 'object',
  required: ['type'],
  properties: { type: { enum: ['column', 'alphabetical'] } },
  allOf: [
    when('type', 'column', { properties: { columnId: text }, required: ['columnId'] }),
    when('type', 'alphabetical', { properties: { fallback: truth }, required: ['fallback'] }),
  ],
  unevaluatedProperties: false,
}

const histogramParams = closed({ interval: text, includeEmptyRows: truth, dropPartials: truth })
const termsParams = closed({
  size: { type: 'integer', minimum: 1, maximum: 1000 },
  orderBy,
  orderDirection: { enum: ['asc', 'desc'] },
  otherBucket: truth,
  missingBucket: truth,
  parentFormat: closed({ id: { const: 'terms' } }),
  include: none,
  exclude: none,
  includeIsRegex: truth,
  excludeIsRegex: truth,
})
const emptyParams = closed({ emptyAsNull: truth })

const is = (members: Readonly<Record<string, unknown>>, more: object = {}) => ({
  properties: {
    ...Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { const: value }])),
    ...more,
  },
  required: [...Object.keys(members), ...Object.keys(more)],
})

const column = {
  type: 'object',
  required: ['label', 'customLabel', 'dataType', 'isBucketed', 'operationType', 'scale', 'sourceField'],
  properties: {
    label: text,
    customLabel: { const: true },
    dataType: { enum: ['string', 'number', 'date', 'boolean', 'ip'] },
    isBucketed: truth,
    operationType: { enum: ['date_histogram', 'terms', 'count', 'unique_count', 'sum', 'min', 'max', 'last_value'] },
    scale: { enum: ['interval', 'ordinal', 'ratio'] },
    sourceField: text,
    filter: kuery,
  },
  allOf: [
    when(
      'operationType',
      'date_histogram',
      is({ dataType: 'date', isBucketed: true, scale: 'interval' }, { params: histogramParams }),
    ),
    when('operationType', 'terms', is({ isBucketed: true, scale: 'ordinal' }, { params: termsParams })),
    when(
      'operationType',
      'count',
      is({ dataType: 'number', isBucketed: false, sourceField: '___records___' }, { params: emptyParams }),
    ),
    when('operationType', 'unique_count', is({ dataType: 'number', isBucketed: false }, { params: emptyParams })),
    when('operationType', 'sum', is({ dataType: 'number', isBucketed: false }, { params: emptyParams })),
    when('operationType', 'min', is({ isBucketed: false })),
    when('operationType', 'max', is({ isBucketed: false })),
    when(
      'operationType',
      'last_value',
      is({ isBucketed: false }, { params: closed({ sortField: text, showArrayValues: truth }), filter: kuery }),
    ),
  ],
  unevaluatedProperties: false,
}

const layer = closed({
  columnOrder: columnIds,
  columns: { type: 'object', minProperties: 1, additionalProperties: column },
  incompleteColumns: nothing,
})

const dataLayer = { layerId: text, layerType: { const: 'data' } } as const

/** The form of Kibana 8; newer versions turn it into theirs when they read it. */
const colorMapping = closed({
  assignments: {
    type: 'array',
    minItems: 1,
    items: closed({
      rule: closed({ type: { const: 'matchExactly' }, values: columnIds }),
      color: closed({ type: { const: 'colorCode' }, colorCode: rgb }),
      touched: truth,
    }),
  },
  specialAssignments: {
    type: 'array',
    items: closed({
      rule: closed({ type: { const: 'other' } }),
      color: closed({ type: { const: 'categorical' }, paletteId: { const: 'neutral' }, colorIndex: count }),
      touched: truth,
    }),
  },
  paletteId: { const: 'eui_amsterdam_color_blind' },
  colorMode: closed({ type: { const: 'categorical' } }),
})

const stops = { type: 'array', minItems: 1, items: closed({ color: rgb, stop: count }) } as const
const palette = closed({
  type: { const: 'palette' },
  name: { const: 'custom' },
  params: closed({
    name: { const: 'custom' },
    reverse: truth,
    rangeType: { const: 'number' },
    rangeMin: count,
    rangeMax: { const: null },
    progression: { const: 'fixed' },
    continuity: { const: 'above' },
    steps: count,
    maxSteps: count,
    colorStops: stops,
    stops,
  }),
})

const visualizations = {
  lnsMetric: closed({ ...dataLayer, metricAccessor: text, palette }, ['palette']),
  lnsXY: closed({
    preferredSeriesType: { enum: ['bar_stacked', 'bar_horizontal'] },
    legend: closed({ isVisible: truth, position: { enum: ['right', 'left', 'top', 'bottom'] } }),
    valueLabels: { const: 'hide' },
    fittingFunction: { const: 'None' },
    axisTitlesVisibilitySettings: axes(truth),
    tickLabelsVisibilitySettings: axes(truth),
    gridlinesVisibilitySettings: axes(truth),
    labelsOrientation: axes({ type: 'integer' }),
    layers: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          ...dataLayer,
          seriesType: { enum: ['bar_stacked', 'bar_horizontal'] },
          xAccessor: text,
          accessors: columnIds,
          splitAccessor: text,
          colorMapping,
        },
        ['splitAccessor', 'colorMapping'],
      ),
    },
  }),
  lnsPie: closed({
    shape: { const: 'donut' },
    layers: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          ...dataLayer,
          primaryGroups: columnIds,
          metrics: columnIds,
          numberDisplay: { enum: ['hidden', 'percent', 'value'] },
          categoryDisplay: { const: 'default' },
          legendDisplay: { enum: ['default', 'show', 'hide'] },
          nestedLegend: truth,
          emptySizeRatio: { type: 'number', minimum: 0, maximum: 1 },
          colorMapping,
        },
        ['colorMapping'],
      ),
    },
  }),
  lnsHeatmap: closed({
    shape: { const: 'heatmap' },
    ...dataLayer,
    xAccessor: text,
    yAccessor: text,
    valueAccessor: text,
    gridConfig: closed({
      type: { const: 'heatmap_grid' },
      isCellLabelVisible: truth,
      isXAxisLabelVisible: truth,
      isYAxisLabelVisible: truth,
      isXAxisTitleVisible: truth,
      isYAxisTitleVisible: truth,
    }),
    legend: closed({ type: { const: 'heatmap_legend' }, isVisible: truth, position: { const: 'right' } }),
  }),
  lnsDatatable: closed(
    {
      ...dataLayer,
      columns: {
        type: 'array',
        minItems: 1,
        items: closed(
          { columnId: text, isTransposed: truth, hidden: { const: true }, colorMode: { const: 'cell' }, colorMapping },
          ['hidden', 'colorMode', 'colorMapping'],
        ),
      },
      sorting: closed({ columnId: text, direction: { enum: ['asc', 'desc'] } }),
      paging: closed({ size, enabled: truth }),
    },
    ['sorting'],
  ),
}

const state = closed({
  datasourceStates: closed({
    formBased: closed({ layers: { type: 'object', minProperties: 1, additionalProperties: layer } }),
    indexpattern: closed({ layers: nothing }),
    textBased: closed({ layers: nothing }),
  }),
  visualization: { type: 'object' },
  query: kuery,
  filters: { type: 'array', items: { type: 'object' } },
  internalReferences: none,
  adHocDataViews: nothing,
})

/** Links to other dashboards. Their targets are references of the dashboard. */
const enhancements = closed(
  {
    dynamicActions: closed({
      events: {
        type: 'array',
        minItems: 1,
        items: closed({
          eventId: text,
          triggers: { const: ['FILTER_TRIGGER'] },
          action: closed({
            factoryId: { const: 'DASHBOARD_TO_DASHBOARD_DRILLDOWN' },
            name: text,
            config: closed({ openInNewTab: truth, useCurrentDateRange: truth, useCurrentFilters: truth }),
          }),
        }),
      },
    }),
  },
  ['dynamicActions'],
)

/** The member `embeddableConfig` of a Lens panel. No `attributes.version`: with it, older versions do not load the panel. */
export const lensConfig = closed(
  {
    attributes: {
      ...closed({
        title: text,
        description: text,
        type: { const: 'lens' },
        visualizationType: { enum: Object.keys(visualizations) },
        references: { type: 'array', items: reference },
        state,
      }),
      allOf: Object.entries(visualizations).map(([name, visualization]) =>
        when('visualizationType', name, { properties: { state: { properties: { visualization } } } }),
      ),
    },
    enhancements,
    hidePanelTitles: truth,
  },
  ['hidePanelTitles'],
)

export const gridData = { x: count, y: count, w: size, h: size, i: text } as const
