// Statements about applications and accounts. Equal statements are combined, because a page of them is unreadable.
import { count, list } from './words.ts'

export interface Statement {
  /** The name of the application or the account. */
  readonly about: string
  readonly what: string
}

const named = 3

/** One sentence for all equal statements, with the first names: `a, b, c and 6 more applications: …`. */
export function grouped(
  statements: readonly Statement[],
  kind: 'account' | 'application',
  separator: string,
): string[] {
  const byText = new Map<string, Set<string>>()
  for (const { about, what } of statements) byText.set(what, (byText.get(what) ?? new Set()).add(about))
  return [...byText].map(([what, all]) => {
    const names = [...all].slice(0, named)
    const more = all.size > named ? [count(all.size - named, `more ${kind}`)] : []
    return `${list([...names, ...more])}${separator}${what}`
  })
}
