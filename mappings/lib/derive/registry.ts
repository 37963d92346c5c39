// The names that mapping tables use for their derive steps.
import type { Mapping } from '../mapping.ts'
import { entraSteps } from './entra.ts'
import { googleSteps } from './google.ts'
import { m365Steps } from './m365.ts'
import type { DeriveStep, MappingStep } from './step.ts'

export const deriveSteps = { ...m365Steps, ...googleSteps, ...entraSteps } as const satisfies Record<
  string,
  DeriveStep | MappingStep
>

export type DeriveStepName = keyof typeof deriveSteps

/** The step of this name, made for the mapping that names it. */
export function stepFor(name: DeriveStepName, mapping: Mapping): DeriveStep {
  const step: DeriveStep | MappingStep = deriveSteps[name]
  return typeof step === 'function' ? step : step.madeFor(mapping)
}
