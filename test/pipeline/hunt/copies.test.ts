import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { Contradictions } from '../../../pipeline/hunt/contradictions.ts'
import { Copies } from '../../../pipeline/hunt/copies.ts'

const sorted = (id: string, dataset: string, document: object, lacks: boolean) => ({
  entry: { document: document as EcsDocument, id, dataset, visible: 0 },
  line: Buffer.from(id),
  lacksIds: lacks,
})

const signIn = (id: string, event: string, lacks: boolean, second = 10) =>
  sorted(id, 'azure.signinlogs', { '@timestamp': `2026-03-11T09:10:${second}.500Z`, event: { id: event } }, lacks)

const call = (id: string, ip: string, lacks: boolean, milliseconds = '000') => {
  const time = `2026-03-11T09:10:10.${milliseconds}Z`
  const oauth = { app: { id: 'client' }, activity: { method: 'gmail.users.messages.get' } }
  const user = { email: lacks ? 'A@a.example' : 'a@a.example' }
  const event = { id: lacks ? id.padEnd(32, '0') : id, action: 'activity' }
  const document = { '@timestamp': time, event, source: { ip }, user, oauth }
  return sorted(id, 'google_workspace.token', document, lacks)
}

const signIns = [signIn('a', '1', true), signIn('b', '1', false), signIn('c', '2', true), signIn('d', '1', true, 11)]
/** A call without a tenant ID, but with an account ID and a record ID. */
const callWithId = (id: string) => {
  const one = call(id, '192.0.2.1', false)
  return { ...one, lacksIds: true }
}
const calls = [call('a', '192.0.2.1', true), call('b', '192.0.2.2', true), call('c', '192.0.2.1', false, '123')]

const audit = (id: string, target: string, act: string | undefined, lacks: boolean, hasRecordId = !lacks) => {
  const event = { id: hasRecordId ? id : undefined, action: 'Add app role assignment to service principal' }
  const properties = { target_resources_list: [{ id: target }] }
  const document = {
    '@timestamp': `2026-03-11T09:10:10.${hasRecordId ? '471' : '000'}Z`,
    event,
    trace: { id: 'c' },
    oauth: { act: { id: act } },
    azure: { auditlogs: { properties } },
  }
  return sorted(id, 'azure.auditlogs', document, lacks)
}
/** Two permissions of one operation, and only one of them in the other export. */
const acts = [audit('a', 't', '1', true), audit('b', 't', '2', true), audit('c', 't', '1', false)]
const others = [audit('a', 't', '1', true), audit('b', 'u', '1', false)]
/** The row lacks the property from which the record has the ID of the act. */
const shortened = [audit('a', 't', '1', true), audit('b', 't', '2', false)]
/** Microsoft Graph: a record ID, no tenant. */
const bothLack = [audit('a', 't', '1', true), audit('b', 't', '1', true, true)]

/** A row with an outcome, and a record of a failed act. */
const failed = (outcome: string) =>
  [outcome, 'failure'].map((each, i) => {
    const one = audit(i === 0 ? 'a' : 'b', 't', '1', i === 0)
    Object.assign(one.entry.document.event, { outcome: each })
    return one
  })
const withoutAct = ['a', 'b', 'c'].map((id) => audit(id, 't', undefined, id !== 'c'))

const graphSignIn = signIn('a', '1', true)
Object.assign(graphSignIn.entry.document, { '@timestamp': '2026-03-11T09:10:10Z' })

/** The same sign-in, from Microsoft Graph with the tenant of the environment and from a diagnostic log. */
const twins = [signIn('b', '1', false), signIn('b', '1', false)]
Object.assign(twins[0]?.entry.document ?? {}, { '@timestamp': '2026-03-11T09:10:10.000Z' })

it.each([
  ['a row of the Entra admin center, but no other act of the operation', acts, ['b', 'c']],
  ['no row with another target', others, ['a', 'b']],
  ['a row with too few properties', shortened, ['b']],
  ['no row with another outcome', failed('success'), ['a', 'b']],
  ['a row without a known outcome', failed('unknown'), ['b']],
  ['one row for each record, if they name no act', withoutAct, ['b', 'c']],
  ['a row if the record has no tenant either', bothLack, ['b']],
  ['a sign-in with its time in seconds', [graphSignIn, signIn('b', '1', false)], ['b']],
  ['a sign-in with a tenant and its time in seconds', [...twins, signIn('c', '2', false)], ['b', 'c']],
  ['a sign-in without a tenant', signIns, ['b', 'c', 'd']],
  ['a sign-in without a tenant, in the reverse order', signIns.slice(0, 3).reverse(), ['c', 'b']],
  ['a call of an export without IDs', calls, ['b', 'c']],
  ['no call that has its own ID', [call('a', '192.0.2.1', false), callWithId('b'), callWithId('c')], ['a', 'b', 'c']],
])('a hunt drops %s if it has the same record with its tenant, in any batches', async (_, documents, expected) => {
  for (const size of [1, 2, documents.length]) {
    const copies = new Copies(new Contradictions())
    for (const { entry } of documents) copies.see(entry.document, entry.dataset)
    async function* batches() {
      for (let i = 0; i < documents.length; i += size) {
        const batch = documents.slice(i, i + size).map((each) => ({ ...each, line: Buffer.from(each.line) }))
        yield batch
        // A line is valid until the next batch.
        for (const { line } of batch) line.fill(0)
      }
    }
    const kept: string[] = []
    for await (const batch of copies.without(batches())) kept.push(...batch.map(({ line }) => line.toString()))
    expect(kept).toEqual(expected)
    expect(copies.dropped).toBe(documents.length - expected.length)
  }
})

it('a hunt reports the contradictory facts of a copy', async () => {
  const contradictions = new Contradictions()
  const copies = new Copies(contradictions)
  copies.see({} as EcsDocument, '')
  const [one, other] = [signIn('a', '1', true), signIn('b', '1', false)]
  Object.assign(one.entry.document, { source: { ip: '192.0.2.1' } })
  Object.assign(other.entry.document, { source: { ip: '192.0.2.2' } })
  async function* batches() {
    yield [one, other]
  }
  for await (const batch of copies.without(batches())) expect(batch.length).toBeLessThan(2)
  expect(contradictions.found.count).toBe(1)
})
