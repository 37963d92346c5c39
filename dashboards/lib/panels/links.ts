// Ways to other dashboards; time range and filters go along.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { stableId } from '../kibana/ids.ts'
import { linkReference, type Reference, toDashboard } from '../kibana/references.ts'
import type { Menu } from '../menu.ts'
import type { PanelBase } from './panel.ts'

export interface LinksPanel extends PanelBase {
  readonly kind: 'links'
  /** Ids of dashboards. Each is called as in the menu; Kibana shows the title of one that is not in it. */
  readonly to: readonly [string, ...string[]]
}

/** `embeddableConfig`, and the references of its links. */
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
