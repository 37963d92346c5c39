// The activity of one application in the logs: acts on it as sentences, and its use in numbers.

import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import { minuteMs } from '../../../mappings/kernel/durations.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { present } from '../../../mappings/kernel/present.ts'
import { reason } from '../../../rules/lib/reason.ts'
import { time } from '../../entity-store/age.ts'
import { statusAfter } from '../../entity-store/app-status.ts'
import { everybody } from '../../entity-store/entity-ids.ts'
import { isGrant, isRevocation } from '../../entity-store/observe-grant.ts'
import { Counter } from '../counter.ts'
import { joinedUses, UseTimes } from '../evidence/uses.ts'
import { cut, cutSentence, Ends, hasRoom } from './kept.ts'
import { Keys } from './keys.ts'
import { limits } from './limits.ts'
import { Times } from './times.ts'

export interface RecordedAct {
  readonly at: string
  readonly action: string
  readonly what: string
  readonly address?: string
  readonly failed?: true
  /** Whether the act ends or opens the access of the application. */
  readonly effect?: 'ends' | 'opens'
  /** `event.id` of the record. */
  readonly event?: string
}

const uses: ReadonlySet<string> = new Set(['app_use', 'app_sign_in'])

function effectOf(oauth: OauthGroup = {}): RecordedAct['effect'] {
  const status = statusAfter(oauth)
  if (status !== undefined) return status === 'enabled' ? 'opens' : 'ends'
  return isGrant(oauth.action) ? 'opens' : isRevocation(oauth.action) ? 'ends' : undefined
}

/** Sentences on a response that did not last: somebody reversed it, or it failed. Names the last case of each. */
export function reversals({ acts }: Trail): string[] {
  let ended: RecordedAct | undefined
  let reversed: string | undefined
  let failed: string | undefined
  for (const act of [...acts.first, ...acts.last]) {
    const { at, what, effect } = act
    if (effect === 'ends' && act.failed) failed = `An attempt to end its access failed at ${time(at)}: ${what}.`
    else if (effect === 'ends') [ended, failed] = [act, undefined]
    if (effect !== 'opens' || act.failed || ended === undefined || at <= ended.at) continue
    // An update of permissions replaces a grant within seconds.
    if (Date.parse(at) - Date.parse(ended.at) > minuteMs)
      reversed = `Somebody reversed the end of its access at ${time(at)}: ${what}. It had ended at ${time(ended.at)}: ${ended.what}.`
    ended = undefined
  }
  return [reversed, failed].filter((sentence) => sentence !== undefined)
}

export class Trail {
  readonly acts = new Ends<RecordedAct>(limits.firstActs, limits.lastActs)
  /** Successful acts, by `oauth.action`. */
  readonly byAction = new Counter()
  readonly uses = new Times()
  /** By account. The accounts beyond the limit share `*`. */
  readonly signIns = new Map<string, UseTimes>()
  readonly failures = new Times()
  readonly tokens = new Set<string>()
  /** Kinds of data that it used (`oauth.activity.kind`). */
  readonly kinds = new Set<string>()
  readonly keys = new Keys()
  /** Its last known name, also from records whose alerts a filter excludes. */
  name?: string

  /** Keeps more acts of the application after its first alert. Earlier, it is only one of thousands. */
  alert(): void {
    this.acts.widen(limits.lastActsOfAlerted)
  }

  /** Adds a document about the application; skips acts that another dataset already recorded. */
  see(document: EcsDocument): void {
    const { oauth, event } = document
    const at = document['@timestamp'] ?? ''
    const action = oauth?.action
    if (oauth?.app?.name !== undefined) this.name = cut(oauth.app.name, limits.name)
    if (oauth?.act?.duplicate !== true) this.keys.see(document)
    if (action === undefined || oauth?.act?.duplicate === true) return
    if (!uses.has(action)) this.#act(document, at, action)
    else if (event.outcome === 'failure') this.failures.add(at)
    else this.#use(oauth?.activity, at)
    if (action === 'app_sign_in' && event.outcome !== 'failure') this.#signIn(document, at)
  }

  #signIn({ user, oauth }: EcsDocument, at: string): void {
    const account = cut(user?.email ?? oauth?.account?.name ?? user?.id ?? '', limits.id)
    const isKept = hasRoom(this.signIns, account, limits.signInLanes)
    lookedUp(this.signIns, isKept ? account : everybody, () => new UseTimes()).count(at)
  }

  #act(document: EcsDocument, at: string, action: string): void {
    const { oauth, event } = document
    const { id } = event
    this.acts.add({
      at,
      action,
      what: cutSentence(reason(document), oauth?.app?.name, limits),
      ...present({ address: document.source?.ip, effect: effectOf(oauth) }),
      ...(event.outcome === 'failure' && { failed: true }),
      ...(id !== undefined && { event: cut(id, limits.id) }),
    })
    if (event.outcome !== 'failure') this.byAction.add(action)
  }

  #use(activity: NonNullable<EcsDocument['oauth']>['activity'], at: string): void {
    this.uses.add(at)
    if (activity?.kind !== undefined) this.kinds.add(activity.kind)
    const token = activity?.token_id
    if (token !== undefined && this.tokens.size < limits.tokensOfApp) this.tokens.add(token)
  }
}

/** The combination of trails: records name one application by several IDs. Undefined for none. */
export function joinTrails(trails: readonly Trail[]): Trail | undefined {
  if (trails.length < 2) return trails[0]
  const all = new Trail()
  all.acts.widen(limits.lastActsOfAlerted)
  const acts = trails.flatMap((trail) => [...trail.acts.first, ...trail.acts.last])
  for (const act of acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) all.acts.add(act)
  for (const trail of trails) {
    if (trail.name !== undefined) all.name = trail.name
    all.acts.skip(trail.acts.between)
    for (const [action, times] of trail.byAction) all.byAction.add(action, times)
    all.uses.join(trail.uses)
    for (const [account, uses] of trail.signIns)
      all.signIns.set(account, joinedUses([uses, all.signIns.get(account) ?? new UseTimes()]))
    all.failures.join(trail.failures)
    for (const kind of trail.kinds) all.kinds.add(kind)
    for (const token of trail.tokens) all.tokens.add(token)
    all.keys.merge(trail.keys)
  }
  return all
}
