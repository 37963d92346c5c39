// An operator lists dead letters and replays them after a fix: the same records become the intended documents.
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import kafkajs from 'kafkajs'
import { expect, test } from 'vitest'
import type { Replayed } from '../../../pipeline/dead-letters/replay.ts'
import type { DeadLetter } from '../../../pipeline/outcome.ts'
import { openPrivate } from '../../../pipeline/safe-output/private-file.ts'
import { parseLines } from '../../support/ndjson.ts'
import { consentRecord, type Deployment, describeService } from '../service/service-bench.ts'

await describeService({ title: 'a replay of dead letters', versions: 'either' }, (bench) => {
  async function letters<T>(deployment: Deployment, args: readonly string[], extra: Record<string, string> = {}) {
    const { code, stdout, stderr } = await bench.start(deployment, ['dead-letters', ...args], extra).ended
    return { code, rows: args.includes('--json') ? parseLines<T>(stdout) : [], stdout, stderr }
  }

  const outcomes = (rows: readonly Replayed[]) =>
    Object.fromEntries(rows.map(({ id, outcome }) => [id.replace(/^.*?\//, ''), outcome]).sort())

  /** Sets or removes a component template of the operator that refuses `OwnNumber: 'no number'`. */
  async function refuseOwnNumbers({ namespace }: Deployment, refused: boolean) {
    const type = refused ? ({ type: 'long', ignore_malformed: false } as const) : ({ type: 'keyword' } as const)
    await bench.client.cluster.putComponentTemplate({
      name: `consentry-logs-o365.audit-${namespace}@custom`,
      template: { mappings: { properties: { o365: { properties: { audit: { properties: { OwnNumber: type } } } } } } },
    })
    if (!refused) await bench.client.indices.rollover({ alias: `logs-o365.audit-${namespace}` })
  }

  test('a replay stores corrected records, reports records that fail again, and changes nothing when repeated', async () => {
    const deployment = await bench.deploy()
    await refuseOwnNumbers(deployment, true)
    const page = { value: [consentRecord('on-page'), consentRecord('conflict-on-page', { OwnNumber: 'none' })] }
    await bench.kafka.produce(deployment.topic, [
      { partition: 0, value: JSON.stringify(consentRecord('conflict', { OwnNumber: 'none' })) },
      { partition: 0, value: 'not JSON' },
      { partition: 1, value: JSON.stringify(page) },
      { partition: 1, value: JSON.stringify(consentRecord('good')) },
    ])
    expect(await bench.runUntilIdle(deployment)).toMatchObject({ records: 4, stored: 2, deadLetters: 3 })

    const listed = await letters<DeadLetter>(deployment, ['list', '--json'])
    expect(listed.rows.map(({ code }) => code).sort()).toEqual(['document_rejected', 'document_rejected', 'not_json'])
    const refused = await letters<DeadLetter>(deployment, ['list', '--json', '--dataset', 'o365.audit'])
    expect(refused.rows.map(({ code }) => code)).toEqual(['document_rejected', 'document_rejected'])
    expect((await letters(deployment, ['list', '--until', '1h'])).stdout).toBe('no dead letters\n')
    const { stdout: shown } = await letters(deployment, ['show', `${deployment.topic}/0/1`])
    expect(shown).toMatch(/now {7}dead letter: not_json/)
    expect(await letters(deployment, ['show', `${deployment.topic}/0/2`])).toMatchObject({ code: 2 })
    expect(await letters(deployment, ['replay', '--id', `${deployment.topic}/0/2`])).toMatchObject({ code: 2 })
    expect(listed.rows.map((row) => 'id' in row && row.id)).toContain(`${deployment.topic}/0/1`)
    const group = bench.kafka.group()
    await letters(deployment, ['list'], { KAFKA_GROUP: group })
    const { groups } = await bench.kafka.admin.listGroups()
    expect(groups.filter(({ groupId }) => groupId.startsWith(group))).toEqual([])

    // Before the fix, the records fail again, and no second dead letter is written.
    const early = await letters<Replayed>(deployment, ['replay', '--json', '--code', 'document_rejected'])
    expect(early.code).toBe(1)
    expect(outcomes(early.rows)).toEqual({ '0/0': 'dead_letter', '1/0#value[1]': 'dead_letter' })
    expect((await letters(deployment, ['list', '--json'])).rows).toHaveLength(3)

    await refuseOwnNumbers(deployment, false)
    const first = await letters<Replayed>(deployment, ['replay', '--json'])
    expect(first.code).toBe(1)
    expect(outcomes(first.rows)).toEqual({ '0/0': 'stored', '0/1': 'dead_letter', '1/0#value[1]': 'stored' })
    const again = first.rows.find(({ outcome }) => outcome === 'dead_letter')
    expect(again).toMatchObject({ code: 'not_json', failures: [{ code: 'not_json' }] })
    const documents = await bench.documents(deployment.namespace)
    const names = () => [...documents.values()].map(({ document }) => document.event.id).sort()
    expect(names()).toEqual(['conflict', 'conflict-on-page', 'good', 'on-page'])

    // When the service processes the same records, its documents have the same IDs.
    expect(await bench.runUntilIdle(deployment)).toMatchObject({ stored: 0, duplicates: 4 })
    const second = await letters<Replayed>(deployment, ['replay', '--json', '--dataset', 'o365.audit'])
    expect(second).toMatchObject({ code: 0, stderr: expect.stringContaining('2 duplicate') })
    expect(await bench.documents(deployment.namespace)).toEqual(documents)
  })

  test('a replay reads a record batch that was too large from its topic', async () => {
    const deployment = await bench.deploy()
    const noise = 'x'.repeat(300_000)
    const values = ['a', 'b', 'c', 'd', 'e'].map((id) => JSON.stringify(consentRecord(id, { Noise: noise })))
    await bench.kafka.produce(
      deployment.topic,
      values.map((value) => ({ partition: 0, value })),
      kafkajs.CompressionTypes.GZIP,
    )
    const small = { KAFKA_EXPANDED_BYTES: String(1024 * 1024) }
    const { code, summary } = await bench.start(deployment, ['run', '--until-idle', '1'], {
      ...small,
      KAFKA_GROUP: bench.kafka.group(),
    }).ended
    expect({ code, summary }).toMatchObject({ code: 0, summary: { stored: 0, deadLetters: 1 } })
    const still = await letters<Replayed>(deployment, ['replay', '--json'], small)
    expect(still.rows).toMatchObject([{ outcome: 'dead_letter', failures: [{ code: 'batch_too_large' }] }])
    const fixed = await letters<Replayed>(deployment, ['replay', '--json'])
    expect(fixed.rows).toMatchObject([{ outcome: 'stored', stored: 5 }])
    expect((await letters<Replayed>(deployment, ['replay', '--json'])).rows).toMatchObject([
      { outcome: 'duplicate', duplicates: 5 },
    ])
  })

  test('a replay reads the dead letters of a hunt, and reports incomplete dead letters', async () => {
    const deployment = await bench.deploy()
    const file = join(tmpdir(), `${deployment.topic}.ndjson`)
    const at = { '@timestamp': '2026-03-02T10:00:00.000Z', detail: '', source: 'export.ndjson', element: '' }
    const written = [
      { ...at, code: 'kind_not_mapped', offset: '7', raw: JSON.stringify(consentRecord('from-file')) },
      { ...at, code: 'too_large', offset: '8', raw: '{"Id":', incomplete: true },
      'no letter',
    ]
    const handle = await openPrivate(file, 'w')
    await handle.writeFile(written.map((line) => JSON.stringify(line)).join('\n'))
    await handle.close()
    const replayed = await letters<Replayed>(deployment, ['replay', '--json', '--file', file])
    await rm(file)
    expect(replayed).toMatchObject({ code: 3, stderr: expect.stringContaining('1 values') })
    expect(outcomes(replayed.rows)).toEqual({ 7: 'stored', 8: 'lost' })
  })
})
