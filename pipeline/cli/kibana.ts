import type { Environment } from '../../mappings/environment/environment.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type EmitOptions, emitPack } from '../../rules/lib/emit.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { rulesOff } from '../../rules/lib/rule-state.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { type Kibana, openKibana } from '../clients/kibana.ts'
import { type Runtime, realRuntime } from '../clients/retry.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import { quoted, unquote } from '../config/quotes.ts'
import { type DeployPlan, type PlanChoices, planDeploy } from '../deploy/deploy.ts'
import { attackReleaseOf } from '../deploy/kibana-version.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type kibanaVariables, openSettings } from './config.ts'

export function knowsKibana(): boolean {
  return (process.env.KIBANA_URL ?? '') !== ''
}

/** Connects to KIBANA_URL; `space` overrides KIBANA_SPACE. Throws a UsageError if KIBANA_URL is not set. */
export function connectKibana(space: string | undefined, runtime: Runtime = realRuntime): Kibana {
  const url = variable('KIBANA_URL')
  if (url === undefined)
    throw new UsageError(
      'KIBANA_URL is not set; set KIBANA_URL to the address of Kibana and KIBANA_API_KEY to a key that can manage rules',
    )
  const name = variable('KIBANA_USERNAME')
  const password = variable('KIBANA_PASSWORD')
  if ((name === undefined) !== (password === undefined))
    throw new UsageError('KIBANA_USERNAME and KIBANA_PASSWORD belong together; set both or neither')
  const apiKey = variable('KIBANA_API_KEY')
  const ca = variable('KIBANA_CA')
  const named = space ?? variable('KIBANA_SPACE')
  return openKibana(
    {
      url,
      ...(apiKey !== undefined && { apiKey }),
      ...(name !== undefined && password !== undefined && { user: { name, password } }),
      ...(ca !== undefined && { ca }),
      ...(named !== undefined && { space: named }),
    },
    retryPolicies(openSettings(['kibana.retryBaseMs', 'kibana.retryCapMs', 'kibana.retryAttempts'])).kibana,
    runtime,
  )
}

function variable(name: (typeof kibanaVariables)[number]): string | undefined {
  const value = process.env[name] ?? ''
  if (unquote(value) !== value) throw new UsageError(`${name} ${quoted.message}; ${quoted.hint}`)
  return value === '' ? undefined : value
}

/**
 * Plans the deployment of all rules, including draft and deprecated rules. The caller removes ended approvals from
 * `environment`. The rules use the ATT&CK release of this Kibana.
 */
export async function planRules(
  kibana: Kibana,
  rules: readonly Rule[],
  environment: Environment,
  options: EmitOptions & PlanChoices,
): Promise<DeployPlan> {
  const attack = await attackReleaseOf(kibana)
  const pack = emitPack(rules, environment, fieldCatalog(await loadMappings()), {
    ...options,
    ...(attack !== undefined && { attack }),
  })
  const wanted = { ...pack, rules: pack.rules as unknown as JsonObject[], off: rulesOff(rules, environment) }
  return planDeploy(kibana, wanted, options)
}
