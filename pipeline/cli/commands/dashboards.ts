import type { AddCommand } from './command.ts'
import { addDashboardsBuild } from './dashboards/build.ts'

export const addDashboards: AddCommand = (parent, context) => {
  const dashboards = parent.command('dashboards').description('build the Kibana dashboards')
  addDashboardsBuild(dashboards, context)
}
