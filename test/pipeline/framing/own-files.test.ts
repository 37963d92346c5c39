import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { formatApps } from '../../../pipeline/cli/apps-text.ts'
import { formatOf, sniffBytes } from '../../../pipeline/framing/format.ts'
import { isOwnText } from '../../../pipeline/framing/own-files.ts'
import { firstState, renderState, toSeen } from '../../../pipeline/review/state.ts'
import { reviewedApp } from '../review/reviewed-app.ts'

const example = readFileSync(join(packageRoot, 'environment.example.yaml'), 'utf8')
const longer = `${example}names:\n${'  - Northpier\n'.repeat(10_000)}`

it.each([
  ['the example of an environment file', example],
  ['an environment file of Windows', `\uFEFF${example.replaceAll('\n', '\r\n')}`],
  ['a short environment file', 'version: 1 # of the format\nnames: [Northpier, NP]\nnetworks:\n- 192.0.2.0/24'],
  [
    'an environment file in other notations of YAML',
    '%YAML 1.2\n---\nversion: 1\n"names":\n-\n  Northpier\nnetworks : [\n  192.0.2.0/24\n]\n',
  ],
  ['an environment file that is longer than the examined text', longer],
  ['a state without applications', renderState(firstState)],
  ['a state of reviews', renderState({ ...firstState, apps: [toSeen(reviewedApp)] })],
  ['a list of applications', formatApps([reviewedApp], 'json')],
  ['a generated key', `${'0a'.repeat(32)}\n`],
  ['a report of a verification', '# Consentry verification\n\n**Passed**: 133 of 133 rules pass\n'],
])('files of Consentry are no logs: %s', (_, text) => {
  expect(formatOf(Buffer.from(text).subarray(0, sniffBytes))).toEqual({ kind: 'own' })
})

it.each([
  ['other YAML', 'version: 1\nOther Text\n'],
  ['an LDIF file', 'version: 1\ndn: cn=Mara Voss,dc=northpier,dc=example\nobjectClass: person\n\ndn: dc=example\n'],
  ['a compose file', 'version: 1\nnetworks:\n  web:\nservices:\n  app:\n    image: app\n'],
  ['YAML without the version', 'names:\n  - Northpier\n'],
  ['a page of a log', '{"apps":[{"Operation":"Consent to application."}]}'],
  ['a key with more text', `${'0a'.repeat(32)}  audit.json\n`],
  ['records that quote an environment file', '{"a":"\nversion: 1\n"}'],
])('a text that only resembles a file of Consentry is read: %s', (_, text) => {
  expect(isOwnText(text, true)).toBe(false)
})
