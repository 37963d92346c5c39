// Decides where reading continues in a partition. A commit contains the ID of its topic: an offset of a deleted topic
// means nothing in a later topic of the same name.
import type { Kafka } from '../clients/kafka.ts'
import { openTopicIds, type TopicIds } from '../clients/kafka-topic-ids.ts'

export interface TopicEnd {
  readonly partition: number
  readonly low: string
  readonly high: string
}

export interface CommittedOffset {
  readonly partition: number
  readonly offset: string
  readonly metadata?: string | null
}

/** The questions that only the cluster can answer. */
export interface OffsetQueries {
  ends(topic: string): Promise<readonly TopicEnd[]>
  /** The committed offsets of the group; `-1` if the group never committed. */
  committed(topics: string[]): Promise<readonly { topic: string; partitions: readonly CommittedOffset[] }[]>
  ids: TopicIds['of']
}

export function openOffsetQueries(client: Kafka, groupId: string): OffsetQueries & { close(): Promise<void> } {
  const admin = client.admin()
  const ids = openTopicIds(client)
  let connected: Promise<void> | undefined
  const connect = () => {
    connected ??= admin.connect().catch((error: unknown) => {
      connected = undefined
      throw error
    })
    return connected
  }
  return {
    ends: async (topic) => {
      await connect()
      return admin.fetchTopicOffsets(topic)
    },
    committed: async (topics) => {
      await connect()
      return admin.fetchOffsets({ groupId, topics })
    },
    ids: ids.of,
    close: async () => {
      await ids.close()
      await admin.disconnect().catch(() => undefined)
    },
  }
}

/** The metadata of a commit. Other clients write other texts, or none: then the topic is assumed to be the same. */
const prefix = 'topic-id '

export const metadataOf = (topicId: string | undefined): { metadata?: string } =>
  topicId === undefined ? {} : { metadata: `${prefix}${topicId}` }

export type Start =
  /** The group never committed. */
  | { readonly kind: 'first'; readonly at: bigint }
  /** `proven` is false if the commit does not show its topic. */
  | { readonly kind: 'continue'; readonly at: bigint; readonly proven: boolean }
  /** Retention removed the records from `from` (inclusive) to `at` (exclusive) before they were read. */
  | { readonly kind: 'removed'; readonly from: bigint; readonly at: bigint }
  /** The topic was deleted and created again. The broker may have deleted the commit, too. */
  | { readonly kind: 'replaced'; readonly from: bigint | undefined; readonly at: bigint }

/** The IDs of the topic: now, and when this process last read it. */
export interface KnownIds {
  readonly id: string | undefined
  readonly before?: string | undefined
}

export function startOf(commit: CommittedOffset | undefined, end: TopicEnd, { id, before }: KnownIds): Start {
  const [from, low, high] = [BigInt(commit?.offset ?? -1), BigInt(end.low), BigInt(end.high)]
  const committedId = commit?.metadata?.startsWith(prefix) ? commit.metadata.slice(prefix.length) : undefined
  const readId = committedId ?? before
  const isOther = readId !== undefined && id !== undefined && readId !== id
  // Without IDs, only a position after the end shows that the topic was replaced, or that the broker lost its last records.
  if (isOther || from > high) return { kind: 'replaced', from: from < 0n ? undefined : from, at: low }
  if (from < 0n) return { kind: 'first', at: low }
  if (from < low) return { kind: 'removed', from, at: low }
  return { kind: 'continue', at: from, proven: committedId === id }
}
