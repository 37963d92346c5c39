import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities, withoutEntityStore } from '../../../pipeline/entity-store/update-entities.ts'
import { eventOf } from './events.ts'

const client = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
const principal = '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a'
const mara = { id: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', name: 'mara.voss@northpier.example' }

/** An event in 2026, by default of the unified audit log. */
function event(
  time: string,
  oauth: OauthGroup | undefined,
  more: { dataset?: string; action?: string; target?: string; id?: string; provider?: string } = {},
): EntityEvent {
  const { dataset = 'o365.audit', target, id, ...event } = more
  const made = eventOf(dataset, `2026-${time}Z`, {
    event,
    ...(oauth !== undefined && { oauth }),
    user: { email: mara.name, ...(target !== undefined && { target: { email: target } }) },
  })
  return { ...made, ...(id !== undefined && { id }) }
}

const consent = (time: string, scopes: string[], more: Partial<OauthGroup> = {}, about = {}): EntityEvent =>
  event(
    time,
    {
      action: 'consent',
      act: { id: `act-${time}-${scopes}`, bundle: `click-${time}` },
      app: { id: client, object_id: principal, name: 'Invoice Sync Helper', first_party: false },
      account: mara,
      grant: { kind: 'delegated', breadth: 'user', principal: mara, scopes, tier: 'medium' },
      ...more,
    },
    about,
  )

const use = (time: string, account: OauthGroup['account'] = mara, about = {}): EntityEvent =>
  event(time, { action: 'app_use', app: { id: client, first_party: false }, account }, about)

const accountAct = (time: string, action: string, target = mara.name, by = 'ivo.brandt@northpier.example') => {
  const act = event(time, undefined, { action, target })
  return { ...act, document: { ...act.document, user: { ...act.document.user, email: by } } }
}

const keyAdd = (time: string, email: string): EntityEvent => {
  const credential = { kind: 'secret', added: 1, total: 2 } as const
  const added = event(time, { action: 'credential_add', app: { id: client, first_party: false }, credential })
  return { ...added, document: { ...added.document, user: { email } } }
}

/** Stores all events in these batches. Returns the `oauth` group of each event. */
async function updated(...batches: EntityEvent[][]): Promise<OauthGroup[]> {
  const updateEntities = makeUpdateEntities(new InMemoryStore(), {
    ...emptyEnvironment,
    administrators: ['ivo.brandt@northpier.example'],
  })
  const out: OauthGroup[] = []
  for (const batch of batches) for (const { document } of await updateEntities(batch)) out.push(document.oauth ?? {})
  return out
}

it('an act has the same series with and without the entity store, so a rule that groups by it loses no record', async () => {
  const made = () => [use('03-01T09:00:00.000'), event('03-01T09:00:00.000', undefined)]
  const [annotated] = await makeUpdateEntities(new InMemoryStore())(made())
  const [bare, other] = await withoutEntityStore(made())
  expect(bare?.document.oauth?.act?.series).toMatch(new RegExp(`^${client}`))
  expect(bare?.document.oauth?.act?.series).toBe(annotated?.document.oauth?.act?.series)
  expect(other?.document.oauth).toBeUndefined()
})

it('the annotations of an event exclude the event', async () => {
  const [first, second] = await updated([use('03-01T10:00:00.000'), use('03-04T11:00:00.000')])
  expect(first?.app).toEqual({ id: client, first_party: false, used_days: 0, users: 0 })
  expect(second?.app).toMatchObject({ first_seen: '2026-03-01T10:00:00.000Z', age_days: 3, idle_days: 3 })
})

it('the annotations of an event contain the facts at the time of the event, even after later events', async () => {
  const [, , late] = await updated(
    [accountAct('03-10T10:00:00.000', 'Disable account.'), use('03-12T10:00:00.000')],
    [use('03-09T10:00:00.000')],
  )
  expect(late?.account).toEqual(mara)
  expect(late?.app?.last_used).toBeUndefined()
})

it('the age of a status counts from the first of several records, and restarts with a new status', async () => {
  const [, , , disabled, , enabled] = await updated([
    accountAct('03-10T10:00:00.000', 'Disable account.'),
    accountAct('03-10T12:00:00.000', 'Disable account'),
    accountAct(
      '03-10T13:00:00.000',
      'deleted-user-account',
      '0b7c2f6e51d44c198a0e93f2d6a7e514mara.voss@northpier.example',
    ),
    use('03-10T12:30:00.000'),
    accountAct('03-11T10:00:00.000', 'Enable account.'),
    use('03-11T11:00:00.000'),
  ])
  expect(disabled?.account).toMatchObject({ status: 'disabled', status_age_hours: 2.5 })
  expect(enabled?.account).toMatchObject({ status: 'active', status_age_hours: 1 })
})

it('an application that Microsoft disabled after a risk has this status in its next use', async () => {
  const risk = event('03-10T10:00:00.000', { app: { id: client, object_id: principal, status: 'disabled' } })
  const [, used] = await updated([risk, use('03-10T11:00:00.000')])
  expect(used?.app).toMatchObject({ status: 'disabled' })
})

it('an account is known by object ID, mailbox and address, in whatever order the links are recorded', async () => {
  const link = consent('03-20T10:00:00.000', ['Mail.Read'])
  const ended = accountAct('03-10T10:00:00.000', 'Disable account.')
  const byObject = () => use('03-12T10:00:00.000', { id: mara.id })
  const byMailbox = () =>
    use('03-12T10:00:00.000', { id: 'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80' }, { provider: 'Exchange' })
  const mailbox = use(
    '03-21T10:00:00.000',
    { id: 'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80', name: mara.name },
    { provider: 'Exchange' },
  )
  const annotated = await updated([byObject(), ended, link, mailbox], [byObject(), byMailbox()])
  expect([annotated[0], annotated[4]].map((oauth) => oauth?.account?.status)).toEqual(['disabled', 'disabled'])
  expect(annotated[5]?.account?.status).toBe('disabled')
})

it('a new holder of an address is distinguished from the previous holder', async () => {
  const next = { id: '77777777-51d4-4c19-8a0e-93f2d6a7e514', name: mara.name }
  const annotated = await updated([
    use('03-01T10:00:00.000'),
    accountAct('03-10T10:00:00.000', 'deleted-user-account'),
    use('05-01T10:00:00.000', next),
    use('05-02T10:00:00.000', next),
    use('05-03T10:00:00.000', { id: mara.id }),
  ])
  expect(annotated.map((oauth) => oauth.account?.status)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'deleted',
  ])
})

it('the client ID of an application is added to a record that contains only the object ID', async () => {
  const grant = event('03-02T10:00:01.000', {
    action: 'delegated_grant',
    app: { object_id: principal },
    account: mara,
    grant: { breadth: 'user', principal: mara, scopes: ['Mail.Read'], tier: 'high' },
  })
  const annotated = await updated([consent('03-02T10:00:00.000', ['Mail.Read']), grant])
  expect(annotated[1]?.app).toMatchObject({ id: client, name: 'Invoice Sync Helper', first_party: false })
})

it('a permission that a change lists as already held is not new, even in the first record of the grant', async () => {
  const scopes = { scopes: ['User.Read', 'Mail.Read'], scopes_added: ['Mail.Read'] }
  const [changed] = await updated([
    consent('03-02T10:00:00.000', [], {
      action: 'delegated_grant',
      grant: { breadth: 'user', principal: mara, tier: 'high', ...scopes },
    }),
  ])
  expect(changed?.grant?.scopes_new).toEqual(['Mail.Read'])
})

it('new permissions and a raised tier refer to earlier grants of the account, not to the same click', async () => {
  const more = { action: 'delegated_grant' as const, app: { object_id: principal } }
  const annotated = await updated([
    consent('03-02T10:00:00.000', ['User.Read']),
    consent('03-05T10:00:00.000', ['User.Read']),
    consent('03-05T10:00:01.000', ['User.Read', 'Mail.Read'], {
      ...more,
      grant: { breadth: 'user', principal: mara, scopes: ['User.Read', 'Mail.Read'], tier: 'critical' },
    }),
  ])
  expect(annotated[0]?.grant).toMatchObject({ known: false, scopes_new: ['User.Read'] })
  expect(annotated[0]?.grant?.tier_raised).toBeUndefined()
  expect(annotated[1]?.grant).toMatchObject({ known: true, tier_raised: false, granted_by: mara.name })
  expect(annotated[2]?.grant).toMatchObject({ known: true, tier_raised: true, scopes_new: ['Mail.Read'] })
})

it('a grant stays revoked until the next grant, and a removal paired with a grant is a change', async () => {
  const removal = (time: string, bundle: string) =>
    event(time, {
      action: 'delegated_revoke',
      act: { bundle },
      app: { object_id: principal },
      account: { id: mara.id },
      grant: { breadth: 'user', principal: { id: mara.id } },
    })
  const annotated = await updated([
    consent('03-02T10:00:00.000', ['User.Read']),
    removal('03-03T10:00:00.000', 'click-03-03T10:00:01.000'),
    consent('03-03T10:00:01.000', ['Mail.Read']),
    use('03-03T12:00:00.000'),
    removal('03-04T10:00:00.000', 'alone'),
    use('03-04T12:00:00.000'),
    consent('03-05T10:00:00.000', ['User.Read']),
    use('03-05T12:00:00.000'),
  ])
  const hours = annotated.map(({ grant }) => grant?.revoked_age_hours)
  expect(hours).toEqual([undefined, undefined, undefined, undefined, undefined, 2, 24, undefined])
})

it('an application is an orphan if the accounts of all its grants have ended', async () => {
  const sweep = (time: string) =>
    event(time, { action: 'app_use', app: { id: client, first_party: false }, grant: { app_only: true } })
  const other = { ...mara, name: 'jonas.reimer@northpier.example', id: '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26' }
  const byOther = consent('03-02T11:00:00.000', ['Mail.Read'], { account: other })
  byOther.document.user = { email: other.name }
  const annotated = await updated([
    consent('03-02T10:00:00.000', ['Mail.Read']),
    byOther,
    accountAct('03-03T10:00:00.000', 'Disable account.'),
    sweep('03-04T10:00:00.000'),
    accountAct('03-05T10:00:00.000', 'Disable account.', other.name),
    sweep('03-06T10:00:00.000'),
  ])
  expect(annotated[3]?.app?.orphaned).toBeUndefined()
  expect(annotated[5]?.app).toMatchObject({ orphaned: true, orphaned_hours: 24 })
})

it('an application has an older twin with a look-alike name if the twin is at least a day older', async () => {
  const second = consent('03-02T10:02:00.000', ['User.Read'], {
    app: { id: '88888888-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'Invoice Sync Helper', first_party: false },
  })
  const other = consent('03-09T10:00:00.000', ['User.Read'], {
    app: { id: '99999999-1b3d-4f5e-9a7c-8d6b4e2f0a13', name: 'lnvoice Sync He1per', first_party: false },
  })
  const annotated = await updated([
    consent('03-02T10:00:00.000', ['User.Read']),
    second,
    other,
    consent('03-10T10:00:00.000', []),
  ])
  expect(annotated.map(({ app }) => app?.twin_of)).toEqual([undefined, undefined, client, undefined])
})

it('signed_in_since_reset shows an owner’s sign-in since the last reset, and is absent without a sign-in log', async () => {
  const signIn = (time: string, interactive: boolean) => {
    const made = event(time, { action: 'app_sign_in', app: { id: 'portal', first_party: true }, account: mara })
    made.document.saas = { logon: { interactive } }
    return made
  }
  const reset = () => accountAct('03-03T10:00:00.000', 'Reset user password.')
  const since = (oauth: OauthGroup[]) => oauth.at(-1)?.account?.signed_in_since_reset
  expect(since(await updated([reset(), use('03-04T10:00:00.000')]))).toBeUndefined()
  expect(
    since(
      await updated([
        signIn('03-01T10:00:00.000', true),
        reset(),
        signIn('03-03T12:00:00.000', false),
        use('03-04T10:00:00.000'),
      ]),
    ),
  ).toBe(false)
  expect(since(await updated([reset(), signIn('03-03T12:00:00.000', true), use('03-04T10:00:00.000')]))).toBe(true)
  const consents = consent('03-03T12:00:00.000', ['Mail.Read'])
  const signedIn = signIn('03-01T10:00:00.000', true)
  expect(since(await updated([signedIn, reset(), consents, use('03-04T10:00:00.000')]))).toBe(true)
  const own = accountAct('03-03T11:00:00.000', 'Change user password.', mara.name, mara.name)
  expect(since(await updated([signIn('03-01T10:00:00.000', true), reset(), own, use('03-04T10:00:00.000')]))).toBe(true)
})

it('an account is privileged by granted and not revoked roles, and as an administrator of the environment', async () => {
  const role = (time: string, action: string) =>
    event(time, { role: { name: 'Global Administrator', tier: 'critical' } }, { action, target: mara.name })
  const admin = { name: 'ivo.brandt@northpier.example' }
  const annotated = await updated([
    role('03-01T10:00:00.000', 'Add member to role.'),
    use('03-02T10:00:00.000'),
    role('03-03T10:00:00.000', 'Remove member from role.'),
    use('03-04T10:00:00.000'),
    use('03-04T10:00:00.000', admin),
  ])
  expect(annotated[1]?.account).toMatchObject({ privileged: true, tier: 'critical', roles: ['Global Administrator'] })
  expect(annotated[3]?.account).toEqual(mara)
  expect(annotated[4]?.account).toEqual({ ...admin, privileged: true })
})

it('an annotation is baseline ready when its log source is two weeks old', async () => {
  const annotated = await updated([use('03-01T10:00:00.000'), use('03-15T09:59:59.000'), use('03-15T10:00:00.000')])
  expect(annotated.map(({ entity_store }) => entity_store?.baseline_ready)).toEqual([false, false, true])
})

it('the use of the vendor’s own applications is stored only for the account', async () => {
  const store = new InMemoryStore()
  const own = event('03-01T10:00:00.000', { action: 'app_use', app: { id: 'own', first_party: true }, account: mara })
  await makeUpdateEntities(store)([own])
  expect([store.size('apps'), store.size('grants'), store.size('accounts')]).toEqual([0, 0, 1])
})

const ada = 'ada@northpier.example'
const bela = 'bela@northpier.example'
const isNew = (found: OauthGroup[]) => found.map(({ credential }) => credential?.actor_new)

it('the actor of a new credential is new for a day if only others added credentials before and the history is long enough', async () => {
  const days = [keyAdd('03-01T10:00:00.000', ada), keyAdd('03-05T10:00:00.000', bela)]
  const later = [
    keyAdd('03-20T10:00:00.000', 'BELA@northpier.example'),
    keyAdd('03-25T10:00:00.000', 'cora@northpier.example'),
    keyAdd('03-25T12:00:00.000', 'cora@northpier.example'),
    keyAdd('03-26T12:00:00.000', 'cora@northpier.example'),
  ]
  const wanted = [undefined, undefined, false, true, true, false]
  expect(isNew(await updated([...days, ...later]))).toEqual(wanted)
  // Late delivery: all actors are already known, and each is evaluated with the earlier facts.
  expect(isNew(await updated(later.toReversed(), days, later)).slice(-4)).toEqual(wanted.slice(2))
})

it('the actor of a new credential is not rated for an application without a known earlier actor', async () => {
  const other = { ...keyAdd('03-01T10:00:00.000', ada) }
  other.document.oauth = { ...other.document.oauth, app: { id: 'another', first_party: false } }
  expect(isNew(await updated([other, keyAdd('03-25T10:00:00.000', ada)]))).toEqual([undefined, undefined])
})

const recorded = (dataset: string, id: string) =>
  consent('03-02T10:00:00.000', ['User.Read'], { act: { id: 'one-act' } }, { dataset, id })
const duplicates = (oauth: OauthGroup[]) => oauth.map(({ act }) => act?.duplicate)

it('an act is a duplicate if another dataset recorded it first, never because of its own dataset', async () => {
  expect(
    duplicates(
      await updated(
        [recorded('azure.auditlogs', 'a'), recorded('azure.auditlogs', 'sibling')],
        [recorded('o365.audit', 'b')],
        [recorded('azure.auditlogs', 'a')],
      ),
    ),
  ).toEqual([undefined, undefined, true, undefined])
})

it('an act is not a duplicate if no other dataset records it', async () => {
  const google = () => recorded('google_workspace.token', 'g')
  expect(duplicates(await updated([google()], [google()]))).toEqual([undefined, undefined])
})

it('a snapshot of the entity store restores all entities', async () => {
  const store = new InMemoryStore()
  await makeUpdateEntities(store)([
    consent('03-02T10:00:00.000', ['User.Read']),
    use('03-02T11:00:00.000'),
    accountAct('03-03T10:00:00.000', 'Disable account.'),
  ])
  const lines = [...store.snapshot()].map((entity) => JSON.stringify(entity))
  const again = new InMemoryStore()
  for (const line of lines) again.restore(JSON.parse(line))
  expect([...again.snapshot()].map((entity) => JSON.stringify(entity))).toEqual(lines)
  const [annotated] = await makeUpdateEntities(again)([use('03-05T10:00:00.000')])
  expect(annotated?.document.oauth?.account?.status).toBe('disabled')
  expect(annotated?.document.oauth?.grant?.known).toBe(true)
})

it('a later batch uses new facts about an application that an earlier batch read', async () => {
  const again = await updated(
    [use('03-01T10:00:00.000')],
    [use('03-01T11:00:00.000')],
    [consent('03-02T10:00:00.000', ['Mail.Read']), accountAct('03-10T10:00:00.000', 'Disable account.')],
    [use('03-12T10:00:00.000')],
  )
  expect(again.at(-1)?.grant).toMatchObject({ known: true })
  expect(again.at(-1)?.account?.status).toBe('disabled')
})

it('the delegation of a service account is known in the log of Google Cloud, which contains no tenant', async () => {
  const app = (id: string) => ({ id, kind: 'service_account' as const })
  const token = event(
    '03-01T10:00:00.000',
    {
      action: 'app_sign_in',
      app: app('104567890123456789012'),
      account: mara,
      grant: { kind: 'domain_delegation', breadth: 'tenant', scopes: [] },
    },
    { dataset: 'google_workspace.access_evaluation' },
  )
  const key = (id: string): EntityEvent => {
    const added = event('03-20T10:00:00.000', { action: 'credential_add', app: app(id) }, { dataset: 'gcp.audit' })
    return { ...added, document: { ...added.document, organization: {} } }
  }
  const [, own, other] = await updated(
    [{ ...token, document: { ...token.document, organization: { id: 'C04abc9k1' } } }],
    [key('104567890123456789012'), key('109876543210987654321')],
  )
  expect([own?.app?.delegated, other?.app?.delegated]).toEqual([true, undefined])
})
