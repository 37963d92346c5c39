import { scenario } from '../../../lib/scenario.ts'

export const byInes = { 'tomas.lindqvist': 'ines.carver' }

export const payrollReadsFile = {
  sample: 'm365/file-downloaded-by-app',
  personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
  replace: { 'mara.voss@northpier.example': 'app@sharepoint', '"UserType": 0': '"UserType": 5' },
}

export const tomasIsReset = {
  sample: 'm365/password-reset',
  personas: { ...byInes, 'mara.voss': 'tomas.lindqvist' },
}

export default scenario({
  title:
    'A colleague resets an administrator and removes one permission that the account gave to an application, which reads files eight days later',
  steps: [
    { sample: 'm365/app-role-grant-mail', at: 'P1D' },
    { ...tomasIsReset, at: 'P2D' },
    { sample: 'm365/app-role-removed', at: 'P2DT20M', personas: byInes },
    { ...payrollReadsFile, at: 'P10D' },
  ],
})
