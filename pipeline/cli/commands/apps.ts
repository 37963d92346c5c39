import { addAppsApprove } from './apps/approve.ts'
import { addAppsContain } from './apps/contain.ts'
import { addAppsDelegations } from './apps/delegations.ts'
import { addAppsList } from './apps/list.ts'
import { addAppsReview } from './apps/review.ts'
import { addAppsShow } from './apps/show.ts'
import type { AddCommand } from './command.ts'

export const addApps: AddCommand = (parent, context) => {
  const apps = parent
    .command('apps')
    .description('review the applications of an export or of the entity store of the service')
  addAppsList(apps, context)
  addAppsReview(apps, context)
  addAppsShow(apps, context)
  addAppsDelegations(apps, context)
  addAppsContain(apps, context)
  addAppsApprove(apps, context)
}
