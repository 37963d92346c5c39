// The dashboards of the pack and their panels with data.
import { loadDashboards, panelsOf } from '../../../dashboards/lib/dashboard.ts'
import { isDataPanel } from '../../../dashboards/lib/panels/kinds.ts'

export const dashboards = (await loadDashboards()).map(({ value }) => value)

export const panels = dashboards.flatMap((dashboard) =>
  panelsOf(dashboard)
    .filter(isDataPanel)
    .map((panel) => ({ name: `${dashboard.id}/${panel.id}`, dashboard, panel })),
)
