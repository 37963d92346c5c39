import { scenario } from '../../lib/scenario.ts'

const crm = (name: string) => ({ 'mara.voss': name, 'Invoice Sync Helper': 'Harbour CRM Connector' })
const signInScopes = { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' }
const workdays = { every: 'P1D', times: 5 }

export default scenario({
  title: 'Northpier has a benign week in Microsoft 365 and Google Workspace',
  start: '2026-03-09T00:00:00Z',
  steps: [
    // Microsoft 365: people sign in, in the morning and after lunch.
    { sample: 'm365/sign-in', at: 'PT7H52M', repeat: workdays, personas: crm('ines.carver') },
    { sample: 'm365/sign-in', at: 'PT8H14M', repeat: workdays, personas: crm('jonas.reimer') },
    { sample: 'm365/sign-in', at: 'PT8H31M', repeat: workdays, personas: crm('tomas.lindqvist') },
    { sample: 'm365/sign-in', at: 'PT12H47M', repeat: workdays, personas: crm('priya.nand') },
    // An Outlook add-on of Microsoft's own reads mail all day.
    {
      sample: 'm365/mail-items-accessed-by-service',
      at: 'PT8H',
      repeat: { every: 'PT2H', times: 48 },
      personas: { 'mara.voss': 'jonas.reimer' },
    },
    // The CRM that administrators approved: people sign in to it, it gets no mail.
    { sample: 'm365/consent-user-sign-in-only', at: 'P1DT10H2M', bundle: 'jonas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT10H2M',
      bundle: 'jonas',
      personas: crm('jonas.reimer'),
      replace: signInScopes,
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P2DT9H20M',
      bundle: 'ines',
      // Another account holds another grant: its ID ends with the ID of the account.
      personas: { 'jonas.reimer': 'ines.carver' },
      replace: { 'XS40vPmyVSrHQfl-ajE0m': 'hao5NPHuVT45gLHqdG184' },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P2DT9H20M',
      bundle: 'ines',
      personas: crm('ines.carver'),
      replace: signInScopes,
    },
    { sample: 'm365/consent-admin-for-self', at: 'P1DT15H44M', bundle: 'tomas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT15H44M',
      bundle: 'tomas',
      personas: crm('tomas.lindqvist'),
      replace: signInScopes,
    },
    { sample: 'm365/consent-tenant-wide-repeated', at: 'P3DT8H31M' },
    { sample: 'm365/consent-failed-technically', at: 'P1DT10H2M' },
    {
      sample: 'm365/consent-first-party-client',
      at: 'P4DT11H20M',
      personas: { 'mara.voss': 'ines.carver' },
      replace: { 'tuL3wL1FEZTIoOk_LWp-UU': 'shao5NPHuVT45gLHqdG184' },
    },
    // Housekeeping of the payroll application: an old key goes, an empty update is logged.
    { sample: 'm365/credential-removed', at: 'P4DT8H15M' },
    { sample: 'm365/application-updated-empty', at: 'P4DT8H16M' },
    { sample: 'm365/app-role-grant-low', at: 'P3DT14H20M' },
    { sample: 'm365/password-reset', at: 'P2DT13H5M', personas: { 'mara.voss': 'ines.carver' } },
    { sample: 'm365/unknown-record-type', at: 'PT12H', repeat: workdays },
    // Google Workspace: logins, sign-in with Google, a group that grows. Google hands its records out hours late.
    { sample: 'google-workspace/login-success', at: 'PT7H58M', delivered: 'PT9H40M', repeat: workdays },
    {
      sample: 'google-workspace/login-success',
      at: 'PT8H9M',
      delivered: 'PT9H40M',
      repeat: workdays,
      personas: { 'lena.ostrow': 'tomas.feld' },
    },
    { sample: 'google-workspace/login-challenge-passed', at: 'PT8H1M', delivered: 'PT9H40M', repeat: workdays },
    { sample: 'google-workspace/login-failure', at: 'P1DT8H3M', delivered: 'P1DT9H40M' },
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'P1DT9H3M', delivered: 'P1DT12H' },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P2DT11H12M',
      delivered: 'P2DT13H',
      personas: { 'tomas.feld': 'priya.nand' },
    },
    { sample: 'google-workspace/token-request', at: 'P3DT11H42M', delivered: 'P3DT14H' },
    { sample: 'google-workspace/admin-group-member-added', at: 'P2DT10H30M', delivered: 'P2DT12H' },
    { sample: 'google-workspace/admin-setting-unrelated', at: 'P3DT10H51M', delivered: 'P3DT12H' },
    { sample: 'google-workspace/admin-role-to-user', at: 'P4DT7H56M', delivered: 'P4DT9H' },
  ],
})
