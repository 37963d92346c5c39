import { editDistance } from '../../mappings/kernel/suggest.ts'
import { type Setting, settings, variablesOf } from '../config/settings.ts'
import { printable } from './terminal.ts'

const variables = ['CONSENTRY_DEBUG', ...Object.values<Setting>(settings).flatMap(variablesOf)]

const prefixes = new Set(variables.map((name) => name.split('_')[0] ?? ''))

/** A name with more edits is a different word: other programs also use variables with these prefixes. */
const mostEdits = 2

/** Warns of variables that no command reads, with names similar to a variable that a command reads. */
export function reportMisspelledVariables(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (!prefixes.has(name.split('_')[0] ?? '') || variables.includes(name)) continue
    const meant = variables.find((each) => editDistance(name, each, mostEdits) <= mostEdits)
    if (meant !== undefined)
      console.warn(`${printable(name)}: has no effect: no setting has this name\n    did you mean ${meant}?`)
  }
}
