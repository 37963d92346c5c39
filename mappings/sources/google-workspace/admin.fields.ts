import { adminParameters } from '../../lib/derive/google/admin-parameters.ts'
import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that admin documents hold. */
export const adminFields = { ...activityFields, ...parameterFields('admin', adminParameters) }
