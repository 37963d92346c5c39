// The chain for offline commands: the product's mappings, the organization's environment, and address databases.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { type Chain, loadMappings, makeChain } from '../chain.ts'
import type { Config } from '../config/config.ts'
import { type LookUpAddress, openAddressDatabases } from '../enrich/address-databases.ts'
import { openConfig, openSettings } from './config.ts'
import { environmentFile, openEnvironment, reportEndedApprovals } from './environment.ts'

/** Options of every command that reads exported logs. */
export interface ChainOptions {
  readonly environment?: string
  readonly config?: string
}

/** Databases from the same configuration as the service's. */
function openLookUp({ geo: { cityDatabase: city, asnDatabase: asn } }: Config): LookUpAddress | undefined {
  return city === undefined && asn === undefined ? undefined : openAddressDatabases({ city, asn }).lookUp
}

/** Loads the parts that a command over exported logs needs. Throws a UsageError for an unusable part. */
export async function openChain(options: ChainOptions): Promise<{
  chain: Chain
  mappings: readonly VendorMapping[]
  environment: Environment
  file: string | undefined
}> {
  const config =
    options.config === undefined
      ? openSettings([
          ...(options.environment === undefined ? (['environment'] as const) : []),
          'geo.cityDatabase',
          'geo.asnDatabase',
        ])
      : openConfig(options.config)
  const file = environmentFile(options.environment, config)
  const environment = await openEnvironment(file)
  reportEndedApprovals(environment, Date.now())
  const mappings = await loadMappings()
  return { chain: makeChain(mappings, environment, openLookUp(config)), mappings, environment, file }
}
