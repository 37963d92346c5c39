// The owner of an application by ID and owner tenant, its use in known attacks, and the imitation in its name.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { type BoundedCache, boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { type FirstPartyApp, firstPartyApp, knownAbusedApp, knownAbusedName } from '../../mappings/knowledge/apps.ts'
import type { AbusedEntry } from '../../mappings/knowledge/load.ts'
import {
  domainNames,
  isNamedAfter,
  lookalikeOf,
  type NameFlag,
  nameFlags,
  type Platform,
} from '../../mappings/knowledge/names.ts'

type App = NonNullable<OauthGroup['app']>

/** The list entries for an application, by its ID and owner. */
interface KnownApp {
  readonly first: FirstPartyApp | undefined
  readonly abused: AbusedEntry | undefined
}

const googleProject = /^(\d+)(?:\.apps\.googleusercontent\.com)?$/
const unknownApp: KnownApp = { first: undefined, abused: undefined }

const harmless: ReadonlySet<AbusedEntry['verdict']> = new Set(['first-party-dual-use', 'mail-client', 'developer-tool'])

/**
 * `known_abused` is true for an ID on the list. It is absent for the vendor's own clients that intruders use, mail
 * programs, tools of developers, and names without a published ID. Their verdicts: `first-party-dual-use`,
 * `mail-client`, `developer-tool`, `name-only`.
 */
function enrichAbuse(app: App, { first, abused }: KnownApp): void {
  if (abused) {
    if (!harmless.has(abused.verdict)) app.known_abused = true
    app.known_abused_name = abused.name
    app.known_abused_verdict = abused.verdict
  } else if (first?.abuse !== undefined) {
    app.known_abused_verdict = 'first-party-dual-use'
  } else if (!app.first_party && app.name !== undefined) {
    const byName = knownAbusedName(app.name)
    if (byName === undefined) return
    app.known_abused_name = byName.name
    app.known_abused_verdict = 'name-only'
  }
}

/** Returns the names of an actor that is a person. An acting application records its own name as the user's name. */
function actorNames({ user, oauth }: EcsDocument): string[] {
  if (user === undefined || oauth?.actor_app !== undefined) return []
  const addresses = [user.email, user.name, user.id].filter((text) => text?.includes('@'))
  if (addresses.length === 0) return []
  return [...new Set([...addresses, user.name, user.full_name])].filter((name) => name !== undefined)
}

export function makeEnrichApp(environment: Environment): (document: EcsDocument, app: App, platform: Platform) => void {
  const tenantNames = [...environment.names, ...environment.tenants.flatMap(({ name }) => name ?? [])]
  const { domains } = environment
  const ownNames = [...new Set([...tenantNames, ...domainNames(domains)])]
  const ownTenants = new Set(environment.tenants.map(({ id }) => id.toLowerCase()))
  const flagsOf = boundedCache<readonly NameFlag[]>()
  const knownApps: Readonly<Record<Platform, BoundedCache<KnownApp>>> = {
    microsoft: boundedCache({ limit: 2_000, keyLength: 100 }),
    google: boundedCache({ limit: 2_000, keyLength: 100 }),
  }

  function knownApp(
    { id: client, registration_id: registration, owner_tenant: owner }: App,
    platform: Platform,
  ): KnownApp {
    // Activity in Google's own services records only a project, or the oldest client of a project.
    const id = client ?? googleProject.exec(registration ?? '')?.[1]
    if (id === undefined) return unknownApp
    // The length separates the ID from the owner: third parties control both parts of the key.
    return knownApps[platform](`${id.length}:${id}${owner ?? ''}`, () => {
      const first = firstPartyApp(id, owner)
      const abused = knownAbusedApp(client ?? `${id}.apps.googleusercontent.com`)
      return { first: first?.vendor === platform ? first : undefined, abused }
    })
  }

  function enrichOwner(document: EcsDocument, app: App, first: FirstPartyApp | undefined, platform: Platform): void {
    // Google publishes no list of its clients: an ID that is missing here has no meaning.
    if (first) app.first_party ??= true
    else if (platform === 'microsoft' && app.id !== undefined) app.first_party ??= false
    if (app.first_party && first?.name !== undefined) app.first_party_name ??= first.name
    const owner = app.owner_tenant?.toLowerCase()
    const tenant = document.organization?.id?.toLowerCase()
    if (owner !== undefined && (tenant !== undefined || ownTenants.size > 0))
      app.own_tenant ??= owner === tenant || ownTenants.has(owner)
  }

  function enrichName(document: EcsDocument, app: App, name: string, platform: Platform): void {
    const foreign = app.own_tenant === false
    const imitated = lookalikeOf(name, ownNames, { platform, foreign })
    if (imitated !== undefined) app.lookalike_of = imitated
    const lasting = flagsOf(`${platform}\n${name}`, () => nameFlags(name, { tenantNames, domains, platform }))
    // The name of a service account comes from its address, even if the account itself is the actor.
    const isActor = app.kind !== 'service_account' && isNamedAfter(name, actorNames(document))
    const flags = isActor ? ['actor_name' as const, ...lasting] : lasting
    if (flags.length > 0) app.name_flags = [...new Set([...(app.name_flags ?? []), ...flags])]
  }

  return (document, app, platform) => {
    const known = knownApp(app, platform)
    enrichOwner(document, app, known.first, platform)
    enrichAbuse(app, known)
    if (!app.first_party && app.name) enrichName(document, app, app.name, platform)
  }
}
