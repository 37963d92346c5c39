import { groupsParameters } from '../../lib/derive/google/groups-parameters.ts'
import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that groups documents hold. */
export const groupsFields = { ...activityFields, ...parameterFields('groups', groupsParameters) }
