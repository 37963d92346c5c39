import { driveParameters } from '../../lib/derive/google/drive-parameters.ts'
import { parameterFields } from '../../lib/derive/google/parameters.ts'
import { activityFields } from './activity.ts'

/** Every field below `google_workspace` that drive documents hold. */
export const driveFields = { ...activityFields, ...parameterFields('drive', driveParameters) }
