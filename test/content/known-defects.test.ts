// What other integrations are known to get wrong with these logs, by number, each with the tests that show we do not. The
// numbers are those of the list of defects that the mappings were written against; the tests stand with what they test.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../mappings/kernel/package-root.ts'

interface KnownDefect {
  readonly number: number
  readonly what: string
  /** Test file below `test`, and titles in it as they are written there. */
  readonly shownBy: Readonly<Record<string, readonly string[]>>
}

const m365 = 'mappings/vendors/m365/defects.test.ts'
const entra = 'mappings/vendors/entra/defects.test.ts'
const google = 'mappings/vendors/google-workspace/known-defects.test.ts'

const knownDefects: readonly KnownDefect[] = [
  {
    number: 1,
    what: 'open-ended members use up the field limit, so that ECS fields are not indexed',
    shownBy: {
      [m365]: [
        'of cmdlets and properties do not use up the limit of the index, so ECS fields are always indexed',
        'below open-ended objects make no field by themselves',
      ],
    },
  },
  {
    number: 2,
    what: 'additionalDetails as an object: the document is rejected',
    shownBy: { [m365]: ['does not lose the document: additionalDetails that is %s'] },
  },
  {
    number: 3,
    what: 'Parameters and ModifiedProperties now text, now objects: the document is rejected',
    shownBy: {
      [m365]: ['does not lose the document: Parameters %j', 'does not lose the document: ModifiedProperties %j'],
    },
  },
  {
    number: 4,
    what: 'AdditionalInfo and OperationProperties as JSON text: the document is dropped',
    shownBy: { [m365]: ['is read: %s', 'is kept as text when it is none, and the document says so: %s'] },
  },
  {
    number: 5,
    what: 'one part that cannot be read stops all the rest',
    shownBy: { [m365]: ['never stops the rest: OriginatingServer %j', 'never stops the rest: all broken at once'] },
  },
  {
    number: 6,
    what: 'analysts have to work on raw members',
    shownBy: {
      [m365]: [
        'is in ECS, not only in the raw members: the platform',
        'is in ECS, not only in the raw members: the blob of an alert',
        'is in ECS, not only in the raw members: the application of a consent',
      ],
    },
  },
  {
    number: 7,
    what: 'the outcome of a logon is that of the HTTP exchange',
    shownBy: { [m365]: ['is not that of the HTTP exchange'] },
  },
  {
    number: 8,
    what: 'values of event.category and event.type that ECS does not have',
    shownBy: {
      [m365]: ['are a pair that ECS allows: %s'],
      [entra]: ['has a category and a type, so rules on iam see it: %s'],
      'mappings/vendors/google-workspace/activity.test.ts': ['have categories and types that ECS expects together'],
    },
  },
  {
    number: 9,
    what: 'the events of one activity become one document',
    shownBy: { [google]: ['becomes as many documents, with ids of their own that another delivery repeats'] },
  },
  {
    number: 10,
    what: 'what is fetched again is stored again',
    shownBy: {
      [google]: ['has an id in %s that does not change'],
      'pipeline/route/document-id.test.ts': ['does not depend on the order of scopes in a Google event'],
    },
  },
  {
    number: 11,
    what: 'empty pages become error documents',
    shownBy: { [google]: ['are nothing, not an error'] },
  },
  {
    number: 12,
    what: 'a target that is there already stops the mapping of Drive',
    shownBy: { [google]: ['has a target although a parameter of that name is there already'] },
  },
  {
    number: 13,
    what: 'a passed login challenge is reported as a failure',
    shownBy: { [google]: ['%s is a %s'] },
  },
  {
    number: 14,
    what: 'parameters that rules need are not mapped',
    shownBy: {
      [google]: ['keeps the parameters that rules ask for, in the types that they ask for'],
      'pipeline/hunt/prebuilt-table.test.ts': ['is produced by a sample of its dataset, unless no record has it'],
    },
  },
  {
    number: 15,
    what: 'long values are stored, but not indexed',
    shownBy: { [google]: ['indexes search text of any length'] },
  },
  {
    number: 16,
    what: 'applications are missing for years',
    shownBy: { [google]: ['is kept whole, categorised and counted'] },
  },
  {
    number: 17,
    what: 'rules miss events that arrive late',
    shownBy: {
      'rules/lib/emit.test.ts': [
        'looks further back for Google, whose records come late',
        'takes what it can from the rule and derives the rest',
      ],
      'pipeline/chain.test.ts': ['says when the record reached us, beside when it happened'],
    },
  },
  {
    number: 18,
    what: 'audit records of Entra have no category',
    shownBy: {
      [entra]: ['has a category and a type, so rules on iam see it: %s', 'of an unknown activity is iam all the same'],
    },
  },
  {
    number: 19,
    what: 'original_transfer_method reads none for device codes',
    shownBy: {
      [entra]: [
        'by device code has the transfer method that its record forgets',
        'keeps a transfer method that its record states',
      ],
    },
  },
  {
    number: 20,
    what: 'severity and category of alerts are never set',
    shownBy: { [m365]: ['has a severity in whatever case: %s', 'has the category of its policy: %s'] },
  },
  {
    number: 21,
    what: 'whom an alert is about never reaches fields of users and mail',
    shownBy: { [m365]: ['says whom it is about, though the member moves to the rule: %s'] },
  },
  {
    number: 22,
    what: 'a change with one side null vanishes, and one of two with the same name',
    shownBy: { [m365]: ['does not vanish', 'does not overwrite another of its name'] },
  },
  {
    number: 23,
    what: 'user.target.id is a placeholder, a list of names or an application',
    shownBy: { [m365]: ['names the real user where ObjectId is %s', 'has no placeholder for its id'] },
  },
  {
    number: 24,
    what: 'junk in client.domain',
    shownBy: { [m365]: ['is no host and no address: %j', 'and a port is no part of a host name'] },
  },
  {
    number: 25,
    what: 'outcomes of bulk uploads and groups, shared drives, times of rules, the place of alerts',
    shownBy: {
      [google]: [
        'of %s %s come from its parameters',
        'takes a shared drive for a directory',
        'is read as microseconds',
        'has its address before anything asks where that is',
      ],
    },
  },
  {
    number: 26,
    what: 'newer streams name people and events in another way, have no category for new events, and no id',
    shownBy: {
      [google]: [
        'name the same person as the others, and keep the event as Google spells it',
        'has a category in every newer stream too',
        'has an id in %s that does not change',
      ],
    },
  },
  {
    number: 27,
    what: 'the place of a sign-in is outside of source, without its country',
    shownBy: { [entra]: ['has its place and its network in source, country included'] },
  },
  {
    number: 28,
    what: 'numbered targets make fields without end',
    shownBy: { [entra]: ['with many targets makes no field of each, and keeps them all'] },
  },
]

describe('the known defects', () => {
  it('are numbered from 1 to 28, each with what shows it', () => {
    expect(knownDefects.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, i) => i + 1))
    expect(knownDefects.filter(({ shownBy }) => Object.values(shownBy).flat().length === 0)).toEqual([])
  })

  it.each(knownDefects)('$number, $what: has the tests that it names', ({ shownBy }) => {
    for (const [file, titles] of Object.entries(shownBy)) {
      const text = readFileSync(join(packageRoot, 'test', file), 'utf8')
      for (const title of titles) expect(text, file).toContain(`'${title}'`)
    }
  })
})
