import { type Mutate, rewrite } from './mutation.ts'

/** Values that a German tenant or a German admin center writes in German. Ids stay the same. */
const german: readonly (readonly [string, string])[] = [
  ['Global Administrator', 'Globaler Administrator'],
  ['Privileged Role Administrator', 'Administrator für privilegierte Rollen'],
  ['Application Administrator', 'Anwendungsadministrator'],
  ['Cloud Application Administrator', 'Cloudanwendungsadministrator'],
  ['Exchange Administrator', 'Exchange-Administrator'],
  ['User Administrator', 'Benutzeradministrator'],
  ['Agent ID Administrator', 'Agent-ID-Administrator'],
  ['Microsoft Graph Command Line Tools', 'Microsoft Graph-Befehlszeilentools'],
  ['Inbox', 'Posteingang'],
  ['Sent Items', 'Gesendete Elemente'],
  ['Deleted Items', 'Gelöschte Elemente'],
  ['Drafts', 'Entwürfe'],
  ['West Europe', 'Europa, Westen'],
]

export const localized: Mutate = (attack) =>
  rewrite(attack, (text) =>
    german.reduce(
      (all, [english, translated]) =>
        all
          .replaceAll(`"${english}"`, `"${translated}"`)
          .replaceAll(`"${english}\\"`, `"${translated}\\"`)
          .replaceAll(`\\\\${english}"`, `\\\\${translated}"`),
      text,
    ),
  )
