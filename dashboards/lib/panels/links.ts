// Links to other dashboards. They keep the time range and the filters.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { stableId } from '../kibana/ids.ts'
import { linkReference, type Reference, toDashboard } from '../kibana/references.ts'
import type { Menu } from '../menu.ts'
import type { PanelBase } from './panel.ts'

export interface LinksPanel extends PanelBase {
  readonly kind: 'links'
  /** IDs of dashboards. Each link has its label from the menu. Outside the menu, Kibana shows the dashboard's title. */
  readonly to: readonly [string, ...string[]]
}

export function linksConfig(
  { to }: LinksPanel,
  panelIndex: string,
  menu: Menu,
): { config: JsonObject; references: Reference[] } {
  const links = to.map((target) => ({
    target,
    id: stableId(panelIndex, target),
    label: menu.find(({ id }) => id === target)?.label,
  }))
  return {
    config: {
      enhancements: {},
      hidePanelTitles: true,
      attributes: {
        layout: 'horizontal',
        links: links.map(({ id, label }, order) => ({
          type: 'dashboardLink',
          id,
          order,
          ...(label === undefined ? {} : { label }),
          destinationRefName: linkReference(id),
          options: { openInNewTab: false, useCurrentDateRange: true, useCurrentFilters: true },
        })),
      },
    },
    references: links.map(({ target, id }) => toDashboard(linkReference(id), target)),
  }
}
