// The scopes of an event: a list, a joined text from an export, separate messages, or several of these.
import type { JsonObject } from '../../../kernel/json.ts'
import { toText } from '../../../lib/convert.ts'
import { Distinct } from '../../../lib/distinct.ts'

/** Spaces, commas and the delimiters of a JSON list: a scope contains none of them. */
const borders = /[\s,"[\]]+/

function addScope(scopes: Distinct<string>, scope: string): void {
  if (scope !== '') scopes.add(scope)
}

function addTexts(scopes: Distinct<string>, texts: readonly string[]): void {
  for (const text of texts)
    if (borders.test(text)) for (const part of text.split(borders)) addScope(scopes, part)
    else addScope(scopes, text)
}

/** Returns the distinct scopes. Splits scopes that an export has joined. */
export function splitScopes(texts: readonly string[]): string[] {
  const scopes = new Distinct<string>()
  addTexts(scopes, texts)
  return scopes.list
}

/** The scopes of a list and of `scope_data`: usually the same, sometimes one of them is missing. */
export function scopesOf(listed: readonly string[], data: readonly JsonObject[]): string[] {
  const scopes = new Distinct<string>()
  addTexts(scopes, listed)
  for (const entry of data) addScope(scopes, toText(entry.scope_name) ?? '')
  return scopes.list
}
