import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { samlParameters } from '../../lib/derive/google/saml-parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that saml documents hold. */
export const samlFields = { ...activityFields, ...parameterFields('saml', samlParameters) }
