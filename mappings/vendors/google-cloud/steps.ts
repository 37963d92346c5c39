// The steps of Google Cloud's audit logs, in one place by name.
import type { DeriveStep } from '../../lib/step.ts'
import { cloudEvent, cloudMembers, cloudRelated } from './readers/cloud.ts'
import { cloudOauth } from './readers/cloud-acts.ts'

export const googleCloudSteps = {
  googleCloudMembers: cloudMembers,
  googleCloudEvent: cloudEvent,
  googleCloudActs: cloudOauth,
  googleCloudRelated: cloudRelated,
} as const satisfies Record<string, DeriveStep>
