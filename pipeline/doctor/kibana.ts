// Checks whether the rules of the pack are deployed in their current form, and whether they run.
import type { Json } from '../../mappings/kernel/json.ts'
import { needsDecision } from '../../rules/lib/deploy/plan.ts'
import { experimentalTag } from '../../rules/lib/emit.ts'
import type { DeployPlan } from '../deploy/deploy.ts'
import { fine, type Judgment, note, trouble } from './diagnosis.ts'

/** `deploy` is the command that makes the plan. */
export function lookAtRules({ rules, exceptions, off, on, left }: DeployPlan, deploy: string): Judgment[] {
  const of = (...kinds: string[]) => rules.filter(({ kind }) => kinds.includes(kind)).length
  const absent = of('create')
  const older = of('update')
  const others = rules.filter(needsDecision).length
  const resting = rules.filter(
    ({ kind, body }) => kind !== 'create' && body.enabled !== true && !isExperimental(body.tags),
  ).length
  const running = left.filter(({ enabled }) => enabled).length
  const todo = `run \`${deploy} --dry-run\`, then \`${deploy} --yes\``
  const why = `run \`${deploy} --dry-run\`: it prints the reason for each rule`
  const all = rules.length
  const rows = [
    [absent, trouble, `rules that are not deployed: ${absent} of ${all}`, todo],
    [older, note, `rules that differ from the pack or the environment file: ${older} of ${all}`, todo],
    [others, note, `rules that a deployment does not change: ${others} of ${all}`, why],
    [resting, note, `disabled rules: ${resting} of ${all}`, 'enable them in Kibana'],
    [exceptions.length, note, `exceptions that differ from the environment file: ${exceptions.length}`, todo],
    [off.length, trouble, `disabled, experimental, draft or deprecated rules that run: ${off.length}`, todo],
    [on.length, trouble, `experimental rules in rules.enabled that do not run: ${on.length}`, todo],
    [running, trouble, `rules that run and are not in the pack: ${running}`, 'disable or delete them in Kibana'],
  ] as const
  return [
    ...(absent + older + others === 0 ? [fine(`rules deployed in this version: ${all} of ${all}`)] : []),
    ...rows.flatMap(([number, judge, message, hint]) => (number === 0 ? [] : [judge(message, hint)])),
  ]
}

/** Returns true for an experimental rule, which stays disabled until the environment names it. */
function isExperimental(tags: Json | undefined): boolean {
  return Array.isArray(tags) && tags.includes(experimentalTag)
}
