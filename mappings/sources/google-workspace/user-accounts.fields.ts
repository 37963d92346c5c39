import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { userAccountsParameters } from '../../lib/derive/google/user-accounts-parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that user_accounts documents hold. */
export const userAccountsFields = { ...activityFields, ...parameterFields('user_accounts', userAccountsParameters) }
