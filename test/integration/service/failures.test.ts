// An input that cannot become a document is moved to the dead letters with its reason, and blocks nothing.
import { gzipSync } from 'node:zlib'
import type { Message } from 'kafkajs'
import { expect, test } from 'vitest'
import { consentRecord, describeService } from './service-bench.ts'

const consent = (id: string, members: object = {}) => JSON.stringify(consentRecord(id, members))

const inPartition = (partition: number, value: string | Buffer): Message => ({ partition, value })

await describeService({ title: 'dead letters of the service' }, (bench) => {
  test('a dead letter contains a poison record with its coordinates, and the records around it are stored', async () => {
    const deployment = await bench.deploy()
    // Starts with the magic bytes of gzip but is not gzip: neither text nor unpackable.
    const brokenGzip = Buffer.concat([gzipSync('audit').subarray(0, 8), Buffer.from([0xff, 0xfe, 0x00])])
    const deep = `{"Id":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    await bench.kafka.produce(deployment.topic, [
      inPartition(0, consent('before')),
      inPartition(0, 'not JSON'),
      inPartition(0, consent('between')),
      inPartition(1, consent('elsewhere')),
      inPartition(1, brokenGzip),
      inPartition(1, deep),
      inPartition(1, consent('after')),
    ])
    const group = bench.kafka.group()
    expect(await bench.runUntilIdle(deployment, { group })).toMatchObject({ records: 7, stored: 4, deadLetters: 3 })
    const documents = [...(await bench.documents(deployment.namespace)).values()]
    expect(documents.map(({ document }) => document.event.id).sort()).toEqual([
      'after',
      'before',
      'between',
      'elsewhere',
    ])
    const letters = await bench.deadLetters(deployment, 3)
    const source = deployment.topic
    expect(letters.sort((a, b) => a.raw.length - b.raw.length)).toMatchObject([
      { code: 'not_json', source, partition: 0, offset: '1', element: '', raw: 'not JSON' },
      { code: 'not_json', source, partition: 1, offset: '1', raw: `base64:${brokenGzip.toString('base64')}` },
      { code: 'too_deep', source, partition: 1, offset: '2', raw: deep },
    ])
    expect(await bench.kafka.committed(group, source)).toEqual(['3', '4'])
  })

  test('a dead letter contains Elasticsearch’s reason for a conflict with the template or with an operator’s component', async () => {
    const deployment = await bench.deploy()
    await bench.client.cluster.putComponentTemplate({
      name: `consentry-logs-o365.audit-${deployment.namespace}@custom`,
      template: {
        mappings: {
          properties: {
            o365: {
              properties: {
                audit: {
                  type: 'object',
                  dynamic: 'strict',
                  properties: { OwnNumber: { type: 'long', ignore_malformed: false } },
                },
              },
            },
          },
        },
      },
    })
    const conflict = consent('conflict', { OwnNumber: 'no number' })
    const unlisted = consent('unlisted', { NobodyKnowsThis: 1 })
    await bench.kafka.produce(deployment.topic, [conflict, consent('good'), unlisted])
    expect(await bench.runUntilIdle(deployment)).toMatchObject({ records: 3, stored: 1, deadLetters: 2 })
    const letters = await bench.deadLetters(deployment, 2)
    const common = { code: 'document_rejected', source: deployment.topic, element: '' }
    expect(letters.sort((a, b) => Number(a.offset) - Number(b.offset))).toMatchObject([
      {
        ...common,
        detail: expect.stringMatching(/document_parsing_exception: .*o365\.audit\.OwnNumber/),
        offset: '0',
        raw: conflict,
      },
      {
        ...common,
        detail: expect.stringMatching(/strict_dynamic_mapping_exception: .*NobodyKnowsThis/),
        offset: '2',
        raw: unlisted,
      },
    ])
  })
})
