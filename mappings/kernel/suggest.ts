// Suggestions for misspelled words: the nearest known word, if it is close enough.
/** Edits (insert, delete, replace, swap two neighbors) between two words; `limit + 1` as soon as it exceeds `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let twoBack: number[] = []
  let back = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(back, j) + 1, at(row, j - 1) + 1, at(back, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(twoBack, j - 2) + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    twoBack = back
    back = row
  }
  return Math.min(at(back, b.length), limit + 1)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/** The nearest candidate within a third of the word's length (at least one edit); undefined when none is. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let limit = Math.max(1, Math.floor(word.length / 3))
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit)
    if (distance > limit || (best !== undefined && distance === limit)) continue
    best = candidate
    limit = distance
    if (distance === 0) break
  }
  return best
}

/** A hint made of the nearest candidate, to be spread into a problem. */
export function didYouMean(word: string, candidates: Iterable<string>): { hint?: string } {
  const found = nearest(word, candidates)
  return found === undefined ? {} : { hint: `did you mean ${JSON.stringify(found)}?` }
}
