// The forms of a GUID besides the usual one: `{…}` of .NET and of the registry, `urn:uuid:…`, and 32 digits.
const form = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const wrapped = new RegExp(`^(?:\\{(${form})\\}|urn:uuid:(${form}))$`, 'i')
const digitsOnly = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i

/** A GUID in braces or in a URN without these, in lower case; any other text unchanged. */
export function bareGuid(text: string): string {
  const first = text[0]
  if (first !== '{' && first !== 'u' && first !== 'U') return text
  const [, inBraces, inUrn] = wrapped.exec(text) ?? []
  return (inBraces ?? inUrn)?.toLowerCase() ?? text
}

/** The same for the text of a person, who may also omit the dashes. In a record, 32 digits may be another value. */
export function typedGuid(text: string): string {
  const parts = digitsOnly.exec(text.trim())
  return parts === null ? bareGuid(text.trim()) : parts.slice(1).join('-').toLowerCase()
}
