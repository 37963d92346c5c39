/** Whether a text matches the texts between a pattern's stars. Time grows linearly with the text for each segment. */
export function matchesSegments(text: string, segments: readonly string[]): boolean {
  const first = segments[0] ?? ''
  const last = segments[segments.length - 1] ?? ''
  if (segments.length < 2) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const segment of segments.slice(1, -1)) {
    const found = text.indexOf(segment, at)
    if (found === -1 || found + segment.length > end) return false
    at = found + segment.length
  }
  return true
}
