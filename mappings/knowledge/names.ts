// Names of applications: the imitated brand, and risk indicators.
import { boundedCache } from '../kernel/bounded-cache.ts'
import { lookedUp } from '../kernel/looked-up.ts'
import { type Brand, brands, lazy, microsoftFirstPartyApps } from './load.ts'
import { nameLimit, nameSkeleton, nameWords, plainName } from './skeleton.ts'

/** The platform that shows the name. An exact Microsoft name is an imitation in Entra, but normal at Google. */
export type Platform = 'microsoft' | 'google'

/** `exact`: the reason why the undisguised name is already an imitation, or `no`. */
interface Imitated {
  readonly name: string
  /** The spelling that was found, if it is not the name: the name in another script. */
  readonly spelling?: string
  readonly exact: 'microsoft' | 'own' | 'no'
}

const microsoftWord = /^(?:microsoft|office ?365|o365|sharepoint|onedrive|outlook|azure|exchange|power ?bi)\b/i

/** Maps a skeleton to a brand. Microsoft's application names count as brands if they begin with a Microsoft word. */
const brandsBySkeleton = lazy(() => {
  const map = new Map<string, Imitated>()
  for (const { name, vendor, aliases = [] } of brands()) {
    const exact = vendor === 'microsoft' ? 'microsoft' : 'no'
    map.set(nameSkeleton(name), { name, exact })
    for (const spelling of aliases) map.set(nameSkeleton(spelling), { name, exact, spelling })
  }
  for (const { name } of microsoftFirstPartyApps()) {
    const skeleton = nameSkeleton(name)
    if (microsoftWord.test(name) && !map.has(skeleton)) map.set(skeleton, { name, exact: 'microsoft' })
  }
  return map
})

/** Shorter look-alikes are coincidences. */
const shortest = 4
const longestRun = 5
const year = /^(?:19|20)\d\d$/

/** `whole`: the brand that equals the whole name. `disguised`: the brand that several words spell only in disguise. */
interface Imitations {
  readonly whole: Imitated | undefined
  readonly disguised: Imitated | undefined
}

type Find = (name: string) => Imitations

function makeFind(ownNames: readonly string[]): Find {
  const own = new Map<string, Imitated>()
  for (const name of ownNames) {
    const skeleton = nameSkeleton(name)
    if (!own.has(skeleton)) own.set(skeleton, { name, exact: 'own' })
  }
  const lookUp = (skeleton: string, least = shortest): Imitated | undefined =>
    skeleton.length < least ? undefined : (own.get(skeleton) ?? brandsBySkeleton().get(skeleton))
  const inDisguise = (text: string, skeleton = nameSkeleton(text)): Imitated | undefined => {
    const found = lookUp(skeleton)
    return found && plainName(text) !== plainName(found.spelling ?? found.name) ? found : undefined
  }
  const ofRuns = (words: readonly string[]): Imitated | undefined => {
    const skeletons = words.map((word) => nameSkeleton(word))
    for (let length = Math.min(longestRun, words.length); length > 0; length--)
      for (let from = 0; from + length <= words.length; from++) {
        const to = from + length
        const found = inDisguise(words.slice(from, to).join(' '), skeletons.slice(from, to).join(''))
        if (found) return found
      }
    return undefined
  }
  const found = boundedCache<Imitations>()
  return (name) =>
    found(name, () => {
      const words = nameWords(name)
      const dated = words.length > 1 && year.test(words.at(-1) ?? '')
      const undated = dated ? lookUp(nameSkeleton(words.slice(0, -1).join(' '))) : undefined
      return { whole: lookUp(nameSkeleton(name), 1) ?? undated, disguised: inDisguise(name) ?? ofRuns(words) }
    })
}

const finders = new WeakMap<readonly string[], Find>()

export interface LookalikeOptions {
  readonly platform?: Platform
  /** True when the application is known to be registered in a tenant that is not ours. */
  readonly foreign?: boolean
}

/**
 * Returns the brand or own name that an application name imitates. Call it only for applications that do not belong to
 * the vendor. A disguised spelling (`rnicrosoft`, Cyrillic letters, 0 for O, invisible characters) of any brand or own
 * name always counts, also as part of the name. A plain Microsoft name counts on Microsoft's platform, also with a year
 * at the end (`OneDrive-2025`). A plain own name counts if the application is foreign. A plain `DocuSign` does not
 * count, because it may belong to DocuSign. The index of own names is cached by array, so pass the same array.
 */
export function lookalikeOf(
  name: string,
  ownNames: readonly string[],
  { platform = 'microsoft', foreign = false }: LookalikeOptions = {},
): string | undefined {
  const find = lookedUp(finders, ownNames, () => makeFind(ownNames))
  const { whole, disguised } = find(name.slice(0, nameLimit))
  if (disguised) return disguised.name
  if (whole?.exact === 'microsoft') return platform === 'microsoft' ? whole.name : undefined
  return whole?.exact === 'own' && foreign ? whole.name : undefined
}

export type NameFlag =
  | 'actor_name'
  | 'tenant_name'
  | 'tenant_words'
  | 'punctuation'
  | 'generic'
  | 'reserved'
  | 'lure'
  | 'lure_words'

export interface NameContext {
  /** Addresses and names of the actor. */
  readonly actorNames?: readonly string[]
  readonly tenantNames?: readonly string[]
  readonly domains?: readonly string[]
  readonly platform?: Platform
}

/** Throw-away names of phishing kits and of intruders who register inside the tenant, without trailing digits. */
const genericNames = new Set(
  `a api app application apps azuread bar client default demo dev foo graph hello local localhost login myapp mytest new
  newapp newapplication noname oauth oauthapp oauthtest poc prod sample sampleapp sandbox script sso temp test testapp
  testapplication testing testoauth tests tmp tool untitled webapp webapplication website xxx xyz`.split(/\s+/),
)

/** Skeletons of a brand in all scripts. */
const spellings = ({ name, aliases = [] }: Brand): string[] => [name, ...aliases].map((each) => nameSkeleton(each))

/** Scripts without spaces: a name and the next word are written together. */
const unspaced = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

interface ReservedNames {
  readonly names: ReadonlySet<string>
  readonly unspaced: readonly string[]
}

function reservedOf(platform: Platform): ReservedNames {
  const reserved = brands().filter((brand) => brand.reserved && brand.vendor === platform)
  const names = new Set(reserved.flatMap(spellings))
  return { names, unspaced: [...names].filter((name) => unspaced.test(name)) }
}

const reservedNames = lazy(
  (): Readonly<Record<Platform, ReservedNames>> => ({
    microsoft: reservedOf('microsoft'),
    google: reservedOf('google'),
  }),
)

/** `Backup for OneDrive` names the product with which it works. `OneDrive Backup` uses the product name as its own. */
const connecting = new Set(['for', 'by', 'with', 'to', 'from', 'in', 'on', 'of', 'and', 'into', 'via', 'für', 'pour'])

/** Ordinary words that are names of Microsoft in front of a word for signing in: `Office Portal Login`. */
const productWords = new Set(['office', 'teams'])
const accessWords = new Set(['login', 'signin', 'logon', 'portal', 'online', 'account', 'security', 'verification'])

function hasReservedName(words: readonly string[], platform: Platform): boolean {
  const reserved = reservedNames()[platform]
  return words.some((word, i) => {
    if (i > 0 && connecting.has((words[i - 1] as string).toLowerCase())) return false
    const skeleton = nameSkeleton(word)
    const next = words[i + 1] ?? ''
    if (platform === 'microsoft' && productWords.has(word.toLowerCase()) && accessWords.has(next.toLowerCase()))
      return true
    if (unspaced.test(word) && reserved.unspaced.some((name) => skeleton.startsWith(name))) return true
    return reserved.names.has(skeleton) || reserved.names.has(skeleton + nameSkeleton(next))
  })
}

/** Checks whether a name begins with one of these names and continues: `Northpier Intranet Login`. */
function continues(words: readonly string[], names: readonly string[]): boolean {
  return words.some((_, i) => {
    const beginning = words.slice(0, i + 1).join(' ')
    return i + 1 < words.length && names.some((name) => spellsLike(nameSkeleton(beginning), name))
  })
}

/** Skeletons of names in consent phishing (Adobe, DocuSign, RingCentral, others): https://www.proofpoint.com/us/blog */
const lures = lazy(
  () =>
    new Map(
      brands().flatMap((brand) => (brand.lure ? spellings(brand).map((name) => [name, brand.vendor] as const) : [])),
    ),
)

/**
 * Checks whether a name begins with the name of another vendor's product: `DocuSign`, `Adobe Drive X`. At Google, a
 * product of Google may be Google's own client: no list contains them all.
 */
function isLure(words: readonly string[], platform: Platform): boolean {
  return words.some((_, i) => {
    const vendor = lures().get(nameSkeleton(words.slice(0, i + 1).join(' ')))
    return vendor !== undefined && vendor !== platform
  })
}

function isGeneric(name: string): boolean {
  if (nameSkeleton(name) === '') return false
  const plain = plainName(name)
  const stem = /^\p{N}+$/u.test(plain) ? '' : plain.replace(/(?<!\p{N})\p{N}{1,8}$/u, '')
  return stem.length < 2 || genericNames.has(stem)
}

/** Checks whether `text` has this skeleton. A match of a single letter is a coincidence. */
function spellsLike(skeleton: string, text: string): boolean {
  return skeleton.length > 1 && nameSkeleton(text) === skeleton
}

/** Returns true if the application has one of these names, or the local part of one of these addresses. */
export function isNamedAfter(name: string, actorNames: readonly string[]): boolean {
  const skeleton = nameSkeleton(name)
  return actorNames.some((actor) => {
    const at = actor.lastIndexOf('@')
    return spellsLike(skeleton, actor) || (at > 0 && spellsLike(skeleton, actor.slice(0, at)))
  })
}

/** Returns each domain, and the owner in a domain with two labels: `northpier.example` belongs to Northpier. */
export function domainNames(domains: readonly string[]): string[] {
  return domains.flatMap((domain) => {
    const [label = '', ...rest] = domain.split('.')
    return rest.length === 1 && label !== '' ? [domain, label] : [domain]
  })
}

/** The risk indicators in the name of a third-party application, in a fixed order. */
export function nameFlags(
  name: string,
  { actorNames = [], tenantNames = [], domains = [], platform = 'microsoft' }: NameContext,
): NameFlag[] {
  const skeleton = nameSkeleton(name)
  const flags: NameFlag[] = []
  if (isNamedAfter(name, actorNames)) flags.push('actor_name')
  const ownNames = [...tenantNames, ...domainNames(domains)]
  if (ownNames.some((own) => spellsLike(skeleton, own))) flags.push('tenant_name')
  else if (continues(nameWords(name), ownNames)) flags.push('tenant_words')
  if (name !== '' && skeleton === '') flags.push('punctuation')
  if (isGeneric(name)) flags.push('generic')
  if (hasReservedName(nameWords(name), platform)) flags.push('reserved')
  if (isLure(nameWords(name), platform)) {
    flags.push('lure')
    // People sign in to the service itself: only a name that continues after the longest brand is unusual.
    if (!brandsBySkeleton().has(skeleton)) flags.push('lure_words')
  }
  return flags
}
