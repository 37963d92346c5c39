// Recognizes binary data that was read as text.
/** Blanks, NUL padding and byte order marks at both ends. */
export function trimPadding(text: string): string {
  let from = 0
  let to = text.length
  const padding = (unit: number) => unit <= 0x20 || unit === 0xfeff
  while (from < to && padding(text.charCodeAt(from))) from++
  while (to > from && padding(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

/** Number of characters to examine, and the share of invalid characters above which a text counts as binary data. */
const looked = 64 * 1024
const tolerated = 0.1

/** Returns true for binary data: many control characters and bytes that are not UTF-8. NUL padding does not count. */
export function isBinary(text: string): boolean {
  const trimmed = trimPadding(text.length > looked ? text.slice(0, looked) : text)
  let odd = 0
  for (let i = 0; i < trimmed.length; i++) {
    const unit = trimmed.charCodeAt(i)
    if (unit === 0xfffd || (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d))) odd++
  }
  return odd > trimmed.length * tolerated
}

/** Returns a text without its UTF-16 characters: Windows PowerShell appends UTF-16 lines to a UTF-8 file. */
export function withoutUtf16(text: string): string {
  return text.replace(/(?:[\t-\uFFFD]\0){4,}/g, '')
}
