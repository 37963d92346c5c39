import { scenario } from '../../lib/scenario.ts'

const asMara = { 'lena.ostrow': 'mara.voss' }

export default scenario({
  title: 'An attacker phishes consents and keeps access in Microsoft 365 and Google Workspace',
  start: '2026-03-11T09:00:00Z',
  steps: [
    // A mail asks Mara to connect her invoices. The first try is stopped as risky, the second goes through.
    { sample: 'm365/sign-in-failed', at: 'PT10M' },
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/user-assigned', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/sign-in', at: 'PT14M31S' },
    // Mail is read at once; some of these records come hours late, and one comes twice.
    { sample: 'm365/mail-items-accessed-bind', at: 'PT24M', delivered: 'PT3H', redelivered: ['PT5H'] },
    { sample: 'm365/mail-items-accessed-sync', at: 'PT31M', delivered: 'PT2H' },
    { sample: 'm365/file-downloaded-by-app', at: 'PT41M', repeat: { every: 'PT7M', times: 6 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT4H', repeat: { every: 'PT6H', times: 8 } },
    // A lure from Mara's mailbox makes an administrator consent for everybody.
    { sample: 'm365/mail-sent-by-app', at: 'PT1H33M' },
    { sample: 'm365/consent-tenant-wide', at: 'P1DT1H', bundle: 'for everybody' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P1DT1H',
      bundle: 'for everybody',
      personas: { 'mara.voss': 'tomas.lindqvist', 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: {
        '"Principal"': '"AllPrincipals"',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': 'Contacts.ReadWrite Mail.Read User.Read.All',
      },
    },
    // With the administrator's session: a key for an old application, and rights of its own.
    { sample: 'm365/credential-secret-added', at: 'P1DT5H5M' },
    { sample: 'm365/app-role-grant-critical', at: 'P1DT5H20M' },
    { sample: 'm365/service-principal-credential-added', at: 'P1DT18H22M', replace: { '6d4e12f7': '0c9a52b1' } },
    // The same people have accounts at Google.
    { sample: 'google-workspace/login-suspicious', at: 'P1DT2H', delivered: 'P1DT4H', personas: asMara },
    { sample: 'google-workspace/token-authorize-mail', at: 'P1DT2H6M', delivered: 'P1DT5H', personas: asMara },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1DT2H24M',
      delivered: 'P1DT5H',
      repeat: { every: 'PT3H', times: 6 },
      personas: asMara,
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P1DT6H', delivered: 'P1DT8H' },
    // Mara's account is disabled two days later. The grant stays.
    { sample: 'm365/account-disabled', at: 'P2DT4H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P2DT9H', repeat: { every: 'PT5H', times: 3 } },
    // A day after that, a colleague comes to work on a Saturday.
    { sample: 'google-workspace/login-success', at: 'P3DT5H' },
  ],
})
