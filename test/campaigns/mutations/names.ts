import type { Attack, RawRecord } from '../../../rules/campaigns/campaign.ts'
import { identityOf } from '../results.ts'
import { type Mutate, rewrite, startOf } from './mutation.ts'

/** The members in which the layouts of the vendors keep the name of an application. */
const nameMembers = [
  /"appDisplayName":"([^"\\]+)"/g,
  /"servicePrincipalName":"([^"\\]+)"/g,
  /"displayName":"([^"\\]+)","type":"(?:ServicePrincipal|Application)"/g,
  /"ID":"(?:ServicePrincipal|Application)","Type":2\},\{"ID":"([^"\\]+)","Type":1\}/g,
  /"name":"(?:app_name|OAUTH2_APP_NAME|APPLICATION_NAME|application_name)","value":"([^"\\]+)"/g,
]

const namesIn = (records: readonly RawRecord[]): Set<string> => {
  const text = records.map((record) => JSON.stringify(record)).join('\n')
  return new Set(nameMembers.flatMap((member) => [...text.matchAll(member)].map(([, name]) => name as string)))
}

/** Returns the names of applications that occur in required acts and in no record before the attack. */
function hostileNames(attack: Attack): string[] {
  const start = startOf(attack)
  const acts = new Set(attack.required.flatMap(({ ids }) => ids))
  const before = namesIn(attack.records.filter((record) => identityOf(record).time < start))
  const named = namesIn(attack.records.filter((record) => acts.has(identityOf(record).id)))
  // An id or an address in the place of a name is not a name.
  return [...named].filter((name) => !before.has(name) && !/^[0-9a-f-]{36}$|^\d+$|[@/]/i.test(name))
}

const rename =
  (renamed: (name: string) => string): Mutate =>
  (attack) => {
    const names = hostileNames(attack).filter((name) => renamed(name) !== name)
    return rewrite(attack, (text) =>
      names.reduce(
        (all, name) =>
          all.replaceAll(`"${name}"`, `"${renamed(name)}"`).replaceAll(`\\"${name}\\"`, `\\"${renamed(name)}\\"`),
        text,
      ),
    )
  }

const cyrillic: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' }

/** Replaces letters with letters of another script that look the same. */
export const homoglyphs = rename((name) => name.replace(/[aceopxy]/g, (letter) => cyrillic[letter] ?? letter))

/** Appends common words to every name. */
export const commonWords = rename((name) => `${name} Sync Service`)

export const plainName = rename((name) => `Team Planner ${name.length}`)

export const otherScript = rename((name) => `${'\u30c1\u30fc\u30e0'}${name.length}\u4e88\u5b9a\u8868`)
