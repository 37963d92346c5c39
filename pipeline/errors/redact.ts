// Keeps secrets out of errors and logs. Libraries quote their input: fetch includes the whole URL in its error, and
// also a header with a line break. Therefore every error text and every log line passes through `redact`.
const mask = '***'
/** A shorter secret is part of ordinary words, and hiding those would make errors unreadable. */
const shortestSecret = 6

const secrets = new Set<string>()
/**
 * One secret may contain a shorter one. If the shorter one were masked first, the rest of the longer one would stay
 * readable.
 */
let longestFirst: readonly string[] = []

/** Makes `redact` hide this text from now on, including its forms in a URL and in a JSON string. */
export function registerSecret(secret: string): void {
  if (secret.length < shortestSecret) return
  const before = secrets.size
  for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) secrets.add(form)
  if (secrets.size > before) longestFirst = [...secrets].sort((a, b) => b.length - a.length)
}

/** The text before the last `@` of a URL's authority. An unescaped quotation mark ends it: the text may be JSON. */
const userInfo = /:\/\/(?:\\.|[^\s/?#"\\])*@/gs

/** The text without registered secrets and without the user name and password of a URL. */
export function redact(text: string): string {
  let out = text.replace(userInfo, `://${mask}@`)
  for (const secret of longestFirst) out = out.replaceAll(secret, mask)
  return out
}
