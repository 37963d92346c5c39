/** Text from a record, safe in a line: no control characters, no line breaks, no direction overrides. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')
}
