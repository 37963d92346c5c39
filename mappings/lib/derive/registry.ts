// The names that mapping tables use for their derive steps.
import { entraSteps } from './entra.ts'
import { googleSteps } from './google.ts'
import { m365Steps } from './m365.ts'
import type { DeriveStep } from './step.ts'

export const deriveSteps = { ...m365Steps, ...googleSteps, ...entraSteps } as const satisfies Record<string, DeriveStep>

export type DeriveStepName = keyof typeof deriveSteps
