// Are the rules of the pack deployed, as they are now, and do they run?
import type { Json } from '../../mappings/kernel/json.ts'
import { experimentalTag } from '../../rules/lib/emit.ts'
import type { DeployPlan } from '../deploy/deploy.ts'
import { type Diagnosis, fine, note, trouble } from './diagnosis.ts'

const area = 'kibana'

/** The result of a deployment plan for the rules in Kibana. */
export function lookAtRules({ rules, exceptions, off, on, left }: DeployPlan): Diagnosis[] {
  const of = (...kinds: string[]) => rules.filter(({ kind }) => kinds.includes(kind)).length
  const absent = of('create')
  const older = of('update')
  const others = rules.filter(
    ({ kind, conflicts }) => kind === 'unknown' || kind === 'other_type' || conflicts.length > 0,
  ).length
  const resting = rules.filter(
    ({ kind, body }) => kind !== 'create' && body.enabled !== true && !isExperimental(body.tags),
  ).length
  const running = left.filter(({ enabled }) => enabled).length
  const todo = 'run `consentry deploy --dry-run`, then `consentry deploy --yes`'
  return [
    ...(absent + older + others === 0 ? [fine(area, `all ${rules.length} rules are deployed in this version`)] : []),
    ...(absent > 0 ? [trouble(area, `${absent} of ${rules.length} rules are not deployed`, todo)] : []),
    ...(older > 0 ? [note(area, `${older} of ${rules.length} rules are deployed in an older version`, todo)] : []),
    ...(others > 0 ? [note(area, `${others} of ${rules.length} rules were changed in Kibana`, todo)] : []),
    ...(resting > 0 ? [note(area, `${resting} of ${rules.length} rules are disabled`, 'enable them in Kibana')] : []),
    ...(exceptions.length > 0
      ? [note(area, `${exceptions.length} exceptions differ from the environment file`, todo)]
      : []),
    ...(off.length > 0
      ? [trouble(area, `${off.length} rules run that are disabled, experimental, drafts or deprecated here`, todo)]
      : []),
    ...(on.length > 0
      ? [trouble(area, `${on.length} experimental rules do not run, and rules.enabled lists them`, todo)]
      : []),
    ...(running > 0
      ? [trouble(area, `${running} rules run that the pack does not have`, 'disable or delete them in Kibana')]
      : []),
  ]
}

/** An experimental rule rests until the environment names it. */
function isExperimental(tags: Json | undefined): boolean {
  return Array.isArray(tags) && tags.includes(experimentalTag)
}
