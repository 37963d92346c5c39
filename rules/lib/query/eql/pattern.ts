// Text patterns of EQL's `like` and `:`: `*` matches any characters, `?` matches one, and neither can be escaped.
/** Lower case for ASCII letters only: Elasticsearch's case-insensitive queries fold no others. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

export function hasWildcard(pattern: string): boolean {
  return /[*?]/.test(pattern)
}

/** Whether a text matches a pattern; the time grows linearly with the text for each `*`. */
export function matchesPattern(text: string, pattern: string): boolean {
  const chars = [...text]
  const wanted = [...pattern]
  let at = 0
  let p = 0
  // Where to continue after a mismatch: the last star, and its position in the text. Earlier stars need no new attempt.
  let star = -1
  let reached = 0
  while (at < chars.length) {
    if (wanted[p] === '*') {
      star = p++
      reached = at
    } else if (p < wanted.length && (wanted[p] === '?' || wanted[p] === chars[at])) {
      p++
      at++
    } else if (star !== -1) {
      p = star + 1
      at = ++reached
    } else return false
  }
  while (wanted[p] === '*') p++
  return p === wanted.length
}
