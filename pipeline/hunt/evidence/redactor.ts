// Pseudonyms for people, tenants and files: the same name gets the same pseudonym in all files made with the same key.
import { createHmac, hash } from 'node:crypto'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { folded } from '../../../mappings/kernel/folded.ts'
import { isPermission } from '../../../mappings/knowledge/permissions.ts'
import { parametersOf } from '../../../rules/lib/reason.ts'
import { appIds } from '../view/view.ts'
import { type CallPseudonyms, withoutNames } from './call-names.ts'
import { decoded } from './data-taken.ts'
import { extensionOf } from './file-extension.ts'
import { namesOfDomain, TenantWords } from './tenant-words.ts'

/** Longer parameters are removed. */
const longestParameters = 1_000
/** Hexadecimal digits of a pseudonym. */
const digits = 10
/** The maximum number of names that the redactor keeps. Beyond it, other forms of a name get their own pseudonyms. */
const mostNames = 200_000

/** A match starts at the start of a word, so that a long text is read only once. The address of a guest in the tenant contains #EXT#. Calls and mail encode @ as %40, %2540 or =40. */
const address =
  /(?=[\p{L}\p{M}\p{N}._%+-])(?<![\p{L}\p{M}\p{N}._%+-]'*)[\p{L}\p{M}\p{N}._%+'-]+(?:#EXT#)?(?:@|%(?:25)*40|=40(?=\p{L}))[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/giu
/**
 * The value of a search or a filter in a call, up to the next parameter. The parameter name may begin with an encoded
 * $, & or ?.
 */
const searched =
  /(?<=(?:(?<![a-z\d])|(?<=%(?:25)*(?:24|26|3F)))(?:(?:(search|query|q)|filter)(?:=|%(?:25)*3D)|filter(?:\(|%(?:25)*28)))(?:(?!(?:&|%(?:25)*26)(?:\$|%(?:25)*24)?\w+(?:=|%(?:25)*3D)).)+/gis
/** A quoted text, in which a doubled quote is a quote; up to the end if the call is cut. */
const quoted = /(["'])((?:(?!\1).|\1\1)*)(?:\1|$)/gs
/** The folder of a person in a OneDrive path. */
const personal = /(?<=(?:\/|%(?:25)*2F)personal(?:\/|%(?:25)*2F))[^/\s"?%]+/gi
/** An address with underscores, as in the name of a personal OneDrive folder, if it contains the name of the tenant. */
const underscored = /(?<![\p{L}\p{N}_])[\p{L}\p{N}]+(?:_[\p{L}\p{N}-]+){2,}/gu
/** The tenant name in a SharePoint host, including tenants that no record contains. */
const sharePoint = /(?<![\w.@-])[a-z\d-]+?(?=(?:-my|-admin)?\.sharepoint\.)/gi
/** A message ID has the form of an address. */
const messageId = /^<[^<>@\s]+@[^<>@\s]+>$/
const wholeAddress = new RegExp(`^(?:${address.source})$`, 'iu')
/** A URL of any other host, such as a redirect URI, is an indicator that keeps its value. */
const apiHost = String.raw`https?:\/\/(?=[a-z\d.-]{0,253}(?:graph|googleapis|google|sharepoint|outlook|office|office365|live|microsoft|microsoftonline)\.)[^/?#\s"]{1,253}`
const anyHost = String.raw`https?:\/\/[^/?#\s"]{1,253}`
/** A call of any host, or a URL of an API. Only a text or a quoted text that is a call as a whole may contain spaces in it. */
const call = new RegExp(
  String.raw`^(?:[A-Z]+ ${anyHost}|(?:[A-Z]+ )?(?:${apiHost})?)[/?#].*|(?<=")(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|MERGE|OPTIONS) (?:${anyHost})?|${apiHost})[/?#][^"]*|(?:(?:(?<=[A-Z] )${anyHost}|${apiHost})[/?#]|(?<=[\s("])\/)[^\s"]*[^\s"(),;.]`,
  'gis',
)
/** The maximum number of names, and of parameters, that are looked up in one text. Beyond it, all are replaced or removed. */
const mostLookups = 1000
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** The redactor keeps permissions: a mark replaces each until the other text is redacted. */
const mark = '\uf8ff'
const marked = /\uf8ff(\d+)\uf8ff/g
const word = /[^\s"'(),;]+/g

/** The end of an Exchange command name, before the parameters. */
const command = /event "[A-Z][A-Za-z]+(?:-\w+)?"(?= with )/g
/** The end of a reason, or its next part: a known beginning of other parameters does not count. */
const afterParameters =
  /^(?:$| on (?:"|the application )| \(failed\)|; (?:new|the last): |, (?:account |privileged account|no sign-in since |device "|from [\da-f]*[.:]))/
/** Parameters and values of Exchange commands that contain no personal names and no user text. */
const plainParameters: ReadonlySet<string> = new Set(['AccessRights', 'InheritanceType', 'AppId', 'Role', 'Workload'])
const plainValue = /^(?:true|false|\d*|(?:smtp:)?[^\s@;]+@[^\s@;]+)$/i

/** `anna_partner.de#EXT#@contoso.onmicrosoft.com` is the address of the guest anna@partner.de in the host tenant. */
const guest = /(?:#|%23)ext(?:#|%23)@/

/** Decodes text that is percent-encoded one or more times. */
const plain = (text: string): string =>
  text.replace(/%(?:25)+(?=[\da-f]{2})/gi, '%').replace(/(?:%[\da-f]{2})+/gi, (part) => decoded(part))

function keyOf(text: string): string {
  const key = folded(text).replace(/%(?:25)*40|=40(?=\p{L})/u, '@')
  const end = key.search(guest)
  const at = end < 0 ? -1 : key.lastIndexOf('_', end)
  return at < 1 ? key : `${key.slice(0, at)}@${key.slice(at + 1, end)}`
}

/** The name of a personal OneDrive folder is the email address with underscores. */
const folderOf = (key: string): string => key.replace(/[@.,\s]/g, '_')

/** Contains any number of names in constant memory: two bits of each. Of a million other names, about 200 match. */
class NameMarks {
  readonly #bits = new Uint8Array(2 ** 24)

  add(name: string): void {
    for (const bit of this.#bitsOf(name)) this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }

  has(name: string): boolean {
    return this.#bitsOf(name).every((bit) => ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0)
  }

  #bitsOf(name: string): number[] {
    const digest = hash('sha1', name, 'buffer')
    return [0, 4].map((offset) => digest.readUInt32LE(offset) >>> 5)
  }
}

export class Redactor {
  readonly #key: string
  readonly #pseudonyms = new Map<string, string>()
  /** IDs of applications: indicators that keep their value. Some records name an application as the target account. */
  readonly #apps = new Set<string>()
  readonly #tenantWords = new TenantWords()
  readonly #files = new NameMarks()
  /** The parameters of Exchange commands in reasons, without names and user text. */
  readonly #parameters = new Map<string, string>()
  readonly #ofCall: CallPseudonyms = {
    isFile: (name) => this.#files.has(name),
    file: (path) => this.file(path),
    person: (name) => (wholeAddress.test(name) ? this.#name('person', name) : undefined),
    text: (name) => this.#textOf(name),
  }

  /** The key is a secret: without it, nobody can compute the pseudonym of a name. */
  constructor(key: string) {
    this.#key = key
  }

  /** Learns the people, tenants and applications in a record. */
  learn(document: EcsDocument): void {
    const { user, oauth, organization, file } = document
    const parameters = parametersOf(document)
    if (parameters !== '' && this.#parameters.size < mostNames)
      this.#parameters.set(
        parameters,
        parametersOf(document, (name, value) =>
          plainParameters.has(name) || plainValue.test(value) ? value : this.#textOf(value),
        ),
      )
    if (file?.name !== undefined) this.#files.add(file.name)
    for (const id of [...appIds(document), oauth?.actor_app?.id])
      if (id !== undefined && this.#apps.size < mostNames) this.#apps.add(id.toLowerCase())
    const tenant = organization?.id === undefined ? undefined : this.#name('tenant', organization.id)
    for (const { email, name, id, full_name } of [user ?? {}, user?.target ?? {}]) {
      const main = email ?? name ?? id
      if (main === undefined) continue
      const pseudonym = this.#name('person', main)
      for (const other of [email, id, full_name]) if (other !== undefined) this.#alias(other, pseudonym)
    }
    const account = oauth?.account
    const known = account?.name ?? account?.id
    if (known !== undefined) this.#alias(account?.id ?? known, this.#name('person', known))
    if (tenant === undefined) return
    if (organization?.name !== undefined) this.#tenantWords.add(organization.name, tenant)
    const [, domain = ''] = (user?.email ?? account?.name ?? '').split('@')
    for (const label of namesOfDomain(domain)) this.#tenantWords.add(label, tenant)
  }

  #name(kind: 'person' | 'tenant', text: string): string {
    const key = keyOf(text)
    const known = this.#pseudonyms.get(key)
    if (known !== undefined) return known
    const pseudonym = this.#pseudonymFor(kind, key)
    this.#alias(key, pseudonym)
    return pseudonym
  }

  #alias(text: string, pseudonym: string): void {
    const key = keyOf(text)
    const known = this.#pseudonyms.get(key)
    // A record with an ID alone may precede the record that contains the address of the ID.
    const isFree = known === undefined ? this.#pseudonyms.size < mostNames : known === this.#pseudonymFor('person', key)
    if (isFree) this.#pseudonyms.set(key, pseudonym)
  }

  /** Returns the same pseudonym for an address and for the OneDrive folder with its name. */
  #pseudonymFor(kind: 'person' | 'tenant' | 'file' | 'text', key: string): string {
    return `${kind}-${createHmac('sha256', this.#key).update(folderOf(key)).digest('hex').slice(0, digits)}`
  }

  /** The pseudonym of a file, which keeps its extension: names of files and folders may contain personal data. */
  file(path: string): string {
    // A URL of SharePoint may contain # in a name. Behind the extension, it begins the fragment.
    const isUrl = /^https?:\/\//i.test(path)
    const name =
      decoded(isUrl ? path.replace(/\?.*|(?<=\.[a-z\d]{1,5})#.*/is, '') : path)
        .split(/[\\/]/)
        .at(-1) ?? ''
    return `${this.#pseudonymFor('file', folded(name))}${extensionOf(name)}`
  }

  /** Replaces names in a text with pseudonyms. Includes addresses not in the records: they belong to somebody. */
  apply(text: string): string {
    const whole = this.#pseudonymOf(text)
    if (whole !== undefined) return whole
    if (messageId.test(text)) return this.#tenantWords.replaceIn(text)
    const kept: string[] = []
    const replaced = this.#withoutQuotedFiles(this.#withoutParameters(text.replaceAll(mark, '\ufffd')))
      .replace(word, (found) => {
        const name = '.:'.includes(found.at(-1) ?? '') ? found.slice(0, -1) : found
        return isPermission(name) ? `${mark}${kept.push(name) - 1}${mark}${found.slice(name.length)}` : found
      })
      .replace(searched, (found, search: string | undefined) => this.#searched(found, search !== undefined))
      .replace(personal, (found) => this.#name('person', found))
      .replace(underscored, (found) => (this.#tenantWords.indexIn(found) > 0 ? this.#name('person', found) : found))
      .replace(call, (found) => withoutNames(found, this.#ofCall))
      .replace(address, (found) => this.#name('person', found))
      .replace(sharePoint, (found) => this.#tenantWords.of(found) ?? this.#name('tenant', found))
      .replace(guid, (found) => this.#pseudonymOf(found) ?? found)
    return this.#tenantWords.replaceIn(replaced).replace(marked, (_, i: string) => kept[Number(i)] ?? '')
  }

  /**
   * Replaces the quoted texts, or a search without quotes as a whole. Addresses and IDs have their own pseudonyms. The
   * local part of an address may contain % and ', so an address in an encoded text is replaced here.
   */
  #searched(found: string, isSearch: boolean): string {
    const text = plain(found)
    let isQuoted = false
    const replaced = text.replace(quoted, (whole: string, quote: string, inner: string) => {
      isQuoted = true
      // A file path keeps its folders.
      if (inner.startsWith('/') || inner.replace(guid, '') === '') return whole
      return `${quote}${wholeAddress.test(inner) ? this.#name('person', inner) : this.#textOf(inner)}${quote}`
    })
    if (!isQuoted) return isSearch ? this.#textOf(text) : found
    if (replaced === text) return found
    // An encoded call stays one word: the text after the search belongs to the call.
    return replaced.replace(/[\s"]/g, (each) => (found.includes(each) ? each : encodeURIComponent(each)))
  }

  #textOf(text: string): string {
    return this.#pseudonymOf(text) ?? this.#pseudonymFor('text', folded(text))
  }

  /** Removes parameters that no record contains in this form, such as truncated ones, and all that follows. */
  #withoutParameters(text: string): string {
    let out = ''
    let from = 0
    let lookups = 0
    for (const { 0: name, index } of text.matchAll(command)) {
      if (index < from) continue
      const start = index + name.length
      let end = Math.min(text.length, start + longestParameters)
      const isKnown = () =>
        afterParameters.test(text.slice(end, end + 20)) &&
        lookups++ < mostLookups &&
        this.#parameters.has(text.slice(start, end))
      while (end > start && !isKnown()) end--
      const safe = this.#parameters.get(text.slice(start, end))
      out += text.slice(from, start)
      if (safe === undefined) return `${out} (parameters removed)`
      out += safe
      from = end
    }
    return out + text.slice(from)
  }

  /** A name may contain quotes, so the longest known name counts. */
  #withoutQuotedFiles(text: string): string {
    const last = text.lastIndexOf('"')
    let out = ''
    let from = 0
    let lookups = 0
    for (
      let start = text.indexOf('"');
      start >= 0 && start < last;
      start = text.indexOf('"', Math.max(from, start + 1))
    ) {
      let end = last
      while (end > start && lookups++ < mostLookups && !this.#files.has(text.slice(start + 1, end)))
        end = text.lastIndexOf('"', end - 1)
      if (end > start) {
        out += `${text.slice(from, start)}"${this.file(text.slice(start + 1, end))}"`
        from = end + 1
      }
    }
    return out + text.slice(from)
  }

  #pseudonymOf(text: string): string | undefined {
    const key = keyOf(text)
    return this.#apps.has(key) ? undefined : this.#pseudonyms.get(key)
  }
}
