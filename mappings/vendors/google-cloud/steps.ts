// The steps of Google Cloud's audit logs, in one place by name.
import { actStep, type DeriveStep } from '../../lib/step.ts'
import { cloudEvent, cloudMembers, cloudRelated } from './readers/cloud.ts'
import { cloudOauth } from './readers/cloud-acts.ts'

export const googleCloudSteps = {
  googleCloudMembers: cloudMembers,
  googleCloudEvent: cloudEvent,
  googleCloudActs: actStep(
    [
      'app_delete',
      'app_register',
      'app_restore',
      'app_sign_in',
      'app_update',
      'credential_add',
      'credential_remove',
      'owner_add',
      'owner_remove',
      'role_grant',
      'role_revoke',
      'sp_add',
      'sp_delete',
      'sp_disable',
      'sp_enable',
      'sp_update',
    ],
    cloudOauth,
  ),
  googleCloudRelated: cloudRelated,
} as const satisfies Record<string, DeriveStep>
