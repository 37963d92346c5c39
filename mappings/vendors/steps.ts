// The steps of every vendor, under the names that mappings use.
import type { DeriveStep } from '../lib/step.ts'
import { entraSteps } from './entra/steps.ts'
import { googleCloudSteps } from './google-cloud/steps.ts'
import { googleSteps } from './google-workspace/steps.ts'
import { m365Steps } from './m365/steps.ts'
import type { MappingStep } from './mapping-step.ts'

export const steps = { ...m365Steps, ...entraSteps, ...googleSteps, ...googleCloudSteps } as const satisfies Record<
  string,
  DeriveStep | MappingStep
>

export type StepName = keyof typeof steps
