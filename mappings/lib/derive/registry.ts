// The names that mapping tables use for their derive steps.
import { entraSteps } from './entra.ts'
import { googleSteps } from './google.ts'
import { m365Steps } from './m365.ts'
import type { DeriveStep, MappingStep, StepTables } from './step.ts'

export const deriveSteps = { ...m365Steps, ...googleSteps, ...entraSteps } as const satisfies Record<
  string,
  DeriveStep | MappingStep
>

export type DeriveStepName = keyof typeof deriveSteps

/** The step of this name, made for the mapping that names it. */
export function stepFor(name: DeriveStepName, tables: StepTables): DeriveStep {
  const step: DeriveStep | MappingStep = deriveSteps[name]
  return typeof step === 'function' ? step : step.madeFor(tables)
}
