import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'google-workspace/administration',
  habits: [
    {
      title: 'A group grows',
      who: 'nobody',
      together: '3 a day',
      steps: [{ sample: 'google-workspace/admin-group-member-added', at: 'PT0S' }],
    },
    {
      title: 'An administrator changes a setting unrelated to applications',
      who: 'nobody',
      together: '1 a day',
      steps: [{ sample: 'google-workspace/admin-setting-unrelated', at: 'PT0S' }],
    },
    {
      title: 'An administrator grants a role to a colleague',
      who: 'nobody',
      together: '1 a month',
      steps: [{ sample: 'google-workspace/admin-role-to-user', at: 'PT0S' }],
    },
    {
      title: 'An administrator installs an approved Marketplace application for another organizational unit',
      who: 'nobody',
      together: '2 a month',
      app: 'Sterling Signatures',
      steps: [{ sample: 'google-workspace/admin-app-installed', at: 'PT0S' }],
    },
    {
      title: 'API controls are tightened',
      who: 'nobody',
      together: '2 a month',
      steps: [
        { sample: 'google-workspace/admin-third-party-apps-sign-in-only', at: 'PT0S' },
        { sample: 'google-workspace/admin-gmail-closed-to-apps', at: 'PT5M' },
        { sample: 'google-workspace/admin-marketplace-closed', at: 'PT9M' },
      ],
    },
    {
      title: 'An administrator limits one application and blocks another',
      who: 'nobody',
      together: '2 a month',
      app: 'new',
      steps: [
        { sample: 'google-workspace/admin-app-limited', at: 'PT0S' },
        { sample: 'google-workspace/admin-app-blocked', at: 'P1D' },
      ],
    },
    {
      title: 'An administrator trusts a reviewed application',
      who: 'nobody',
      together: '1 a month',
      app: ['Tidewater Expenses', 'Quayside CRM'],
      steps: [{ sample: 'google-workspace/admin-app-trusted', at: 'PT0S' }],
    },
    {
      title: 'An administrator saves the directory sync delegation again without changes',
      who: 'nobody',
      together: '1 a month',
      app: 'Northpier directory sync',
      steps: [
        {
          sample: 'google-workspace/admin-delegation-granted',
          at: 'PT0S',
          replace: {
            'https://www.googleapis.com/auth/drive': 'https://www.googleapis.com/auth/admin.directory.user.readonly',
            'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.readonly',
          },
        },
      ],
    },
  ],
})
