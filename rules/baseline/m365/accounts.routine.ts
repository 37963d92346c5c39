import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'm365/accounts',
  habits: [
    {
      title: 'Somebody leaves: grants and sessions end with the account, the last token lives on for a while',
      who: 'leavers',
      app: 'Meridian Mail',
      steps: [
        { sample: 'm365/delegated-grant-removed', at: '-PT5M' },
        { sample: 'm365/sessions-revoked', at: '-PT1M' },
        { sample: 'm365/account-disabled', at: 'PT0S' },
        { sample: 'm365/mail-items-accessed-sync', at: 'PT25M' },
        { sample: 'm365/user-deleted', at: 'P10D' },
      ],
    },
    {
      title: 'A forgotten password is reset; its owner signs in with the new one, and her applications go on',
      who: 'everybody',
      together: '3 a week',
      app: 'Office',
      steps: [
        { sample: 'm365/password-reset', at: 'PT0S' },
        { sample: 'm365/sign-in', at: 'PT12M' },
      ],
    },
    {
      title: 'A lost phone: sessions are ended, and she signs in again',
      who: 'everybody',
      together: '2 a month',
      app: 'Office',
      steps: [
        { sample: 'm365/sessions-revoked', at: 'PT0S' },
        { sample: 'm365/sign-in', at: 'PT45M' },
      ],
    },
  ],
})
