// Turns the patterns of the npm package uap-core (a development dependency) into JSON, which is read a hundred times faster
// than its YAML.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
import type { Artifact } from '../kernel/artifact.ts'
import { type JsonObject, prettyJson } from '../kernel/json.ts'

/** Renders `mappings/knowledge/generated/user-agents.json`. Throws when uap-core is not installed. */
export function renderUserAgents(): Artifact {
  const { resolve } = createRequire(import.meta.url)
  const { version } = JSON.parse(readFileSync(resolve('uap-core/package.json'), 'utf8')) as { version: string }
  const patterns = parse(readFileSync(resolve('uap-core/regexes.yaml'), 'utf8'), { schema: 'failsafe' }) as {
    readonly user_agent_parsers: JsonObject[]
  }
  const source = `uap-core ${version} (Apache-2.0); made by \`npm run generate\``
  return {
    path: 'mappings/knowledge/generated/user-agents.json',
    text: prettyJson({ source, entries: patterns.user_agent_parsers }),
  }
}
