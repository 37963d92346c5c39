import { type CompiledMapping, compileMapping } from '../lib/compile.ts'
import { makeSteps } from './make-steps.ts'
import type { VendorMapping } from './mapping.ts'

/** Compiles a mapping with the steps that it names. */
export function compileVendorMapping(mapping: VendorMapping): CompiledMapping {
  return compileMapping(mapping, makeSteps(mapping))
}
