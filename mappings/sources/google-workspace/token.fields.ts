import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { tokenParameters } from '../../lib/derive/google/token-parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that token documents hold. */
export const tokenFields = { ...activityFields, ...parameterFields('token', tokenParameters) }
