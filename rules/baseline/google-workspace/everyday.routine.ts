import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'google-workspace/everyday',
  habits: [
    {
      title: 'People sign in',
      who: 'everybody',
      each: '2 a week',
      steps: [{ sample: 'google-workspace/login-success', at: 'PT0S' }],
    },
    {
      title: 'A user passes a second-factor challenge',
      who: 'everybody',
      each: '1 a week',
      steps: [{ sample: 'google-workspace/login-challenge-passed', at: 'PT0S' }],
    },
    {
      title: 'A password is mistyped',
      who: 'everybody',
      each: '1 a month',
      steps: [{ sample: 'google-workspace/login-failure', at: 'PT0S' }],
    },
    {
      title: 'A user shares a file with a customer',
      who: 'sales',
      each: '1 a week',
      steps: [{ sample: 'google-workspace/drive-shared-outside', at: 'PT0S' }],
    },
    {
      title: 'Calls are held',
      who: 'everybody',
      each: '1 a week',
      steps: [{ sample: 'google-workspace/meet-call-ended', at: 'PT0S' }],
    },
    {
      title: 'A calendar is shared',
      who: 'everybody',
      each: '1 a quarter',
      steps: [{ sample: 'google-workspace/calendar-acl-changed', at: 'PT0S' }],
    },
    {
      title: 'A user signs in to a partner application through SAML',
      who: 'finance',
      each: '1 a day',
      steps: [{ sample: 'google-workspace/saml-login-success', at: 'PT0S' }],
    },
    {
      title: 'An administrator resets a password, and the owner signs in with the new password',
      who: 'everybody',
      together: '2 a week',
      steps: [
        { sample: 'google-workspace/admin-password-changed', at: 'PT0S' },
        { sample: 'google-workspace/login-success', at: 'PT20M' },
      ],
    },
    {
      title: 'A user leaves; an administrator revokes the tokens and suspends the account',
      who: 'leavers',
      app: 'Meridian Mail',
      steps: [
        { sample: 'google-workspace/admin-token-revoked', at: '-PT3M' },
        { sample: 'google-workspace/admin-user-suspended', at: 'PT0S' },
        { sample: 'google-workspace/token-activity-gmail', at: 'PT15M' },
      ],
    },
  ],
})
