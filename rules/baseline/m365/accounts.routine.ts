import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'm365/accounts',
  habits: [
    {
      title:
        'A user leaves; the grant and sessions end with the account, but the last token remains valid for a short time',
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
      title: 'An administrator resets a forgotten password, and the owner signs in with the new password',
      who: 'everybody',
      together: '3 a week',
      app: 'Office',
      steps: [
        { sample: 'm365/password-reset', at: 'PT0S' },
        { sample: 'm365/sign-in', at: 'PT12M' },
      ],
    },
    {
      title: 'A user loses a phone; an administrator revokes the sessions, and the user signs in again',
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
