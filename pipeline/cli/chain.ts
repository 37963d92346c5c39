// The chain of the commands: the product's mappings, the organization's environment, and address databases.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { type Chain, loadMappings, makeChain } from '../chain.ts'
import type { Config } from '../config/config.ts'
import { type AddressDatabases, openAddressDatabases } from '../enrich/address-databases.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig, openSettings } from './config.ts'
import { environmentFile, openEnvironment, reportEndedApprovals } from './environment.ts'

/** Opens the address databases without watching their files, which is enough for a command that ends soon. */
export function openDatabases({ geo: { cityDatabase: city, asnDatabase: asn } }: Config): AddressDatabases | undefined {
  return city === undefined && asn === undefined ? undefined : openAddressDatabases({ city, asn })
}

/** Loads the parts that a command over exported logs needs. Throws a UsageError for an unusable part. */
export async function openChain(options: CommonOptions): Promise<{
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
  return { chain: makeChain(mappings, environment, openDatabases(config)?.lookUp), mappings, environment, file }
}
