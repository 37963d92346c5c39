// The lines of the environment file that would have prevented an alert. The rule determines whether a line may silence
// it: an approval never silences a rule for a takeover.
import type { Approval, Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Alert } from './alert.ts'
import { approvalKind } from './approvals.ts'
import type { Rule } from './rule.ts'

export interface QuietingLine {
  /** The line as written in `environment.yaml`. */
  readonly text: string
  readonly apply: (environment: Environment) => Environment
}

/** Approvals in a backtest apply to every document. */
const farAway = '9999-12-31'

/** The facts that a line may name: the application, the account and the address behind an alert. */
export interface Subject {
  readonly app?: string | undefined
  readonly name?: string | undefined
  readonly tier?: Approval['tier'] | undefined
  readonly email?: string | undefined
  readonly address?: string | undefined
}

export function subjectOfAlert({ oauth, user, source, terms = {} }: Alert): Subject {
  return {
    app: oauth?.app?.id ?? terms['oauth.app.id'] ?? terms['service.id'],
    name: oauth?.app?.name,
    tier: oauth?.grant?.tier ?? oauth?.app?.tier_held,
    email: user?.email ?? terms['user.email'],
    address: source?.ip ?? terms['source.ip'],
  }
}

export function subjectOfDocument({ oauth, user, source }: EcsDocument): Subject {
  return {
    app: oauth?.app?.id,
    name: oauth?.app?.name,
    tier: oauth?.grant?.tier ?? oauth?.app?.tier_held,
    email: user?.email,
    address: source?.ip,
  }
}

/** Returns the lines that apply, narrowest first. A rule that no narrower line silences can only be disabled. */
export function quietingLines(rule: Rule, subject: Subject): QuietingLine[] {
  const narrow = [...approvalLine(rule, subject), ...administratorLine(rule, subject), ...networkLine(rule, subject)]
  return narrow.length > 0 ? narrow : [disablingLine(rule)]
}

function approvalLine(rule: Rule, { app: id, name, tier = 'critical' }: Subject): QuietingLine[] {
  const use = approvalKind(rule)
  if (use === undefined || id === undefined) return []
  const approval = {
    id,
    ...(name !== undefined && { name }),
    tier,
    uses: [use],
    owner: '',
    reason: '',
    expires: farAway,
  }
  const members = [`id: ${quoted(id)}`, ...(name === undefined ? [] : [`name: ${quoted(name)}`]), `tier: ${tier}`]
  return [
    {
      text: `approvedApps: [{ ${members.join(', ')}, uses: [${use}], owner: …, reason: …, expires: … }]`,
      apply: (environment) => ({ ...environment, approvedApps: [...environment.approvedApps, approval] }),
    },
  ]
}

function administratorLine(rule: Rule, { email }: Subject): QuietingLine[] {
  if (rule.skipsAdministrators !== true || email === undefined) return []
  return [
    {
      text: `administrators: [${quoted(email)}]`,
      apply: (environment) => ({ ...environment, administrators: [...environment.administrators, email] }),
    },
  ]
}

function networkLine(rule: Rule, { address }: Subject): QuietingLine[] {
  if (rule.skipsOwnNetworks !== true || address === undefined) return []
  const network = `${address}/${address.includes(':') ? 128 : 32}`
  return [
    {
      text: `networks: [${quoted(network)}]`,
      apply: (environment) => ({ ...environment, networks: [...environment.networks, network] }),
    },
  ]
}

function disablingLine({ id, name }: Rule): QuietingLine {
  return {
    text: `rules: { disabled: [${id}] } # ${name}`,
    apply: (environment) => ({
      ...environment,
      rules: { ...environment.rules, disabled: [...environment.rules.disabled, id] },
    }),
  }
}

/** A JSON string is a YAML string. */
const quoted = (text: string) => JSON.stringify(text)
