// Drilldowns: in addition to a filter, a click on a value of a chart offers to open the dashboard about that value.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Menu, MenuLink } from '../menu.ts'
import { stableId } from './ids.ts'
import { drilldownReference, type Reference, toDashboard } from './references.ts'

/** The dashboards of the menu about one of these fields, except the open one. */
export function drilldownTargets(fields: readonly string[], dashboardId: string, menu: Menu): MenuLink[] {
  return menu.filter(({ id, opens }) => id !== dashboardId && opens.some((field) => fields.includes(field)))
}

/** The member `enhancements` of a panel, and the references of its drilldowns. */
export function drilldowns(
  targets: readonly MenuLink[],
  panelIndex: string,
): { enhancements: JsonObject; references: Reference[] } {
  if (targets.length === 0) return { enhancements: {}, references: [] }
  const events = targets.map(({ id, label }) => ({ id, label, eventId: stableId(panelIndex, 'drilldown', id) }))
  return {
    enhancements: {
      dynamicActions: {
        events: events.map(({ eventId, label }) => ({
          eventId,
          triggers: ['FILTER_TRIGGER'],
          action: {
            factoryId: 'DASHBOARD_TO_DASHBOARD_DRILLDOWN',
            name: `Open: ${label}`,
            config: { openInNewTab: false, useCurrentDateRange: true, useCurrentFilters: true },
          },
        })),
      },
    },
    references: events.map(({ id, eventId }) => toDashboard(drilldownReference(eventId), id)),
  }
}
