// The facts that an event supplies for accounts: where they sign in, what they do, and what others change.
import type { OauthGroup } from '../../mappings/fields/document.ts'
import { hasAssumedTier } from '../../mappings/knowledge/roles.ts'
import { makesCredential } from '../../mappings/lib/operation.ts'
import { actorOf, programOfActor } from './actor.ts'
import { accountId, appId } from './entity-ids.ts'
import { isHosted } from './known-networks.ts'
import { linkAccount, linkCreated, linkRenamed } from './links.ts'
import { networkOf, networksOf, systemOf } from './network.ts'
import type { DeltaWriter } from './store.ts'
import {
  type AccountIds,
  accountKeyId,
  appKeyId,
  domainOf,
  isCredentialByApp,
  routineAct,
  type Subject,
  takesOverByApp,
} from './subject.ts'
import { transition } from './transition.ts'
import { clientOf, isOwnerThere, isWithoutOwner, programOf } from './use.ts'

/** Records the act for its actor: acts that an actor repeats every few weeks are a routine. */
export function observeActor(subject: Subject, deltas: DeltaWriter): void {
  const { actor, actorApp, at, document } = subject
  const value = routineAct(subject)
  if (value === undefined || document.event.outcome === 'failure') return
  const act = { value, first: at }
  if (actorApp !== undefined) {
    const id = appId(subject, appKeyId(actorApp))
    deltas.observe('apps', id, 'acts', act)
    // Without a log of its uses, only these acts show where the application works.
    if (takesOverByApp(subject))
      for (const network of networksOf(document.source))
        deltas.observe('apps', id, 'networks', { value: network, first: at })
  } else if (actor !== undefined) deltas.observe('accounts', accountId(subject, accountKeyId(actor)), 'acts', act)
}

export function observeAccountAct(
  subject: Subject,
  act: NonNullable<Subject['accountAct']>,
  deltas: DeltaWriter,
): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(act.account))
  const by = actorOf(subject)
  linkAccount(subject, act.account, deltas)
  if (act.renamed) linkRenamed(subject, act.account, deltas)
  if (act.created) {
    deltas.observe('accounts', id, 'created', at)
    linkCreated(subject, act.account, deltas)
  }
  if (act.status !== undefined) deltas.observe('accounts', id, 'status', transition(subject, act.status, { by }))
  if (act.reset) deltas.observe('accounts', id, 'resets', transition(subject, 'reset', { by }))
  const maker = programOfActor(subject) ?? by
  if (makesCredential(act) && maker !== undefined && by !== id.ids[0]) {
    const kind = (isCredentialByApp(subject) ? routineAct(subject) : undefined) ?? 'account'
    const detail = networkOf(document.source?.ip)
    deltas.observe('accounts', id, 'credentials_made', transition(subject, kind, { by: maker, detail }))
  }
  if (act.sessionsRevoked) deltas.observe('accounts', id, 'sessions', transition(subject, 'revoked', { by }))
  if (act.factorChanged) deltas.observe('accounts', id, 'factors', at)
  if (act.signedIn) {
    deltas.observe('accounts', id, 'sign_ins', at)
    observeSignInNetworks(subject, id, true, deltas)
  }
  const role = document.oauth?.role
  const name = role?.name ?? role?.id
  if (act.role !== undefined && name !== undefined) {
    // An assumed tier is for the alert on the assignment. It is no privilege of the holder.
    const tier = hasAssumedTier(subject.dataset, name) ? 'none' : (role?.tier ?? 'none')
    const value = act.role === 'granted' ? tier : 'revoked'
    deltas.observe('accounts', id, 'roles', transition(subject, value, { detail: name }))
  }
}

/** Records networks of a sign-in or a console act. A server that renews a token uses other networks than the owner. */
export function observeSignInNetworks(
  { at, document }: Subject,
  id: ReturnType<typeof accountId>,
  isOwner: boolean,
  deltas: DeltaWriter,
): void {
  const { source } = document
  const place = (isHosted(document) ? systemOf(source) : source?.geo?.country_iso_code) ?? networkOf(source?.ip)
  if (isOwner && place !== undefined) deltas.observe('accounts', id, 'owner_places', { value: place, first: at })
  for (const value of networksOf(source)) {
    deltas.observe('accounts', id, 'networks', { value, first: at })
    if (isOwner) deltas.observe('accounts', id, 'owner_networks', { value, first: at })
  }
}

export function observeAccount(subject: Subject, account: AccountIds, oauth: OauthGroup, deltas: DeltaWriter): void {
  const { at, document } = subject
  const id = accountId(subject, accountKeyId(account))
  linkAccount(subject, account, deltas)
  deltas.observe('accounts', id, 'first_seen', at)
  const isSignIn = oauth.action === 'app_sign_in' && document.event.outcome === 'success' && !isWithoutOwner(oauth)
  const isOwner = isOwnerThere(subject)
  if (isSignIn || isOwner) observeSignInNetworks(subject, id, isOwner, deltas)
  if (isSignIn && document.saas?.logon?.interactive !== false) deltas.observe('accounts', id, 'sign_ins', at)
  if (isSignIn && document.saas?.logon?.federated === true) {
    const domain = domainOf(account.address)
    deltas.observe('accounts', id, 'federated', at)
    if (domain !== undefined) deltas.observe('accounts', accountId(subject, domain), 'federated', at)
  }
  const client = clientOf(subject)
  if (client !== undefined) {
    deltas.observe('accounts', id, 'clients', { value: client, first: at })
    if (oauth.action === 'app_use')
      for (const value of networksOf(document.source))
        deltas.observe('accounts', id, 'use_networks', { value, first: at })
  }
  const program = programOf(subject)
  if (program !== undefined) deltas.observe('accounts', id, 'programs', { value: program, first: at })
}
