// The chain as offline commands run it: the product's mappings, the organization's environment, databases of addresses.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { type Chain, loadMappings, makeChain } from '../chain.ts'
import type { Config } from '../config/config.ts'
import { type LookUpAddress, openAddressDatabases } from '../enrich/address-databases.ts'
import { openConfig, openSettings } from './config.ts'
import { environmentFile, openEnvironment, reportEndedApprovals } from './environment.ts'

/** Options that every command over exported logs has. */
export interface ChainOptions {
  readonly environment?: string
  readonly config?: string
}

/** Databases from the same configuration as the service's. */
function openLookUp({ geo: { cityDatabase: city, asnDatabase: asn } }: Config): LookUpAddress | undefined {
  return city === undefined && asn === undefined ? undefined : openAddressDatabases({ city, asn }).lookUp
}

/** Loads what a command over exported logs needs. Throws a UsageError for what cannot be used. */
export async function openChain(options: ChainOptions): Promise<{
  chain: Chain
  mappings: readonly VendorMapping[]
  environment: Environment
  file: string | undefined
}> {
  const config =
    options.config === undefined
      ? openSettings(['environment', 'geo.cityDatabase', 'geo.asnDatabase'])
      : openConfig(options.config)
  const file = environmentFile(options.environment, config)
  const environment = await openEnvironment(file)
  reportEndedApprovals(environment, Date.now())
  const mappings = await loadMappings()
  return { chain: makeChain(mappings, environment, openLookUp(config)), mappings, environment, file }
}
