// Whether a text is binary data that somebody took for text.

/** Blanks, NUL padding and byte order marks at both ends. */
export function trimPadding(text: string): string {
  let from = 0
  let to = text.length
  const padding = (unit: number) => unit <= 0x20 || unit === 0xfeff
  while (from < to && padding(text.charCodeAt(from))) from++
  while (to > from && padding(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

/** How much of a text is looked at, and how many of its characters may be none before it is taken for binary data. */
const looked = 64 * 1024
const tolerated = 0.1

/** True for data that is no text: full of control characters and of bytes that are no UTF-8. NUL padding does not count. */
export function isBinary(text: string): boolean {
  const trimmed = trimPadding(text.length > looked ? text.slice(0, looked) : text)
  let odd = 0
  for (let i = 0; i < trimmed.length; i++) {
    const unit = trimmed.charCodeAt(i)
    if (unit === 0xfffd || (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d))) odd++
  }
  return odd > trimmed.length * tolerated
}

/** A text without the characters of UTF-16 in it: Windows PowerShell appends lines in UTF-16 to a file in UTF-8. */
export function withoutUtf16(text: string): string {
  return text.replace(/(?:[\t-\uFFFD]\0){4,}/g, '')
}
