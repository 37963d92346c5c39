// The review of applications: list them, show the history of one, approve it, contain it.
import { existsSync } from 'node:fs'
import {
  type Approval,
  type Environment,
  endOfApproval,
  isApplicationId,
} from '../../mappings/environment/environment.ts'
import { isEndOfApproval, parseEnvironment } from '../../mappings/environment/load.ts'
import { defaultEnvironmentPath } from '../../mappings/environment/path.ts'
import { formatDiagnostic, hasErrors } from '../../mappings/kernel/diagnostic.ts'
import { folded } from '../../mappings/kernel/folded.ts'
import { typedGuid } from '../../mappings/kernel/guid.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { present } from '../../mappings/kernel/present.ts'
import { clientNamed, firstPartyApp } from '../../mappings/knowledge/apps.ts'
import { withClient } from '../clients/elasticsearch.ts'
import { settings } from '../config/settings.ts'
import { isPath } from '../config/unreadable-file.ts'
import { Readability } from '../decode/readability.ts'
import { hourOf, isoTime } from '../entity-store/age.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { unknownTenant } from '../entity-store/tenants.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { tenantInWords } from '../hunt/report/app-facts.ts'
import { count } from '../hunt/report/words.ts'
import { Names } from '../hunt/view/names.ts'
import { addApproval } from '../review/approve.ts'
import { containApp } from '../review/containment/contain.ts'
import { stepParts } from '../review/containment/containment.ts'
import { isStanding } from '../review/grants.ts'
import { Horizon } from '../review/horizon.ts'
import { inventoryOfElasticsearch, inventoryOfRecords } from '../review/load.ts'
import { isApplication, type ReviewedApp, reviewApps, reviewTime } from '../review/review.ts'
import { appInJson, formatApp, formatApps } from './apps-text.ts'
import { openChain } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import type { ListFormat } from './listing.ts'
import { fileBehind, writeOutFile } from './output.ts'
import { readWithProgress } from './progress.ts'
import { printResult } from './result.ts'
import { printable } from './terminal.ts'
import { notFound, reportUnread, severalMatch, unreadLines } from './unread.ts'

export interface ApproveOptions extends AppsOptions {
  readonly reason: string
  readonly name?: string
  readonly ownerTenant?: string
  readonly tier: Approval['tier']
  readonly uses?: Approval['uses']
  readonly owner: string
  readonly expires: string
}

export interface AppsOptions extends CommonOptions {
  readonly format?: ListFormat
  readonly firstParty?: boolean
  /** The tenant of the application, if several tenants have it. */
  readonly tenant?: string
  /** An account, or a part of its address. */
  readonly account?: string
}

export function listFormatOf({ format = 'table', json }: AppsOptions): ListFormat {
  return json === true ? 'json' : format
}

/** A review, and the time that it describes, in epoch milliseconds. */
export interface Review {
  readonly apps: readonly ReviewedApp[]
  readonly environment: Environment
  readonly now: number
  /** The usable part of the export; without inputs, of the service's entity store. */
  readonly readability: Readability
  readonly searched: () => string
}

/** The applications of an export at its last event; without paths, of the service's entity store, as of now. */
export async function reviewOf(paths: readonly string[], options: AppsOptions): Promise<Review> {
  const readability = new Readability()
  if (paths.length > 0) {
    const { chain, environment } = await openChain(options)
    const { store, lastEvent, tenantNames } = await inventoryOfRecords(
      readWithProgress(paths, readability, options),
      chain,
      readability,
      new Horizon(() => new Date()),
    )
    const now = reviewTime([lastEvent], new Date())
    const apps = listed(reviewApps(store, environment, now, tenantNames), options)
    return { apps, environment, now, readability, searched: () => logsIn(store) }
  }
  refuseUnnamedStore(options)
  const config = openConfig(options.config)
  const environment = await openEnvironment(environmentFile(options.environment, config))
  const store = await withClient(config.elasticsearch, (client) => inventoryOfElasticsearch(client, config.namespace))
  const now = Date.now()
  const apps = listed(reviewApps(store, environment, now), options)
  return { apps, environment, now, readability, searched: () => logsIn(store) }
}

/** The logs in an entity store, each with its period: `o365.audit 2026-03-01 to 2026-03-11, … (UTC)`. */
function logsIn(store: InMemoryStore): string {
  const days = new Map<string, string[]>()
  for (const { id, entity } of store.entities('log_sources'))
    for (const at of [entity.first_seen, ...(entity.seen ?? [])])
      if (at !== undefined) lookedUp(days, id.ids[0] as string, () => []).push(isoTime(at).slice(0, 10))
  const periods = [...days].map(([dataset, unsorted]) => {
    const [first, last] = [unsorted.toSorted()[0], unsorted.toSorted().at(-1)]
    return `${dataset} ${first}${first === last ? '' : ` to ${last}`}`
  })
  return periods.length === 0 ? 'no records' : `${periods.sort().join(', ')} (UTC)`
}

/** A new user has no Elasticsearch. Without this check, a connection fails late, with a message about servers. */
function refuseUnnamedStore({ config }: AppsOptions): void {
  if (config !== undefined || settings['elasticsearch.urls'].env.some((name) => (process.env[name] ?? '') !== ''))
    return
  throw new UsageError(
    'no exported logs and no entity store: add the paths of exported logs, or set ES_URL or --config to read the entity store of the service',
  )
}

function listed(apps: readonly ReviewedApp[], { firstParty }: AppsOptions): ReviewedApp[] {
  return apps.filter((app) => firstParty === true || isApplication(app))
}

/** Returns the applications that an account owns or changed, or for which it granted or holds access. */
export function appsOfAccount(apps: readonly ReviewedApp[], account: string): ReviewedApp[] {
  const wanted = folded(account.trim())
  return apps.filter(({ owners, history, grants }) =>
    [
      ...owners,
      ...history.flatMap(({ by }) => by ?? []),
      ...grants.flatMap(({ principal, grantedBy }) => [principal, grantedBy ?? '']),
    ].some((each) => folded(each).includes(wanted)),
  )
}

function activity({ grants, lastUsed }: ReviewedApp): string {
  const use = lastUsed === undefined ? 'no recorded use' : `used in ${hourOf(lastUsed)}`
  return `${count(grants.filter(isStanding).length, 'active grant')}, ${use}`
}

async function findApp(
  given: string,
  paths: readonly string[],
  options: AppsOptions,
): Promise<Pick<Review, 'readability'> & { app: ReviewedApp }> {
  const id = typedGuid(given)
  const { apps, readability, searched } = await reviewOf(paths, { ...options, firstParty: true })
  const names = new Names()
  for (const app of apps)
    names.add(
      [app.id, ...app.otherIds].map((each) => each.toLowerCase()),
      app.names,
    )
  const found = names.find(id)
  const [only] = found
  const known = clientNamed(id)
  const client = known ?? firstPartyApp(id)
  if (only === undefined && client !== undefined)
    throw new UsageError(
      `${printable(known?.id ?? id)} is a client of the vendor (${client.name || 'first-party application'}), which works without a grant and has no entry in the entity store; run \`consentry hunt\` on the same paths: the report contains its history, and the commands for the accounts with alerts`,
    )
  if (only === undefined)
    throw notFound(
      `${printable(id)}: no record names this application; searched: ${printable(searched())}. Run \`consentry apps list\` with the same paths to list the applications and their IDs`,
      readability,
    )
  const all = found.length === 1 ? apps.filter((each) => only.ids.has(each.id.toLowerCase())) : []
  // Client IDs are the same in all tenants, object IDs are not.
  const exact = all.filter((each) => [each.id, ...each.otherIds].includes(id.trim().toLowerCase()))
  const named = exact.length > 0 ? exact : all
  const wanted = options.tenant === undefined ? undefined : typedGuid(options.tenant).toLowerCase()
  const inTenant = named.filter(
    ({ tenant, tenantNames }) =>
      wanted === undefined || [tenant || unknownTenant, ...tenantNames].some((each) => each.toLowerCase() === wanted),
  )
  const [app, ...others] = inTenant
  if (app !== undefined && others.length === 0) return { app, readability }
  if (named.length > 0)
    throw new UsageError(
      [
        `${printable(id)}: ${count(named.length, 'tenant')} ${named.length === 1 ? 'has' : 'have'} this application${wanted === undefined ? '; add' : `, but not the tenant ${printable(options.tenant ?? '')}; correct`} --tenant with the name or ID of one tenant:`,
        ...named.map((each) => `    ${printable(tenantInWords(each))}: ${activity(each)}`),
      ].join('\n'),
    )
  throw severalMatch(
    id,
    'applications',
    found.map(({ name, ids }) => {
      const match = apps.find((each) => ids.has(each.id.toLowerCase()))
      return match === undefined ? name : `${name}: ${activity(match)}`
    }),
  )
}

export async function appsListCommand(paths: readonly string[], options: AppsOptions): Promise<ExitCode> {
  const { apps, readability } = await reviewOf(paths, options)
  const { account } = options
  const shown = account === undefined ? apps : appsOfAccount(apps, account)
  if (account !== undefined && shown.length === 0)
    throw notFound(
      `--account ${printable(account)}: no record shows that this account owns or changed an application, or that it granted or holds access`,
      readability,
    )
  const code = reportUnread(readability.unread())
  console.log(formatApps(shown, listFormatOf(options)))
  return code
}

export async function appsShowCommand(id: string, paths: readonly string[], options: AppsOptions): Promise<ExitCode> {
  const { app, readability } = await findApp(id, paths, options)
  const code = reportUnread(readability.unread())
  printResult(options, appInJson(app), () => formatApp(app))
  return code
}

export async function appsContainCommand(
  id: string,
  paths: readonly string[],
  options: AppsOptions,
): Promise<ExitCode> {
  const { app, readability } = await findApp(id, paths, options)
  const code = reportUnread(readability.unread())
  const { breaks, steps, gaps } = containApp(app)
  const [name] = app.names
  const what = name === undefined ? printable(app.id) : `${printable(JSON.stringify(name))} (${printable(app.id)})`
  printResult(options, { id: app.id, name, tenant: app.tenant, breaks, steps, gaps }, () => [
    `# Containment of ${what} ${app.tenant === '' ? 'in a tenant that no record names' : `in the tenant ${printable(tenantInWords(app))}`}.${steps.length === 0 ? '' : ' Review these commands, then run them. No changes were made.'}`,
    ...breaks.map((line) => `# ${printable(line)}`),
    ...stepParts(steps).flatMap(({ heading, steps: some }) => [
      ...(heading === '' ? [] : [`\n# ${heading.toUpperCase()}`]),
      ...some.map(({ what, command }) => `\n# ${printable(what)}\n${printable(command)}`),
    ]),
    ...gaps.map((gap) => `\n# Not covered: ${printable(gap)}`),
  ])
  return code
}

/** The ID of an approval: as it is, or of the only application with this name or part of an ID in the records. */
async function idToApprove(given: string, paths: readonly string[], options: ApproveOptions): Promise<string> {
  const id = typedGuid(given)
  if (isApplicationId(id)) return id
  const { app, readability } = await findApp(given, paths, options)
  const unread = readability.unread()
  // The unread part may contain another application with this name.
  if (unread !== undefined) {
    const todo = `${printable(id)} was not approved: use the ID of the application instead of its name`
    throw new DependencyError('input_unread', [...unreadLines(unread), todo].join('\n'))
  }
  if (isApplicationId(app.id)) return app.id
  throw new UsageError(`${printable(app.id)} is not a complete application ID; use the client ID of the application`)
}

export async function appsApproveCommand(
  given: string,
  paths: readonly string[],
  options: ApproveOptions,
): Promise<ExitCode> {
  if (!isEndOfApproval(options.expires))
    throw new UsageError(
      `--expires ${printable(options.expires)} is not a date; use a date such as 2027-03-31, or a time such as 2027-03-31T12:00Z`,
    )
  if (endOfApproval(options) < Date.now())
    throw new UsageError(`--expires ${printable(options.expires)} is in the past; use the last day of the approval`)
  // The setting may name a file that does not exist yet.
  const setting = (process.env[settings.environment.env[0]] ?? '').trim()
  const named = options.environment ?? (setting === '' ? defaultEnvironmentPath : setting)
  if (!isPath(named))
    throw new UsageError(
      `${options.environment === undefined ? settings.environment.env[0] : '--environment'}: the value must be a path`,
    )
  const path = fileBehind(named)
  const exists = existsSync(path)
  const environment = exists ? await openEnvironment(path) : undefined
  const { environment: file, ...others } = options
  const id = await idToApprove(given, paths, { ...others, ...(exists && present({ environment: file })) })
  const renewed = environment?.approvedApps.find((approved) => approved.id === id.toLowerCase())
  const uses = options.uses ?? renewed?.uses ?? ['consent', 'use']
  const before = exists ? readNamedText(path) : 'version: 1\n'
  const { tier, owner, reason, expires, name, ownerTenant } = options
  const noted = present({ name, ownerTenant })
  const { text: after, replaced } = addApproval(before, { id, reason, owner, tier, expires, ...noted, uses })
  const { diagnostics } = parseEnvironment(after, path)
  if (hasErrors(diagnostics)) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'))
  await writeOutFile(path, after)
  const verb = replaced ? 'replaced the approval of' : 'approved'
  printResult(options, { id, file: named, replaced }, () => [
    `${verb} ${printable(id)} in ${named} for ${uses.join(', ')}, up to tier ${options.tier}, until ${options.expires}`,
    'Rules on a takeover (credentials, owners, redirect URIs, new networks, ended accounts) still raise alerts.',
  ])
  return exitCodes.done
}
