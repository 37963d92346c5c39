// What a mail rule means: whether its name means anything, the kind of its folder, and the topic of its conditions. A program
// that hides mail writes one language, and the user of the mailbox another.
import { words } from '../../../fields/field.ts'
import type { folderKinds, ruleTopics } from '../../../fields/saas.ts'
import { table } from '../../../kernel/table.ts'

type FolderKind = (typeof folderKinds)[number]
type Topic = (typeof ruleTopics)[number]

const marks = /\p{M}+/gu
const notInWords = /[^\p{L}\p{N}]+/gu
const longestText = 2_000

/** Words in lowercase, without accents and with one blank between them. */
function plain(text: string): string {
  return text.slice(0, longestText).normalize('NFKD').replace(marks, '').toLowerCase().replace(notInWords, ' ').trim()
}

/** Whether a name consists of punctuation, or of one character that may repeat: `.`, `;;;`, `a`, `zz`. */
export function isMeaningless(name: string): boolean {
  const text = name.trim()
  if (text === '' || text.length > 100) return false
  const letters = plain(text).replaceAll(' ', '')
  return letters === '' || new Set(letters).size === 1
}

/** The names of default folders in Outlook: English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, and Nordic languages. */
const folderNames: Readonly<Record<Exclude<FolderKind, 'other'>, string>> = table({
  deleted: `deleted items|deleted messages|trash|recoverable items|deletions|geloschte elemente|geloschte objekte|papierkorb|
    elements supprimes|elementos eliminados|posta eliminata|verwijderde items|itens eliminados|itens excluidos|elementy usuniete|
    borttaget|slettet post|slettede elementer|poistetut`,
  junk: `junk|junk email|junk e mail|spam|junk mail|courrier indesirable|correo no deseado|posta indesiderata|ongewenste e mail|
    lixo eletronico|correio eletronico nao solicitado|wiadomosci smieci|skrappost|søppelpost|uønsket e mail|uønsket mail|roskaposti`,
  rss: `rss feeds|rss subscriptions|rss feed|rss|rss abonnements|flux rss|fuentes rss|canales rss|feed rss|feeds rss|
    kanały informacyjne rss|rss flode|rss feedit`,
  conversations: `conversation history|aufgezeichnete unterhaltungen|unterhaltungsverlauf|verlauf der unterhaltungen|
    historique des conversations|historique de conversation|historial de conversaciones|cronologia conversazioni|
    gespreksgeschiedenis|historico de conversas|historico da conversa|historia konwersacji|konversationshistorik|samtalehistorik`,
  sync_issues: `sync issues|conflicts|local failures|server failures|synchronisierungsprobleme|problemes de synchronisation|
    problemas de sincronizacion|problemi di sincronizzazione|synchronisatieproblemen|problemas de sincronizacao`,
  archive: 'archive|archives|archiv|archivierung|archivo|archivio|archief|arquivo|arquivo morto|archiwum|arkiv|arkisto',
  notes: 'notes|notizen|notas|note|notities|anotacoes|notatki|anteckningar|noter|notater|muistiinpanot',
})

const kindOfFolder: ReadonlyMap<string, FolderKind> = new Map(
  Object.entries(folderNames).flatMap(([kind, names]) =>
    names.split('|').map((name): [string, FolderKind] => [name.trim(), kind as FolderKind]),
  ),
)

const separators = /[\\/:]+/

/** The kind of a folder by the last part of its path: `mara.voss@northpier.example:\\RSS Feeds`. */
export function folderKind(path: string): FolderKind {
  const name = path
    .slice(0, longestText)
    .split(separators)
    .findLast((part) => part.trim() !== '')
  return kindOfFolder.get(plain(name ?? '')) ?? 'other'
}

/** Words for which intruders hide mail, as whole words without accents. */
const topicWords: Readonly<Record<Topic, ReadonlySet<string>>> = table({
  money: new Set(
    words(`
      invoice invoices payment payments payroll payable remittance remit deposit wire bank banking iban
      rechnung rechnungen zahlung zahlungen uberweisung bankverbindung kontonummer
      facture factures paiement paiements virement factura facturas pago pagos transferencia nomina
      fattura fatture pagamento pagamenti bonifico factuur facturen betaling betalingen fatura faturas faktura faktury płatnosc przelew
      betalning laskut maksu
    `),
  ),
  security: new Set(
    words(`
      security password passwords passcode hack hacked hacker phish phishing phished suspicious fraud fraudulent scam compromised breach
      sicherheit passwort kennwort verdachtig betrug gehackt securite suspect fraude pirate seguridad contrasena sospechoso
      sicurezza sospetto beveiliging wachtwoord verdacht seguranca senha suspeito hasło bezpieczenstwo
    `),
  ),
  warning: new Set(words('alert alerts alerte warning warnung avertissement alerta avviso waarschuwing')),
})

const domain = /@[^\s;,<>"'()]*/g

/** The topics of texts. Of an address, only the name counts: the domain is that of a company. */
export function topicsOf(texts: readonly string[]): Topic[] {
  const found = new Set(
    plain(
      texts
        .map((text) => text.replace(domain, ' '))
        .join(' ')
        .slice(0, longestText),
    ).split(' '),
  )
  return (Object.keys(topicWords) as Topic[]).filter((topic) => [...topicWords[topic]].some((word) => found.has(word)))
}
