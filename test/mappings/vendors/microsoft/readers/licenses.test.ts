import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../../../mappings/fields/document.ts'
import { Changes } from '../../../../../mappings/vendors/microsoft/readers/changes.ts'
import type { DirectoryAct } from '../../../../../mappings/vendors/microsoft/readers/directory-act.ts'
import { readLicenses } from '../../../../../mappings/vendors/microsoft/readers/licenses.ts'
import { growth } from '../../../../support/growth.ts'

const text = (licenses: Readonly<Record<string, string>>) =>
  JSON.stringify(
    Object.entries(licenses).map(
      ([name, plans]) => `[SkuName=${name}, AccountId=a, SkuId=b, DisabledPlans=[${plans}]]`,
    ),
  )

const audit = 'M365_ADVANCED_AUDITING'

type Licenses = Readonly<Record<string, string>>

it.each<[string, Licenses, Licenses, string | undefined]>([
  ['the audit plan alone', { SPE_E5: 'SWAY' }, { SPE_E5: `SWAY, ${audit}` }, 'audit plan'],
  ['several plans', { SPE_E5: '' }, { SPE_E5: `SWAY, ${audit}` }, 'license'],
  ['another plan', { SPE_E5: '' }, { SPE_E5: 'SWAY' }, undefined],
  ['the audit plan returned', { SPE_E5: audit }, { SPE_E5: '' }, undefined],
  ['a first license', {}, { SPE_E5: audit }, undefined],
  ['a smaller product', { SPE_E5: '' }, { SPE_E3: '' }, 'license'],
  ['another product with the plan', { ENTERPRISEPREMIUM: '' }, { SPE_E5: '' }, undefined],
  ['an added product removed', { SPE_E3: '', INFORMATION_PROTECTION_COMPLIANCE: '' }, { SPE_E3: '' }, 'license'],
  ['no license', { SPE_E5: '' }, {}, undefined],
])('a license change with %s is an act only if it ends auditing', (_, before, after, setting) => {
  const oauth: OauthGroup = {}
  const changes = new Changes([{ Name: 'AssignedLicense', OldValue: text(before), NewValue: text(after) }])
  readLicenses({ changes, target: { upn: 'mara.voss@northpier.example' } } as unknown as DirectoryAct, oauth)
  expect(oauth.policy?.setting).toBe(setting)
})

it('the reading of a license change takes linear time for a text that repeats the start of a license', () => {
  const factor = growth(200, (size) => {
    const hostile = JSON.stringify([`[${'SkuName=a DisabledPlans=[ '.repeat(size)}`])
    const changes = new Changes([{ Name: 'AssignedLicense', OldValue: hostile, NewValue: hostile }])
    return () => void readLicenses({ changes, target: {} } as unknown as DirectoryAct, {})
  })
  expect(factor).toBeLessThan(30)
})
