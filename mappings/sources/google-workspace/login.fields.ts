import { loginParameters } from '../../lib/derive/google/login-parameters.ts'
import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that login documents hold. */
export const loginFields = { ...activityFields, ...parameterFields('login', loginParameters) }
