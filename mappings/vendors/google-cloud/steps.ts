import { operationStep } from '../../lib/operation.ts'
import type { DeriveStep } from '../../lib/step.ts'
import { operations } from './operations.ts'
import { readAttachment } from './readers/attachment.ts'
import { cloudEvent, cloudMembers, cloudRelated } from './readers/cloud.ts'
import { actorApp } from './readers/cloud-acts.ts'
import { operationOf } from './readers/entry.ts'

export const googleCloudSteps = {
  googleCloudMembers: cloudMembers,
  googleCloudEvent: cloudEvent,
  googleCloudActs: operationStep(operations, operationOf, readAttachment),
  googleCloudActorApp: actorApp,
  googleCloudRelated: cloudRelated,
} as const satisfies Record<string, DeriveStep>
