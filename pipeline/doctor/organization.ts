// The content of the environment file, and the rules that are blind or noisy without it.
import { type Environment, endOfApproval } from '../../mappings/environment/environment.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { blindRules, provenBy } from '../../rules/lib/blind-rules.ts'
import { checkEnvironment } from '../../rules/lib/check-environment.ts'
import { requirements } from '../../rules/lib/requirements.ts'
import { isShipped, type Rule } from '../../rules/lib/rule.ts'
import { fine, inWords, type Judgment, note, trouble } from './diagnosis.ts'

const soonMs = 30 * dayMs

/**
 * Checks the environment from `file` against all rules. `file` is undefined if there is no file. `stored` lists the datasets with documents; `now`
 * is in epoch milliseconds.
 */
export function lookAtOrganization(
  environment: Environment,
  file: string | undefined,
  rules: readonly Rule[],
  stored: readonly string[],
  now: number,
): Judgment[] {
  if (file === undefined)
    return [
      note(
        'no environment file: the names, domains, administrators and approved applications of the organization are unknown',
        'copy environment.example.yaml to environment.yaml',
      ),
    ]
  const { tenants, administrators, approvedApps } = environment
  const shipped = rules.filter(isShipped)
  const available = [...environment.available, ...provenBy(stored)]
  return [
    fine(`${file}: ${tenants.length} tenants, ${approvedApps.length} approved applications`),
    ...(tenants.length === 0
      ? [note('no tenants listed: foreign tenants cannot be detected', 'list the tenants under `tenants`')]
      : []),
    ...(administrators.length === 0
      ? [
          note(
            'no administrators listed: only their roles identify them',
            'list the administrators under `administrators`',
          ),
        ]
      : []),
    ...lookAtApprovals(environment, now),
    ...checkEnvironment(environment, rules, file).map(({ level, path, message, hint = '' }) =>
      (level === 'error' ? trouble : note)(`${path}: ${message}`, hint),
    ),
    ...blindRules({ ...environment, available }, shipped).map(({ requirement, rules: blind }) =>
      note(
        `rules without input: ${blind.length} of ${shipped.length} rules need ${requirement} (${requirements[requirement].is})`,
        `${requirements[requirement].todo}; if the records exist, list the requirement under \`available\``,
      ),
    ),
  ]
}

function lookAtApprovals({ approvedApps }: Environment, now: number): Judgment[] {
  return approvedApps.flatMap((approval) => {
    const left = endOfApproval(approval) - now
    if (left > soonMs) return []
    const name = approval.name ?? approval.id
    const message =
      left < 0
        ? `the approval of ${name} expired on ${approval.expires}`
        : `the approval of ${name} expires in ${inWords(left)}`
    return [note(message, 'renew or remove the approval')]
  })
}
