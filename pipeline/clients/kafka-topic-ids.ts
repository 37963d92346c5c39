// Asks a broker for the IDs of topics (KIP-516). A topic that was deleted and created again has another ID. No protocol
// version that kafkajs supports has topic IDs, so this module encodes the request with the encoder of kafkajs.
import { createRequire } from 'node:module'
import type { Kafka } from './kafka.ts'

/** The parts of kafkajs that its types do not contain. */
interface Encoder {
  writeInt8(value: number): Encoder
  writeBoolean(value: boolean): Encoder
  writeUVarInt(value: number): Encoder
  writeUVarIntString(value: string): Encoder
  writeBuffer(value: Buffer): Encoder
}

interface Decoder {
  readInt16(): number
  readInt32(): number
  readBoolean(): boolean
  readBytes(count: number): Buffer
  readUVarIntString(): string | null
  readUVarIntArray<T>(read: (decoder: Decoder) => T): T[] | null
  readTaggedFields(): unknown
}

interface Exchange<T> {
  readonly request: { apiKey: number; apiVersion: number; apiName: string; encode(): Promise<Encoder> }
  readonly response: { decode(payload: Buffer): Promise<T>; parse(decoded: T): Promise<T> }
}

interface Cluster {
  connect(): Promise<void>
  disconnect(): Promise<void>
  readonly brokerPool: {
    readonly seedBroker: {
      readonly versions: Readonly<Record<number, { readonly maxVersion: number } | undefined>> | null
      readonly connectionPool: { send<T>(exchange: Exchange<T>): Promise<T> }
    }
  }
}

const require = createRequire(import.meta.url)
const KafkaEncoder = require('kafkajs/src/protocol/encoder.js') as new () => Encoder
const KafkaDecoder = require('kafkajs/src/protocol/decoder.js') as new (payload: Buffer) => Decoder

const metadata = { apiKey: 3, apiVersion: 10, apiName: 'Metadata' }
const noId = Buffer.alloc(16)

/** kafkajs creates connections only for its own clients, with a function whose key is a symbol. */
function clusterOf(client: Kafka): Cluster {
  const symbol = Object.getOwnPropertySymbols(client).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  )
  if (symbol === undefined) throw new Error('this version of kafkajs has no function that creates a cluster')
  const create = (client as unknown as Record<symbol, (options: object) => Cluster>)[symbol]
  return (create as (options: object) => Cluster)({ metadataMaxAge: 60_000, allowAutoTopicCreation: false })
}

function encodeRequest(topics: readonly string[]): Encoder {
  // From version 9, the header ends with tagged fields, which kafkajs does not write.
  const encoder = new KafkaEncoder().writeInt8(0).writeUVarInt(topics.length + 1)
  for (const topic of topics) encoder.writeBuffer(noId).writeUVarIntString(topic).writeInt8(0)
  // Create no topic, and list no allowed operations.
  return encoder.writeBoolean(false).writeBoolean(false).writeBoolean(false).writeInt8(0)
}

/** Returns each ID in the form that `kafka-topics --describe` prints. */
function decodeResponse(payload: Buffer): Map<string, string> {
  const decoder = new KafkaDecoder(payload)
  const ids = new Map<string, string>()
  decoder.readTaggedFields()
  decoder.readInt32()
  decoder.readUVarIntArray((broker) => {
    broker.readInt32()
    broker.readUVarIntString()
    broker.readInt32()
    broker.readUVarIntString()
    broker.readTaggedFields()
  })
  decoder.readUVarIntString()
  decoder.readInt32()
  decoder.readUVarIntArray((topic) => {
    const errorCode = topic.readInt16()
    const name = topic.readUVarIntString()
    const id = topic.readBytes(noId.length)
    if (errorCode === 0 && name !== null && !id.equals(noId)) ids.set(name, id.toString('base64url'))
    topic.readBoolean()
    topic.readUVarIntArray((partition) => {
      partition.readInt16()
      for (let field = 0; field < 3; field++) partition.readInt32()
      for (let list = 0; list < 3; list++) partition.readUVarIntArray((node) => node.readInt32())
      partition.readTaggedFields()
    })
    topic.readInt32()
    topic.readTaggedFields()
  })
  return ids
}

export interface TopicIds {
  /** The IDs of the topics that exist. Brokers before Kafka 2.8, and some other products, have none. */
  of(topics: readonly string[]): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}

export function openTopicIds(client: Kafka): TopicIds {
  let cluster: Cluster | undefined
  return {
    async of(topics) {
      cluster ??= clusterOf(client)
      await cluster.connect()
      const { versions, connectionPool } = cluster.brokerPool.seedBroker
      if ((versions?.[metadata.apiKey]?.maxVersion ?? 0) < metadata.apiVersion) return new Map()
      return connectionPool.send({
        request: { ...metadata, encode: async () => encodeRequest(topics) },
        response: { decode: async (payload) => decodeResponse(payload), parse: async (ids) => ids },
      })
    },
    async close() {
      await cluster?.disconnect().catch(() => undefined)
    },
  }
}
