// The history of a hunt: the events so far, in addition to its entity store.
import { entityKey } from '../../mappings/entities/key.ts'
import type { EntityName } from '../../mappings/entities/types.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { hasEnded } from '../entity-store/annotate-account.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import { accountId, appId } from '../entity-store/entity-ids.ts'
import type { InMemoryStore } from '../entity-store/in-memory-store.ts'
import { Lookup } from '../entity-store/lookup.ts'
import type { EntityId } from '../entity-store/store.ts'
import { accountKeyId, appKeyId, readSubject, type Subject } from '../entity-store/subject.ts'
import { type EventReference, referenceTo } from './finding.ts'
import type {
  AccountOf,
  EndedAccount,
  FieldCount,
  History,
  LogSource,
  LogSourceId,
  Measure,
  UsualVolume,
  UsualWeeks,
  Volume,
} from './history.ts'
import { isIn, type Span } from './settings.ts'
import { cloudCalls, FieldTally, LogSourceTally, Timeline, VolumeTally } from './tallies.ts'

export interface InMemoryHistoryOptions {
  readonly store: InMemoryStore
  readonly fields?: ReadonlyMap<string, readonly string[]>
  /**
   * Keeps uses and volumes, for events that arrive out of order. A hunt sorts events first, so its uses are already marked when
   * they are seen.
   */
  readonly keepsUses?: boolean
}

const clickActs: ReadonlySet<string> = new Set(['consent', 'delegated_grant', 'app_role_grant'])

export class InMemoryHistory implements History {
  readonly #store: InMemoryStore
  readonly #keepsUses: boolean
  readonly #ends = new Timeline<EntityId>()
  readonly #credentials = new Timeline<EntityId>()
  readonly #clicks = new Timeline<string>()
  readonly #records = new Map<string, EntityEvent[]>()
  readonly #uses: EntityEvent[] = []
  /** As text: one reference is several objects, and the log of a year has a million of them. */
  readonly #recorded = new Map<string, string>()
  readonly #firstRecorded = new Map<string, number>()
  readonly #logSources = new LogSourceTally()
  readonly #fields: FieldTally
  readonly #volumes = new VolumeTally()

  constructor({ store, fields = new Map(), keepsUses = false }: InMemoryHistoryOptions) {
    this.#store = store
    this.#keepsUses = keepsUses
    this.#fields = new FieldTally(fields)
  }

  /** Takes an event that the entity store has already applied. */
  see(event: EntityEvent): void {
    const subject = readSubject(event)
    if (subject === undefined) return
    const { oauth, accountAct, at, vendor, tenant, bundle } = subject
    this.#fields.see(subject)
    if (accountAct?.status !== undefined) {
      this.#record(event)
      if (hasEnded(accountAct.status)) this.#ends.add(at, accountId(subject, accountKeyId(accountAct.account)))
    }
    if (oauth?.action === undefined) return
    this.#logSources.see(subject)
    const recorded = entityKey(vendor, tenant, event.dataset, oauth.action)
    this.#firstRecorded.set(recorded, Math.min(at, this.#firstRecorded.get(recorded) ?? at))
    const failed = event.document.event.outcome === 'failure'
    if (failed) return
    if (oauth.action === 'app_use' || oauth.action === 'app_sign_in') this.#seeUse(event, subject)
    else this.#record(event)
    if (bundle !== undefined && clickActs.has(oauth.action)) {
      const key = `${vendor}|${tenant}|${bundle}`
      this.#clicks.add(at, key)
      this.#records.set(key, [...(this.#records.get(key) ?? []), event])
    }
    if (oauth.credential?.total !== undefined && subject.app !== undefined && oauth.action !== 'app_sign_in')
      this.#credentials.add(at, appId(subject, appKeyId(subject.app)))
  }

  #record(event: EntityEvent): void {
    // As a part of the key of the sort, the ID would keep the whole key.
    this.#recorded.set(Buffer.from(event.id).toString(), JSON.stringify(referenceTo(event)))
  }

  #seeUse(event: EntityEvent, subject: Subject): void {
    const { oauth } = subject
    if (oauth?.app?.first_party === true) return
    const isCounted = oauth?.action === 'app_use' && subject.dataset !== cloudCalls
    if (isCounted && oauth.activity?.network_age_hours === undefined) this.#volumes.see(event, subject)
    if (this.#keepsUses) this.#uses.push(event)
  }

  async read<T>(read: (lookup: Lookup) => T): Promise<T> {
    return read(new Lookup(this.#store))
  }

  async ends(span: Span): Promise<EntityId[]> {
    return this.#ends.within(span)
  }

  async grantsOf(accounts: readonly AccountOf[]): Promise<EntityId[]> {
    const wanted = new Set(accounts.flatMap(({ vendor, tenant, ids }) => ids.map((id) => `${vendor}|${tenant}|${id}`)))
    const found: EntityId[] = []
    for (const { id } of this.#store.entities('grants' satisfies EntityName))
      if (wanted.has(`${id.vendor}|${id.tenant}|${id.ids[1]}`)) found.push(id)
    return found
  }

  async credentialChanges(span: Span): Promise<EntityId[]> {
    return this.#credentials.within(span)
  }

  async unmarkedUses(accounts: readonly EndedAccount[]): Promise<EntityEvent[]> {
    return this.#uses.filter((use) => {
      const subject = readSubject(use)
      const status = subject?.oauth?.account?.status
      if (subject?.account === undefined || (status !== undefined && status !== 'unknown' && hasEnded(status)))
        return false
      const { address, id } = subject.account
      return accounts.some(
        ({ vendor, tenant, ids, while: ended }) =>
          vendor === subject.vendor &&
          tenant === subject.tenant &&
          isIn(ended, subject.at) &&
          [address, id].some((each) => each !== undefined && ids.includes(each)),
      )
    })
  }

  async clicks(span: Span): Promise<EntityEvent[][]> {
    // A click lasts less than a day.
    for (const key of this.#clicks.forget(span.from - dayMs)) this.#records.delete(key)
    return [...new Set(this.#clicks.within(span))].map((key) => this.#records.get(key) ?? [])
  }

  async hasRecorded(
    { vendor, tenant, dataset }: LogSourceId,
    actions: readonly string[],
    until: number,
  ): Promise<boolean> {
    return actions.some((action) => {
      const first = this.#firstRecorded.get(entityKey(vendor, tenant, dataset, action))
      return first !== undefined && first <= until
    })
  }

  async logSources(span: Span): Promise<LogSource[]> {
    return this.#logSources.within(span)
  }

  async fieldCounts(day: number): Promise<FieldCount[]> {
    return this.#fields.on(day)
  }

  async volumes(day: number, least: Readonly<Record<Measure, number>>): Promise<Volume[]> {
    // A late record may change an earlier day.
    if (!this.#keepsUses) this.#volumes.forget(day)
    return this.#volumes.on(day, least)
  }

  async usualVolume(volume: Volume, day: number): Promise<UsualVolume | undefined> {
    return this.#volumes.usual(volume, day)
  }

  async usualWeeks(volume: Volume, day: number): Promise<UsualWeeks> {
    return this.#volumes.usualWeeks(volume, day)
  }

  async messagesIn(volume: Volume, day: number): Promise<number> {
    return this.#volumes.messagesIn(volume, day)
  }

  async eventsOf(volume: Volume, day: number): Promise<readonly EventReference[]> {
    return this.#volumes.eventsOf(volume, day)
  }

  async references(ids: readonly string[]): Promise<EventReference[]> {
    return ids.flatMap((id) => JSON.parse(this.#recorded.get(id) ?? '[]') as EventReference | [])
  }
}
