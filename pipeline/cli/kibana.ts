import type { Environment } from '../../mappings/environment/environment.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isSuppressed } from '../../rules/lib/deploy/comparable.ts'
import { type EmitOptions, emitPack } from '../../rules/lib/emit.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { rulesOff } from '../../rules/lib/rule-state.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { type Kibana, openKibana } from '../clients/kibana.ts'
import { type Runtime, realRuntime } from '../clients/retry.ts'
import { kibanaRetryPolicy } from '../clients/retry-policies.ts'
import type { Config } from '../config/config.ts'
import { type SettingKey, settings } from '../config/settings.ts'
import { type DeployPlan, type PlanChoices, planOn, readRules } from '../deploy/deploy.ts'
import { attackReleaseOf } from '../deploy/kibana-version.ts'
import { UsageError } from '../errors/usage-error.ts'
import { openSettings } from './config.ts'

const keys = (Object.keys(settings) as SettingKey[]).filter(
  (key) => key.startsWith('kibana.') && key !== 'kibana.systemPassword',
)

/** The settings for Kibana; without a configuration, the command reads only these settings from the environment. */
export const kibanaSettings = (config: Config | undefined): Config['kibana'] => (config ?? openSettings(keys)).kibana

interface Connection {
  /** Overrides KIBANA_SPACE. */
  readonly space?: string | undefined
  readonly settings: Config['kibana']
  readonly runtime?: Runtime
}

/** Connects to KIBANA_URL. Throws a UsageError if it is not set. */
export function connectKibana({ space, settings, runtime = realRuntime }: Connection): Kibana {
  const { url, apiKey, username: name, password, caFile: ca } = settings
  if (url === undefined)
    throw new UsageError(
      'KIBANA_URL is not set; set KIBANA_URL to the address of Kibana and KIBANA_API_KEY to a key that can manage rules',
    )
  return openKibana(
    {
      url,
      ...(apiKey !== undefined && { credentials: { apiKey } }),
      ...(name !== undefined && password !== undefined && { credentials: { name, password } }),
      ...present({ ca, space: space ?? settings.space }),
    },
    kibanaRetryPolicy(settings),
    runtime,
  )
}

export interface RulesPlan extends DeployPlan {
  /** The planned rules have alert suppression. */
  readonly suppression: boolean
}

/**
 * Plans the deployment of all rules, including draft and deprecated rules. The caller removes ended approvals from
 * `environment`. The rules use the ATT&CK release of this Kibana, and the alerts of its space. Without an option, they
 * have alert suppression if the deployed rules have it.
 */
export async function planRules(
  kibana: Kibana,
  rules: readonly Rule[],
  environment: Environment,
  options: EmitOptions & PlanChoices,
): Promise<RulesPlan> {
  const held = await readRules(kibana)
  const suppression = options.suppression ?? isSuppressed(held)
  const attack = await attackReleaseOf(kibana)
  const pack = emitPack(rules, environment, fieldCatalog(await loadMappings()), {
    ...options,
    suppression,
    ...(attack !== undefined && { attack }),
    space: kibana.space,
  })
  const wanted = { ...pack, rules: pack.rules as unknown as JsonObject[], off: rulesOff(rules, environment) }
  return { ...(await planOn(held, kibana, wanted, options)), suppression }
}
