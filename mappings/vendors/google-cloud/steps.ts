import { operationStep } from '../../lib/operation.ts'
import type { DeriveStep } from '../../lib/step.ts'
import { operations } from './operations.ts'
import { cloudEvent, cloudMembers, cloudRelated } from './readers/cloud.ts'
import { actorApp, readAttachment } from './readers/cloud-acts.ts'
import { operationOf } from './readers/entry.ts'

export const googleCloudSteps = {
  googleCloudMembers: cloudMembers,
  googleCloudEvent: cloudEvent,
  googleCloudActs: operationStep(operations, operationOf, readAttachment),
  googleCloudActorApp: actorApp,
  googleCloudRelated: cloudRelated,
} as const satisfies Record<string, DeriveStep>
