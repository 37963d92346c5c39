// The chain with all mappings and an empty environment, made once for all test files of a worker.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'

export const chain = makeChain(await loadMappings(), emptyEnvironment)
