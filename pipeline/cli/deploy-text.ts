import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { comparable } from '../../rules/lib/deploy/comparable.ts'
import type { RulePlan } from '../../rules/lib/deploy/plan.ts'
import type { OffReason } from '../../rules/lib/rule-state.ts'
import type { DeployPlan } from '../deploy/deploy.ts'
import type { ExceptionPlan } from '../deploy/exceptions.ts'
import { nameOf, type ObjectPlan, type ObjectsPlan, type RetiredObject } from '../deploy/saved-objects.ts'
import type { TimelinePlan } from '../deploy/timeline.ts'
import type { Written } from '../deploy/writer.ts'
import { printable } from './terminal.ts'

export function writtenLine({ what, refused }: Written): string {
  return refused === undefined ? `done  ${printable(what)}` : `REJECTED  ${printable(what)}: ${printable(refused)}`
}

/** Returns lines for the changes of a deployment, and for differences that the deployment leaves unchanged. */
export function planLines(plan: DeployPlan): string[] {
  return [
    ...plan.exceptions.map(exceptionLine),
    ...plan.rules.filter(({ kind }) => kind !== 'same').map(ruleLine),
    ...plan.rules.flatMap(stayingLines),
    ...plan.off.map(({ name, reason }) => `${offTexts[reason]}\n    ${printable(name)}`),
    ...plan.on.map(({ name }) => `disabled; deploy enables it\n    ${printable(name)}`),
    ...leftLines(plan),
    totals(plan),
  ]
}

/** Checks whether the deployment enables a rule that was not enabled before. */
const starts = ({ kind, body, current }: RulePlan): boolean =>
  (kind === 'create' || kind === 'update') && body.enabled === true && current?.enabled !== true

function totals({ rules, off, on }: DeployPlan): string {
  const started = on.length + rules.filter(starts).length
  const same = rules.filter(({ kind }) => kind === 'same').length
  const switched = [
    ...(off.length === 0 ? [] : [`, ${off.length} to be disabled`]),
    ...(started === 0 ? [] : [`, ${started} to be enabled`]),
  ].join('')
  return `${rules.length} rules: ${same} up to date, ${rules.length - same} different${switched}`
}

export function objectLines({ objects, retired }: ObjectsPlan): string[] {
  const same = objects.filter(({ kind }) => kind === 'same').length
  return [
    ...objects.filter(({ kind }) => kind !== 'same').map(objectLine),
    ...retired.map(retiredLine),
    `${objects.length} dashboards, Discover sessions, data views and tags: ${same} up to date, ${objects.length - same} different`,
  ]
}

/** How to delete an object that is not in the pack. */
const toDelete = (changed: true | undefined): string =>
  changed ? 'changed by a Kibana user; use --prune --overwrite to delete it' : 'use --prune to delete it'

export const retiredLine = ({ type, title, changed }: RetiredObject): string =>
  `not in the pack; ${toDelete(changed)}\n    ${type} ${printable(title)}`

export function objectLine({ kind, object }: ObjectPlan): string {
  const state =
    kind === 'drifted' ? 'CHANGED by a Kibana user since the last deployment; use --overwrite to replace it' : kind
  return `${state}\n    ${printable(nameOf(object))}`
}

export function timelineLine({ kind }: TimelinePlan): string {
  return `Timeline template: ${kind === 'same' ? 'up to date' : kind}`
}

const offTexts: Readonly<Record<OffReason, string>> = {
  disabled: 'ENABLED, but listed in rules.disabled of the environment file; deploy disables it',
  draft: 'ENABLED, but a draft; deploy disables it',
  deprecated: 'ENABLED, but deprecated; deploy disables it',
  experimental: 'ENABLED, but experimental and not listed in rules.enabled of the environment file; deploy disables it',
}

const kindTexts: Readonly<Record<RulePlan['kind'], string>> = {
  create: 'new',
  update: 'different',
  same: 'up to date',
  unknown: 'NOT DEPLOYED: Kibana has a rule with this ID from another source; use --overwrite to replace it',
  other_type: 'OTHER TYPE: Kibana cannot change the type of a rule; delete the rule in Kibana, then deploy again',
}

export function ruleLine(plan: RulePlan): string {
  const { kind, name, from, to, differing } = plan
  const versions = from === undefined || from === to ? `version ${to}` : `version ${from} → ${to}`
  const changes = kind === 'create' ? [] : differing.flatMap((member) => changeLines(plan, member))
  const state = starts(plan) ? `${kindTexts[kind]}; deploy enables it` : kindTexts[kind]
  return [state, `    ${printable(name)} (${versions})`, ...changes].join('\n')
}

export function stayingLines({ name, kept, conflicts }: RulePlan): string[] {
  const line = (state: string, members: readonly string[]) =>
    members.length === 0 ? [] : [`${state}\n    ${printable(name)}: ${members.join(', ')}`]
  return [
    ...line('changed by a Kibana user, kept', kept),
    ...line(
      "CONFLICT: changed both by a Kibana user and in the pack; use --overwrite to write the pack's value",
      conflicts,
    ),
  ]
}

const longest = 100
const mostLines = 5

function changeLines({ current, body }: RulePlan, member: string): string[] {
  const shown = (rule: JsonObject = {}) => linesOf(comparable(rule, [member])[member] ?? rule[member])
  const before = shown(current)
  const after = shown(body)
  const removed = before.filter((line) => !after.includes(line))
  const added = after.filter((line) => !before.includes(line))
  return [`      ${member}`, ...some('-', removed), ...some('+', added)]
}

function linesOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return value.split('\n')
  if (Array.isArray(value)) return value.map((element) => lineOf(element))
  return [lineOf(value)]
}

function lineOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function some(sign: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, mostLines).map((line) => {
    const text = printable(line)
    return `        ${sign} ${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}`
  })
  const more = lines.length - shown.length
  return more > 0 ? [...shown, `        ${sign} ${more} more lines`] : shown
}

export function exceptionLine({ kind, list, item, method }: ExceptionPlan): string {
  if (kind === 'drifted_item') {
    const change = method === 'DELETE' ? 'delete' : 'replace'
    return `CHANGED by a Kibana user: an exception item in list ${list}; use --overwrite to ${change} it\n    ${printable(item ?? list)}`
  }
  return `${kind.replace('_', ' ').padEnd(12)} ${printable(item ?? list)}`
}

export function leftLines({ left }: DeployPlan): string[] {
  return left.map(({ name, enabled, changed }) =>
    enabled
      ? `ENABLED, but not in the pack; ${toDelete(changed)}, or name its folder with --content\n    ${printable(name)}`
      : `not in the pack, left unchanged; ${toDelete(changed)}\n    ${printable(name)}`,
  )
}

export function briefly({ body, current: _, ...rest }: RulePlan) {
  return { ...rest, enabled: body.enabled === true }
}

export function briefItem({ kind, list, item }: ExceptionPlan): Pick<ExceptionPlan, 'kind' | 'list' | 'item'> {
  return { kind, list, ...(item !== undefined && { item }) }
}

export function briefObject({ kind, object }: ObjectPlan) {
  const { title, name } = isObject(object.attributes) ? object.attributes : {}
  return { kind, type: object.type, id: object.id, title: title ?? name }
}
