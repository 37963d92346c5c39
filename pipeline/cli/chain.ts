// The chain as offline commands run it: the product's mappings, the organization's environment, databases of addresses.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { type Chain, loadMappings, makeChain } from '../chain.ts'
import { settings } from '../config/settings.ts'
import { type LookUpAddress, openAddressDatabases } from '../enrich/address-databases.ts'
import { openConfig } from './config.ts'
import { openEnvironment, reportEndedApprovals } from './environment.ts'

/** Options that every command over exported logs has. */
export interface ChainOptions {
  readonly environment?: string
  readonly config?: string
}

/** Databases from the same configuration as the service's; none of it is read where it names none. */
function openLookUp(file: string | undefined): LookUpAddress | undefined {
  const variables = [...settings['geo.cityDatabase'].env, ...settings['geo.asnDatabase'].env]
  if (file === undefined && variables.every((variable) => (process.env[variable] ?? '') === '')) return undefined
  const { cityDatabase: city, asnDatabase: asn } = openConfig(file).geo
  return city === undefined && asn === undefined ? undefined : openAddressDatabases({ city, asn }).lookUp
}

/** Loads what a command over exported logs needs. Throws a UsageError for what cannot be used. */
export async function openChain(
  options: ChainOptions,
): Promise<{ chain: Chain; mappings: readonly VendorMapping[]; environment: Environment }> {
  const environment = await openEnvironment(options.environment)
  reportEndedApprovals(environment, Date.now())
  const mappings = await loadMappings()
  return { chain: makeChain(mappings, environment, openLookUp(options.config)), mappings, environment }
}
