import type { DeriveStep } from '../lib/step.ts'
import type { VendorMapping } from './mapping.ts'
import type { MappingStep } from './mapping-step.ts'
import { steps } from './steps.ts'

export function makeSteps(mapping: VendorMapping): DeriveStep[] {
  return mapping.derive.map((name) => {
    const step: DeriveStep | MappingStep = steps[name]
    return typeof step === 'function' ? step : step.madeFor(mapping)
  })
}
