// Keeps secrets out of errors and logs. Libraries quote what they were given: fetch puts the whole URL into its error, and
// a header with a line break in it. So every text of an error and every line of the log passes `redact`.

const mask = '***'
/** A shorter secret is part of ordinary words, and hiding those would make errors unreadable. */
const shortestSecret = 6

const secrets = new Set<string>()

/** From now on `redact` hides this text, also where it is part of a URL or of a JSON string. */
export function registerSecret(secret: string): void {
  if (secret.length < shortestSecret) return
  for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) secrets.add(form)
}

/** What precedes the last `@` of a URL's authority. A quotation mark ends it unless it is escaped: the text may be JSON. */
const userInfo = /:\/\/(?:\\.|[^\s/?#"\\])*@/gs

/** The text without registered secrets and without the user name and password of a URL. */
export function redact(text: string): string {
  let out = text.replace(userInfo, `://${mask}@`)
  for (const secret of secrets) out = out.replaceAll(secret, mask)
  return out
}
