import type { EcsDocument } from '../../mappings/fields/document.ts'

/** What memory needs of an event: its document and where it is stored. */
export interface Memorable {
  readonly dataset: string
  readonly document: EcsDocument
  readonly id: string
}

/**
 * The batch stage that merges events into apps, grants and accounts and stamps what is known as of their time.
 * Events come back in the same order.
 */
export type Remember = <E extends Memorable>(events: readonly E[]) => Promise<readonly E[]>

/** Keeps no memory: hands the events through. First-seen facts stay absent. */
export const withoutMemory: Remember = async (events) => events
