// ClientInfoString of Exchange records: `Client=WebServices;<agent>[AppId=…]`,
// `Client=ActiveSync;UserAgent=<agent>;Action=…`. The name of the client comes first, then options and the client's own
// text in any order.
const appOption = /\[AppId=([0-9a-f-]{36})\]/i
const clientOption = /^[A-Za-z]{1,40}=/
const agentOption = /^UserAgent=/i
const longestClientInfo = 2000

/** Splits at semicolons, except at those in the comment of a user agent: `(X11; Linux)`. */
function clientInfoParts(info: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= info.length; i++) {
    const char = info[i]
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    if (char !== undefined && (char !== ';' || depth > 0)) continue
    parts.push(info.slice(from, i).trim())
    from = i + 1
  }
  return parts
}

/** Returns the user agent: the part that is not an option. Except for Web Services, it must contain a version. */
export function clientInfoAgent(info: unknown): string | undefined {
  if (typeof info !== 'string' || !info.includes(';')) return undefined
  const [client, ...others] = clientInfoParts(info.slice(0, longestClientInfo))
  for (const part of others) {
    const isStated = agentOption.test(part)
    if (!isStated && clientOption.test(part)) continue
    const text = isStated ? part.slice('UserAgent='.length) : part
    const option = text.indexOf('[')
    const agent = (option < 0 ? text : text.slice(0, option)).trim()
    if (agent !== '' && (isStated || client === 'Client=WebServices' || agent.includes('/'))) return agent
  }
  return undefined
}

export function clientInfoApp(info: string): string | undefined {
  return appOption.exec(info)?.[1]?.toLowerCase()
}
