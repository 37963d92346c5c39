import { type CompiledMapping, compileMapping } from '../lib/compile.ts'
import { makeSteps } from './make-steps.ts'
import type { VendorMapping } from './mapping.ts'

export function compileVendorMapping(mapping: VendorMapping): CompiledMapping {
  return compileMapping(mapping, makeSteps(mapping))
}
