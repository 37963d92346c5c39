// Files of Consentry itself, which users keep next to an export: reports, the environment file and the state of reviews.
import { environmentSchema } from '../../mappings/environment/schema.ts'
import { isReportText } from './earlier-results.ts'

/** The first lines of the report of `verify`. */
const verification = /^# Consentry verification\s+\*\*(?:Passed|Failed)\*\*:/

/** The start of a state file of `apps review`, or of a list of applications. */
const applications =
  /^\{\s*"apps":\s*\[(?:\],\s*"reviews":|\s*\{\s*"(?:approval":\s*"\w+",\s*"breadth|vendor":\s*"\w+",\s*"tenant)":)/

/** A generated key for redacted copies: the file contains nothing else. */
const key = /^[0-9a-f]{64}\s*$/

/** Whether a text is a file that Consentry wrote, or an environment file. `isWhole`: the text does not continue. */
export function isOwnText(text: string, isWhole: boolean): boolean {
  const start = text.replace(/^\uFEFF/, '')
  return (
    isReportText(text) ||
    verification.test(start) ||
    applications.test(start) ||
    (isWhole && key.test(start)) ||
    isEnvironment(start, isWhole)
  )
}

const settings: ReadonlySet<unknown> = new Set(Object.keys(environmentSchema.properties))

/** A blank or indented line, a comment, an entry or the end of a list, or a mark of YAML. */
const withinSetting = /^(?:\s|#|-(?:\s|$)|---|\.\.\.|[%\]}]|$)/

/** An environment file is YAML with a version and only its own settings. LDIF and other YAML can have the same version. */
function isEnvironment(text: string, isWhole: boolean): boolean {
  if (!/^version:[ \t]*1[ \t]*(?:#.*)?\r?$/m.test(text)) return false
  const whole = isWhole ? text : text.slice(0, text.lastIndexOf('\n'))
  return whole
    .split(/\r?\n/)
    .every((line) => withinSetting.test(line) || settings.has(/^(["']?)(\w+)\1\s*:/.exec(line)?.[2]))
}
