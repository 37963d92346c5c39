import { identityOf } from '../results.ts'
import { type Mutate, rewrite, startOf } from './mutation.ts'

const agents = [
  /("(?:userAgent|UserAgent|user_agent|ActorInfoString|ClientInfoString|callerSuppliedUserAgent)":")((?:[^"\\]|\\.)+)(")/g,
  /("(?:Name|key)":"(?:User-?Agent)","(?:Value|value)":")((?:[^"\\]|\\.)+)(")/g,
  /(\\"User-Agent\\":\\")((?:[^"\\])+)(\\")/g,
]
const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

/** Gives every client of the required acts and of the data theft the name of a common browser. */
export const commonClient: Mutate = (attack) => {
  const start = startOf(attack)
  const hostile = new Set([attack.firstHostile, ...attack.dataLeft, ...attack.required.flatMap(({ ids }) => ids)])
  return rewrite(attack, (text, record) => {
    const { id, time } = identityOf(record)
    if (time < start || !hostile.has(id)) return text
    return agents.reduce(
      (all, pattern) => all.replace(pattern, (_, before, __, after) => before + browser + after),
      text,
    )
  })
}
