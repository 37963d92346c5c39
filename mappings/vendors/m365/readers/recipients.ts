// Recipients of forwarded and sent mail, in the forms that cmdlets and Outlook write.
import { isObject, type Json } from '../../../kernel/json.ts'
import { textOf } from '../../microsoft/readers/values.ts'

const longestAddress = 512
/** Separators inside quotes belong to a name: `"Voss, Mara" [SMTP:mara@b.example]`. */
const recipients = /(?:"[^"]*"|[^";,])+/g
const bracketed = /(?:\[(?:smtp|ex):|<)([^[\]<>]{1,320})[\]>]$/i
const typed = /^(?:smtp|ex):/i
const quotes = /^"|"$/g

/**
 * Addresses in `a@b; c@d`, `"Name" [SMTP:a@b]`, `Name <a@b>` and `smtp:a@b`; a name without an address stays as it is.
 */
export function addressesIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  if (isObject(value)) return addressesIn(value.Address ?? value.EmailAddress ?? value.SmtpAddress ?? value.Name)
  return (textOf(value)?.match(recipients) ?? []).flatMap((part) => {
    const text = part.trim()
    const address = bracketed.exec(text)?.[1] ?? text.replace(quotes, '').replace(typed, '')
    const found = address.trim().slice(0, longestAddress)
    return found === '' ? [] : [found]
  })
}
