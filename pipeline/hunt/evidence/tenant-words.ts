// The names of tenants in texts, such as the name of the organization in its domains.

/** Shorter names would also be replaced inside other words. */
const shortestName = 4
const mostWords = 100

/** Labels of public suffixes and of domains that organizations share. */
const commonLabels =
  /^(?:onmicrosoft|mail|corp|com?|org|net|gov|gob|gouv|govt|edu|ac|or|ne|go|k12|lib|sch|school|nhs|police|ltd|plc|[a-z]{2})$/

/**
 * Returns the names of an organization in a domain, `contoso` in corp.contoso.co.uk and in contoso.onmicrosoft.com: the
 * first and the last label that are not common. The first one may be a subdomain, and the last one an unlisted suffix.
 */
export function namesOfDomain(domain: string): string[] {
  const labels = domain
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .filter((label) => !commonLabels.test(label))
  return [...new Set([labels[0], labels.at(-1)])].filter((label) => label !== undefined)
}

export class TenantWords {
  /** Pseudonyms, by word in lower case. */
  readonly #words = new Map<string, string>()
  #pattern = /(?!)/giu

  add(text: string, pseudonym: string): void {
    const key = text.toLowerCase()
    // The SharePoint host contains the name without punctuation: contosolabs for contoso-labs.
    for (const form of [key, key.replace(/[^\p{L}\p{N}]/gu, '')])
      if (form.length >= shortestName && !this.#words.has(form) && this.#words.size < mostWords) {
        this.#words.set(form, pseudonym)
        this.#pattern = anyOf([...this.#words.keys()])
      }
  }

  of(word: string): string | undefined {
    return this.#words.get(word.toLowerCase())
  }

  /** Returns the position of the first word; -1 if the text contains none. */
  indexIn(text: string): number {
    return text.search(this.#pattern)
  }

  replaceIn(text: string): string {
    return text.replace(this.#pattern, (found) => this.of(found) ?? 'tenant')
  }
}

/** A regular expression, because lowercasing can change the length of a text. The longest word wins. */
function anyOf(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return new RegExp(longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'giu')
}
