import { expect, it } from 'vitest'
import {
  checkReplacements,
  checkScenario,
  renderScenario,
  type Scenario,
  type Step,
} from '../../../rules/lib/scenario.ts'

const samples: Readonly<Record<string, string>> = {
  'm365/consent':
    '{"CreationTime": "2026-03-11T09:14:27", "Id": "7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90", "Operation": "Consent to application.", "UserId": "mara.voss@northpier.example", "InterSystemsId": "d41f0b2c-9e87-4a65-b3c2-1d0e9f8a7b6c", "IntraSystemId": "3b2a1908-7f6e-4d5c-8b4a-392817f6e5d4", "Folders": [{"Id": "LgAAAA"}], "AppAccessContext": {"IssuedAtTime": "2026-03-11T09:04:27"}}',
  'entra/consent':
    '{"records": [{"time": "2026-03-11T09:14:27.4710000Z", "correlationId": "d41f0b2c-9e87-4a65-b3c2-1d0e9f8a7b6c", "properties": {"id": "Directory_d41f0b2c-9e87-4a65-b3c2-1d0e9f8a7b6c_H2RWK_64589771", "correlationId": "d41f0b2c-9e87-4a65-b3c2-1d0e9f8a7b6c", "activityDateTime": "2026-03-11T09:14:27.471000+00:00"}}]}',
  'google-workspace/authorize':
    '{"id": {"time": "2026-03-11T09:14:27.789Z", "uniqueQualifier": "3158574920331207418", "applicationName": "token"}, "n": 9007199254740993}',
  'google-workspace/cloud':
    '{"id": {"time": {"dateOnly": false, "value": 1773223069239}, "uniqueQualifier": -512345678901234567}, "intValue": 9007199254740993}',
  'm365/wrapped':
    '{"Identity": "7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90", "CreationDate": "2026-03-11T09:14:27Z", "AuditData": "{\\"CreationTime\\":\\"2026-03-11T09:14:27\\",\\"Id\\":\\"7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90\\",\\"Operation\\":\\"x\\"}"}',
  'entra/request':
    '{"timeGenerated": "2026-03-11T09:14:27Z", "requestId": "9b677fcc-88b2-4a71-a966-e5fc5120f675", "operationId": "9b677fcc-88b2-4a71-a966-e5fc5120f675", "clientRequestId": "9b677fcc-88b2-4a71-a966-e5fc5120f675"}',
  'm365/timeless': '{"Operation": "x"}',
}

const render = (...steps: Step[]) => renderScenario(made(...steps), (reference) => samples[reference] ?? '')
const made = (...steps: Step[]): Scenario => ({
  id: 'a-scenario',
  title: 'A scenario',
  start: '2026-06-01T08:00:00Z',
  steps,
})
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/

it('a duplicated unified audit log record is moved in time with all its relative times, and otherwise unchanged', () => {
  const [recorded] = render({ sample: 'm365/consent', at: 'P1DT2H30M' })
  const record = JSON.parse(recorded?.raw ?? '')
  expect(recorded).toMatchObject({ at: '2026-06-02T10:30:00.000Z', delivered: '2026-06-02T10:30:00.000Z' })
  expect(record.CreationTime).toBe('2026-06-02T10:30:00')
  expect(record.AppAccessContext.IssuedAtTime).toBe('2026-06-02T10:20:00')
  expect(record.Id).toMatch(guid)
  expect(record.InterSystemsId).toMatch(guid)
  expect(new Set([record.Id, record.InterSystemsId, record.IntraSystemId]).size).toBe(3)
  expect(record.Folders).toEqual([{ Id: 'LgAAAA' }])
  expect(recorded?.raw).toContain('"Operation": "Consent to application."')
})

it('a duplicated Entra record is moved in time together with its wrapper', () => {
  const [recorded] = render({ sample: 'entra/consent', at: 'PT1S' })
  const [wrapper] = JSON.parse(recorded?.raw ?? '').records
  expect(wrapper.time).toBe('2026-06-01T08:00:01.0000000Z')
  expect(wrapper.properties.activityDateTime).toBe('2026-06-01T08:00:01.000000+00:00')
  expect(wrapper.properties.correlationId).toBe(wrapper.correlationId)
  expect(wrapper.properties.id).toMatch(/^Directory_[0-9a-f-]{36}$/)
})

it('a duplicated Google record is moved in time, with decimal qualifiers and every digit of other numbers', () => {
  const [report, cloud] = render(
    { sample: 'google-workspace/authorize', at: 'PT0S' },
    { sample: 'google-workspace/cloud', at: 'PT1S' },
  )
  expect(JSON.parse(report?.raw ?? '').id.time).toBe('2026-06-01T08:00:00.000Z')
  expect(JSON.parse(report?.raw ?? '').id.uniqueQualifier).toMatch(/^\d{10,19}$/)
  expect(report?.raw).toContain('"n": 9007199254740993')
  expect(cloud?.raw).toContain(`"value": ${Date.parse('2026-06-01T08:00:01Z')}`)
  expect(cloud?.raw).toMatch(/"uniqueQualifier": \d{10,19}}/)
  expect(cloud?.raw).toContain('"intValue": 9007199254740993')
})

it('a duplicated record in the text of a wrapper is moved in time, and the wrapper gets the same ID', () => {
  const [recorded] = render({ sample: 'm365/wrapped', at: 'PT0S' })
  const wrapper = JSON.parse(recorded?.raw ?? '')
  const record = JSON.parse(wrapper.AuditData)
  expect(wrapper.CreationDate).toBe('2026-06-01T08:00:00Z')
  expect(record.CreationTime).toBe('2026-06-01T08:00:00')
  expect(record.Id).toBe(wrapper.Identity)
  expect(record.Id).not.toBe('7c0f5a1e-3c5b-4b9e-8a5d-2e1f6b7c8d90')
})

it('a duplicated Graph request has the same new ID in each member that identifies it', () => {
  const [recorded] = render({ sample: 'entra/request', at: 'PT0S' })
  const { requestId, operationId, clientRequestId } = JSON.parse(recorded?.raw ?? '')
  expect(requestId).not.toBe('9b677fcc-88b2-4a71-a966-e5fc5120f675')
  expect([operationId, clientRequestId]).toEqual([requestId, requestId])
})

it('a duplicated record without a time is refused', () => {
  expect(() => render({ sample: 'm365/timeless', at: 'PT0S' })).toThrow(/m365\/timeless has no time/)
})

const field = (raw: string | undefined, name: string): string => JSON.parse(raw ?? '')[name]

it('each copy of a record in a scenario has different IDs, and one click has one correlation ID', () => {
  const recorded = render(
    { sample: 'm365/consent', at: 'PT0S', bundle: 'click' },
    { sample: 'm365/consent', at: 'PT1S', bundle: 'click', replace: { d41f0b2c: '7a7a7a7a' } },
    { sample: 'm365/consent', at: 'PT2S' },
  )
  expect(new Set(recorded.map(({ raw }) => field(raw, 'Id'))).size).toBe(3)
  const [first, second, third] = recorded.map(({ raw }) => field(raw, 'InterSystemsId'))
  expect(first).toBe(second)
  expect(first).not.toBe(third)
})

it('a scenario replaces a text by the next text at each repetition, and restarts after the last text', () => {
  const recorded = render({
    sample: 'm365/consent',
    at: 'PT1H',
    replace: { Consent: 'Request' },
    repeat: { every: 'PT1M', times: 3, replace: { 'mara.voss': ['ole.brandt', 'mara.voss'] } },
  })
  const users = recorded.map(({ raw }) => JSON.parse(raw).UserId.split('@')[0])
  expect(users).toEqual(['ole.brandt', 'mara.voss', 'ole.brandt'])
  expect(recorded.map(({ raw }) => JSON.parse(raw).Operation)).toEqual(Array(3).fill('Request to application.'))
})

it('a repeated step of a scenario advances its time and its delivery', () => {
  const recorded = render({
    sample: 'm365/consent',
    at: 'PT0S',
    delivered: 'PT1H',
    repeat: { every: 'P1D', times: 2 },
  })
  expect(recorded.map(({ at, delivered }) => [at, delivered])).toEqual([
    ['2026-06-01T08:00:00.000Z', '2026-06-01T09:00:00.000Z'],
    ['2026-06-02T08:00:00.000Z', '2026-06-02T09:00:00.000Z'],
  ])
  expect(new Set(recorded.map(({ raw }) => field(raw, 'Id'))).size).toBe(2)
})

it('a step at several times renders the same records as a step for each time', () => {
  const apart = render({ sample: 'm365/consent', at: 'PT0S' }, { sample: 'm365/consent', at: 'P8D' })
  expect(apart[0]?.raw).not.toBe(apart[1]?.raw)
  expect(render({ sample: 'm365/consent', at: ['PT0S', 'P8D'] })).toEqual(apart)
})

it('a scenario renders records in delivery order, with late and duplicate records', () => {
  const recorded = render(
    { sample: 'm365/consent', at: 'PT1H', delivered: 'PT5H', redelivered: ['PT6H'] },
    { sample: 'google-workspace/authorize', at: '2026-06-01T10:00:00Z' },
  )
  expect(recorded.map(({ sample }) => sample)).toEqual(['google-workspace/authorize', 'm365/consent', 'm365/consent'])
  expect(recorded[1]?.raw).toBe(recorded[2]?.raw)
})

it('a scenario replaces identities in one pass, with the longest first', () => {
  const [recorded] = render({
    sample: 'm365/consent',
    at: 'PT0S',
    replace: {
      mara: 'nobody',
      'mara.voss@northpier.example': 'ivo.brandt@northpier.example',
      northpier: 'elsewhere',
      'Consent to': 'mara.voss@northpier.example',
    },
  })
  expect(field(recorded?.raw, 'UserId')).toBe('ivo.brandt@northpier.example')
  expect(field(recorded?.raw, 'Operation')).toBe('mara.voss@northpier.example application.')
})

it('a scenario with unreadable times is reported', () => {
  const wrong = made(
    { sample: 'm365/consent', at: '2 hours', delivered: 'PT' },
    { sample: 'm365/consent', at: 'PT1H', repeat: { every: 'daily', times: 2 } },
  )
  expect(checkScenario({ file: 'a.scenario.ts', value: wrong }).map(({ path }) => path)).toEqual([
    'steps.0.at',
    'steps.0.delivered',
    'steps.1.repeat.every',
  ])
  expect(checkScenario({ file: 'a.scenario.ts', value: { ...wrong, start: 'today' } })).toMatchObject([
    { path: 'start' },
  ])
  expect(checkScenario({ file: 'a.scenario.ts', value: made({ sample: 'm365/consent', at: '-PT1H' }) })).toEqual([])
})

const sample = '{"Id":"r1","UserId":"mara.voss","Actor":"mara"}'
const found = (replace: Record<string, string>) =>
  checkReplacements(
    { file: 'a.scenario.ts', value: made({ sample: 'm365/consent', at: 'PT0S', replace }) },
    () => sample,
  )

it('a replacement without an effect is reported', () => {
  expect(found({ 'mara.voss': 'ole.brandt', 'ines.carver': 'mara.voss' })).toMatchObject([
    { code: 'R024', path: 'steps.0.replace', message: '"ines.carver" changes nothing in m365/consent' },
  ])
  expect(found({ mara: 'mara' })).toMatchObject([{ code: 'R024' }])
  const repeat = { every: 'PT1M', times: 2, replace: { 'mara.voss': ['mara.voss', 'ole.brandt'], absent: ['x'] } }
  const value = made({ sample: 'm365/consent', at: 'PT0S', repeat })
  expect(checkReplacements({ file: 'a.scenario.ts', value }, () => sample)).toMatchObject([
    { code: 'R024', path: 'steps.0.repeat.replace', message: '"absent" changes nothing in m365/consent' },
  ])
})

it('a replacement that protects a longer text from another replacement has an effect', () => {
  expect(found({ 'mara.voss': 'mara.voss', mara: 'ole' })).toEqual([])
})

const person =
  '{"CreationTime": "2026-03-11T09:14:27", "Id": "r1", "Operation": "x", "UserId": "mara.voss@northpier.example", "UserKey": "10032002A1B2C3D4", "ObjectId": "/personal/mara_voss_northpier_example", "Actor": "Mara Voss", "Login": "i:0h.f|membership|10032002a1b2c3d4@live.com", "AppId": "7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34"}'
const withPersonas = (personas: Step['personas'], times = 1) =>
  renderScenario(
    made({ sample: 'm365/person', at: 'PT0S', ...(personas && { personas }), repeat: { every: 'PT1M', times } }),
    () => person,
  ).map(({ raw }) => JSON.parse(raw))

it('a persona replaces each spelling of a person or application, and keeps the same IDs', () => {
  const [first, second] = withPersonas({ 'mara.voss': 'ole.brandt', 'Payroll Bridge': 'Harbour CRM Connector' }, 2)
  expect(first).toMatchObject({
    UserId: 'ole.brandt@northpier.example',
    UserKey: expect.stringMatching(/^1003200[0-9A-F]{9}$/),
    ObjectId: '/personal/ole_brandt_northpier_example',
    Actor: 'Ole Brandt',
    Login: `i:0h.f|membership|${first.UserKey.toLowerCase()}@live.com`,
    AppId: '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
  })
  expect(second.UserKey).toBe(first.UserKey)
  expect(first.UserKey).not.toBe(JSON.parse(person).UserKey)
})

it('a different persona replaces a person at each repetition of a step', () => {
  const named = withPersonas({ 'mara.voss': ['ole.brandt', 'mara.voss'] }, 3)
  expect(named.map(({ UserId }) => UserId.split('@')[0])).toEqual(['ole.brandt', 'mara.voss', 'ole.brandt'])
  const counted = withPersonas({ 'mara.voss': 10, 'Payroll Bridge': 3 }, 12)
  expect(new Set(counted.map(({ UserKey }) => UserKey)).size).toBe(10)
  expect(new Set(counted.map(({ AppId }) => AppId)).size).toBe(3)
  expect([counted[0], counted[10]]).toMatchObject([{ Actor: 'Mara Voss' }, { Actor: 'Mara Voss' }])
})

const personaProblems = (personas: Step['personas']) =>
  checkReplacements(
    { file: 'a.scenario.ts', value: made({ sample: 'm365/person', at: 'PT0S', ...(personas && { personas }) }) },
    () => person,
  ).map(({ path, message, hint }) => `${path}: ${message}: ${hint}`)

it('an unknown or absent persona is reported', () => {
  expect(personaProblems({ 'mara.voss': 'ole.brandt' })).toEqual([])
  const wrong: [Step['personas'], string][] = [
    [{ 'mara.vos': 'ole.brandt' }, 'there is no persona "mara.vos": did you mean "mara.voss"?'],
    [{ constructor: 'ole.brandt' }, 'there is no persona "constructor": use `replace` for other names'],
    [{ 'mara.voss': ['ole.brandt', 'Payroll Bridge'] }, 'there is no person "Payroll Bridge": use'],
    [{ 'mara.voss': 99 }, '99 personas cannot replace mara.voss: use at most 16'],
    [{ 'mara.voss': 2 }, 'mara.voss has more replacements than the step has records: use at most 1, or repeat'],
    [
      { 'mara.voss': ['ole.brandt', 'cleo.marsh'] },
      'mara.voss has more replacements than the step has records: use at',
    ],
    [{ 'lena.ostrow': 'ole.brandt' }, '"lena.ostrow" changes nothing in m365/person: remove it'],
  ]
  for (const [personas, problem] of wrong)
    expect(personaProblems(personas)).toEqual([expect.stringContaining(`steps.0.personas: ${problem}`)])
})
