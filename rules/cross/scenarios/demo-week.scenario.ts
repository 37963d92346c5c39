import { scenario } from '../../lib/scenario.ts'

// The samples have the names and IDs of Mara Voss, Jonas Reimer, and Lena Ostrow.
const mara = { name: 'mara.voss', id: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', puid: '10032002A1B2C3D4' }
const jonas = { name: 'jonas.reimer', id: '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26', puid: '10032002B7C8D9E0' }
const ines = { name: 'ines.carver', id: '4d8e6a21-7b3c-4f95-8e60-2c7a9d1b5f38', puid: '10032002C4D5E6F7' }
const tomas = { name: 'tomas.lindqvist', id: '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f', puid: '10032002D1E2F3A4' }
const priya = { name: 'priya.nand', id: '8a2c9e14-3f7b-4d60-b5a8-1c6e0d9f4b72', puid: '10032002E5F6A7B8' }

type Person = typeof mara

const changed = (from: Person, to: Person) => ({ [from.name]: to.name, [from.id]: to.id, [from.puid]: to.puid })
const signIn = (to: Person) => ({ [mara.name]: to.name, [mara.id]: to.id, e2f4c6a8: '91d6c3b8' })
const crmGrant = (to: Person) => ({
  ...changed(mara, to),
  '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
  ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
})

export default scenario({
  title: 'Northpier has a benign week in Microsoft 365 and Google Workspace',
  start: '2026-03-09T00:00:00Z',
  steps: [
    // Microsoft 365: people sign in, in the morning and after lunch.
    {
      sample: 'm365/sign-in',
      at: 'PT7H52M',
      repeat: { every: 'P1D', times: 5 },
      replace: signIn(ines),
    },
    {
      sample: 'm365/sign-in',
      at: 'PT8H14M',
      repeat: { every: 'P1D', times: 5 },
      replace: signIn(jonas),
    },
    {
      sample: 'm365/sign-in',
      at: 'PT8H31M',
      repeat: { every: 'P1D', times: 5 },
      replace: signIn(tomas),
    },
    {
      sample: 'm365/sign-in',
      at: 'PT12H47M',
      repeat: { every: 'P1D', times: 5 },
      replace: signIn(priya),
    },
    // An Outlook add-on of Microsoft's own reads mail all day.
    {
      sample: 'm365/mail-items-accessed-by-service',
      at: 'PT8H',
      repeat: { every: 'PT2H', times: 48 },
      replace: {
        [mara.name]: jonas.name,
        [mara.puid]: jonas.puid,
        'b1c2d3e4-f506-4718-892a-3b4c5d6e7f80': '5e7a9c1b-2d3f-4e60-8b7a-6c9d0e1f2a3b',
      },
    },
    // The CRM that administrators approved: people sign in to it, it gets no mail.
    { sample: 'm365/consent-user-sign-in-only', at: 'P1DT10H2M', bundle: 'jonas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT10H2M',
      bundle: 'jonas',
      replace: crmGrant(jonas),
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P2DT9H20M',
      bundle: 'ines',
      // Another account holds another grant: its ID ends with the ID of the account.
      replace: {
        ...changed(jonas, ines),
        'XS40vPmyVSrHQfl-ajE0m': 'hao5NPHuVT45gLHqdG184',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P2DT9H20M',
      bundle: 'ines',
      replace: crmGrant(ines),
    },
    { sample: 'm365/consent-admin-for-self', at: 'P1DT15H44M', bundle: 'tomas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT15H44M',
      bundle: 'tomas',
      replace: crmGrant(tomas),
    },
    { sample: 'm365/consent-tenant-wide-repeated', at: 'P3DT8H31M' },
    { sample: 'm365/consent-failed-technically', at: 'P1DT10H2M' },
    {
      sample: 'm365/consent-first-party-client',
      at: 'P4DT11H20M',
      replace: { ...changed(mara, ines), 'tuL3wL1FEZTIoOk_LWp-UU': 'shao5NPHuVT45gLHqdG184' },
    },
    // Housekeeping of the payroll application: an old key goes, an empty update is logged.
    { sample: 'm365/credential-removed', at: 'P4DT8H15M' },
    { sample: 'm365/application-updated-empty', at: 'P4DT8H16M' },
    { sample: 'm365/app-role-grant-low', at: 'P3DT14H20M' },
    { sample: 'm365/password-reset', at: 'P2DT13H5M', replace: changed(mara, ines) },
    { sample: 'm365/unknown-record-type', at: 'PT12H', repeat: { every: 'P1D', times: 5 } },
    // Google Workspace: logins, sign-in with Google, a group that grows. Google hands its records out hours late.
    {
      sample: 'google-workspace/login-success',
      at: 'PT7H58M',
      delivered: 'PT9H40M',
      repeat: { every: 'P1D', times: 5 },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'PT8H9M',
      delivered: 'PT9H40M',
      repeat: { every: 'P1D', times: 5 },
      replace: { 'lena.ostrow': 'tomas.feld', '118204417730926514083': '107719230458816620417' },
    },
    {
      sample: 'google-workspace/login-challenge-passed',
      at: 'PT8H1M',
      delivered: 'PT9H40M',
      repeat: { every: 'P1D', times: 5 },
    },
    { sample: 'google-workspace/login-failure', at: 'P1DT8H3M', delivered: 'P1DT9H40M' },
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'P1DT9H3M', delivered: 'P1DT12H' },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P2DT11H12M',
      delivered: 'P2DT13H',
      replace: { 'tomas.feld': 'priya.nand', '107719230458816620417': '113380562947701184259' },
    },
    { sample: 'google-workspace/token-request', at: 'P3DT11H42M', delivered: 'P3DT14H' },
    { sample: 'google-workspace/admin-group-member-added', at: 'P2DT10H30M', delivered: 'P2DT12H' },
    { sample: 'google-workspace/admin-setting-unrelated', at: 'P3DT10H51M', delivered: 'P3DT12H' },
    { sample: 'google-workspace/admin-role-to-user', at: 'P4DT7H56M', delivered: 'P4DT9H' },
  ],
})
