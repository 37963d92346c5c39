// Ways to other dashboards; time range and filters go along.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { dashboardId, stableId } from '../kibana/ids.ts'
import { linkReference, type Reference } from '../kibana/references.ts'
import type { PanelBase } from './panel.ts'

export interface LinksPanel extends PanelBase {
  readonly kind: 'links'
  /** Ids of dashboards. Kibana shows their titles. */
  readonly to: readonly [string, ...string[]]
}

/** `embeddableConfig`, and the references that its links go by. */
export function linksConfig({ to }: LinksPanel, panelIndex: string): { config: JsonObject; references: Reference[] } {
  const ids = to.map((target) => ({ target, id: stableId(panelIndex, target) }))
  return {
    config: {
      enhancements: {},
      attributes: {
        layout: 'horizontal',
        links: ids.map(({ id }, order) => ({
          type: 'dashboardLink',
          id,
          order,
          destinationRefName: linkReference(id),
          options: { openInNewTab: false, useCurrentDateRange: true, useCurrentFilters: true },
        })),
      },
    },
    references: ids.map(({ target, id }) => ({ type: 'dashboard', id: dashboardId(target), name: linkReference(id) })),
  }
}
