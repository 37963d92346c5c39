import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'Northpier has a benign week in Microsoft 365 and Google Workspace',
  start: '2026-03-09T00:00:00Z',
  steps: [
    // Microsoft 365: people sign in, in the morning and after lunch.
    {
      sample: 'm365/sign-in',
      at: 'PT7H52M',
      repeat: { every: 'P1D', times: 5 },
      replace: { 'mara.voss': 'ines.carver', e2f4c6a8: '91d6c3b8' },
    },
    {
      sample: 'm365/sign-in',
      at: 'PT8H14M',
      repeat: { every: 'P1D', times: 5 },
      replace: { 'mara.voss': 'jonas.reimer', e2f4c6a8: '91d6c3b8' },
    },
    {
      sample: 'm365/sign-in',
      at: 'PT8H31M',
      repeat: { every: 'P1D', times: 5 },
      replace: { 'mara.voss': 'tomas.lindqvist', e2f4c6a8: '91d6c3b8' },
    },
    {
      sample: 'm365/sign-in',
      at: 'PT12H47M',
      repeat: { every: 'P1D', times: 5 },
      replace: { 'mara.voss': 'priya.nand', e2f4c6a8: '91d6c3b8' },
    },
    // An Outlook add-on of Microsoft's own reads mail all day.
    {
      sample: 'm365/mail-items-accessed-by-service',
      at: 'PT8H',
      repeat: { every: 'PT2H', times: 48 },
      replace: { 'mara.voss': 'jonas.reimer' },
    },
    // The CRM that administrators approved: people sign in to it, it gets no mail.
    { sample: 'm365/consent-user-sign-in-only', at: 'P1DT10H2M', bundle: 'jonas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT10H2M',
      bundle: 'jonas',
      replace: {
        'mara.voss': 'jonas.reimer',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
      },
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P2DT9H20M',
      bundle: 'ines',
      // Another account holds another grant: its ID ends with the ID of the account.
      replace: {
        'jonas.reimer': 'ines.carver',
        '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26': '4d8e6a21-7b3c-4f95-8e60-2c7a9d1b5f38',
        'XS40vPmyVSrHQfl-ajE0m': 'hao5NPHuVT45gLHqdG184',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P2DT9H20M',
      bundle: 'ines',
      replace: {
        'mara.voss': 'ines.carver',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
      },
    },
    { sample: 'm365/consent-admin-for-self', at: 'P1DT15H44M', bundle: 'tomas' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT15H44M',
      bundle: 'tomas',
      replace: {
        'mara.voss': 'tomas.lindqvist',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
      },
    },
    { sample: 'm365/consent-tenant-wide-repeated', at: 'P3DT8H31M' },
    { sample: 'm365/consent-failed-technically', at: 'P1DT10H2M' },
    { sample: 'm365/consent-first-party-client', at: 'P4DT11H20M', replace: { 'mara.voss': 'ines.carver' } },
    // Housekeeping of the payroll application: an old key goes, an empty update is logged.
    { sample: 'm365/credential-removed', at: 'P4DT8H15M' },
    { sample: 'm365/application-updated-empty', at: 'P4DT8H16M' },
    { sample: 'm365/app-role-grant-low', at: 'P3DT14H20M' },
    { sample: 'm365/password-reset', at: 'P2DT13H5M', replace: { 'mara.voss': 'ines.carver' } },
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
      replace: { 'lena.ostrow': 'tomas.feld' },
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
      replace: { 'tomas.feld': 'priya.nand' },
    },
    { sample: 'google-workspace/token-request', at: 'P3DT11H42M', delivered: 'P3DT14H' },
    { sample: 'google-workspace/admin-group-member-added', at: 'P2DT10H30M', delivered: 'P2DT12H' },
    { sample: 'google-workspace/admin-setting-unrelated', at: 'P3DT10H51M', delivered: 'P3DT12H' },
    { sample: 'google-workspace/admin-role-to-user', at: 'P4DT7H56M', delivered: 'P4DT9H' },
  ],
})
