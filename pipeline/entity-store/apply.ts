// The facts that each event supplies for each entity. Facts are written under the IDs in the record; IDs of one object
// are joined when facts are read.
import { actorOf } from './actor.ts'
import { applyInventory, isInventory } from './apply-inventory.ts'
import { accountId, addInMaker, appId, logSourceId } from './entity-ids.ts'
import { exchangeRightsOf, observeEndOfRole } from './exchange-rights.ts'
import { linkDelegate, linkProject } from './links.ts'
import { networkOf } from './network.ts'
import { observeAccount, observeAccountAct, observeActor, observeSignInNetworks } from './observe-account.ts'
import { observeApp } from './observe-app.ts'
import { observeGrant } from './observe-grant.ts'
import type { DeltaWriter } from './store.ts'
import { type AppIds, accountKeyId, personAtConsole, type Subject } from './subject.ts'
import { hourOf, transition } from './transition.ts'
import { isAddInPage, isUse } from './use.ts'

/**
 * Checks whether an application is tracked. Everybody uses the vendor's own applications all day, so their use is
 * recorded for the account only, not for the application and its grants.
 */
export function isTracked({ oauth, app }: Subject): boolean {
  return app !== undefined && !(oauth?.app?.first_party === true && isUse(oauth.action))
}

/**
 * Checks whether a document changes the entity of its application. Exchange identifies people and service principals
 * alike: a right for an object ID does not imply an application.
 */
export const changesApp = (subject: Subject): subject is Subject & { readonly app: AppIds } =>
  isTracked(subject) && !(subject.document.event.provider === 'Exchange' && subject.app?.id === undefined)

export function apply(subject: Subject, deltas: DeltaWriter): void {
  const logSource = logSourceId(subject)
  deltas.observe('log_sources', logSource, 'first_seen', subject.at)
  deltas.observe('log_sources', logSource, 'seen', subject.at)
  if (isInventory(subject)) {
    applyInventory(subject, deltas)
    return
  }
  linkProject(subject, deltas)
  linkDelegate(subject, deltas)
  if (subject.accountAct !== undefined) observeAccountAct(subject, subject.accountAct, deltas)
  const person = personAtConsole(subject)
  if (person !== undefined) observeSignInNetworks(subject, accountId(subject, accountKeyId(person)), false, deltas)
  observeEndOfRole(subject, deltas)
  const { membership } = subject
  if (membership !== undefined) {
    const change = transition(subject, membership.change, { by: actorOf(subject), detail: membership.member })
    deltas.observe('accounts', accountId(subject, accountKeyId(membership.group)), membership.field, change)
  }
  const { oauth, account } = subject
  if (oauth === undefined) return
  observeActor(subject, deltas)
  if (isAddInPage(oauth)) {
    // A page that reloads displaces no other visitor.
    const visit = transition(hourOf(subject), 'visited', {
      by: actorOf(subject),
      detail: networkOf(subject.document.source?.ip),
    })
    deltas.observe('accounts', accountId(subject, addInMaker), 'add_in_pages', visit)
  }
  if (account !== undefined) observeAccount(subject, account, oauth, deltas)
  if (changesApp(subject)) {
    observeApp(subject, subject.app, oauth, deltas)
    observeGrant(subject, subject.app, oauth, deltas)
  }
  if (oauth.action === undefined) return
  for (const [holder, rights] of exchangeRightsOf(subject))
    for (const detail of rights)
      deltas.observe(
        'apps',
        appId(subject, holder),
        'rights',
        transition(subject, oauth.action, { by: actorOf(subject), detail }),
      )
}
