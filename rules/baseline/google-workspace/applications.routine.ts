import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'google-workspace/applications',
  habits: [
    {
      title: 'A user signs up for a small tool with Google',
      who: 'everybody',
      together: '2 a day',
      app: 'new',
      steps: [{ sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' }],
    },
    {
      title: 'Colleagues sign in to small tools that are already in use',
      who: 'everybody',
      together: '3 a week',
      app: ['Lunch Poll', 'Ride Share Table'],
      steps: [{ sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' }],
    },
    {
      title: 'The members of a department use Google to sign in to a quiz',
      who: 'support',
      on: 'P15DT12H',
      app: 'Quiz Harbor',
      steps: [{ sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' }],
    },
    {
      title: 'A user revokes the tokens of small tools and signs in to one tool again',
      who: 'everybody',
      together: '2 a month',
      app: ['Lunch Poll', 'Ride Share Table'],
      steps: [
        { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' },
        { sample: 'google-workspace/token-revoke-mail', at: 'P3D', replace: { 'https://mail.google.com/': 'openid' } },
        { sample: 'google-workspace/token-authorize-sign-in-only', at: 'P4D' },
      ],
    },
    {
      title: 'A user connects a meeting room screen',
      who: 'operations',
      together: '1 a month',
      steps: [{ sample: 'google-workspace/token-authorize-device', at: 'PT0S' }],
    },
    {
      title: 'The mail client lists and creates filters',
      who: 'operations',
      together: '2 a week',
      app: 'Meridian Mail',
      steps: [
        {
          sample: 'google-workspace/token-activity-gmail',
          at: 'PT0S',
          replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.list' },
        },
        {
          sample: 'google-workspace/token-activity-gmail',
          at: 'PT9S',
          replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.create' },
        },
      ],
    },
    {
      title: 'A user grants a new tool access to her calendar',
      who: 'everybody',
      together: '2 a month',
      app: 'new',
      steps: [
        {
          sample: 'google-workspace/token-authorize-mail',
          at: 'PT0S',
          replace: {
            'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.readonly',
            GMAIL: 'CALENDAR',
          },
        },
      ],
    },
    {
      title: 'A user authorizes a tool that reads mail and revokes its access within an hour',
      who: 'everybody',
      together: '1 a month',
      app: 'new',
      steps: [
        { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
        { sample: 'google-workspace/token-revoke-mail', at: 'PT40M' },
      ],
    },
    {
      title: 'A user authorizes the mail client on a new phone',
      who: 'operations',
      each: '1 a quarter',
      app: 'Meridian Mail',
      steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT0S' }],
    },
    {
      title: 'The mail client fetches mail',
      who: 'operations',
      each: '1 a day',
      hours: 'all',
      app: 'Meridian Mail',
      steps: [{ sample: 'google-workspace/token-activity-gmail', at: 'PT0S' }],
    },
    {
      title: 'The expenses application reads receipts in Drive',
      who: 'finance',
      each: '3 a day',
      app: 'Tidewater Expenses',
      steps: [
        { sample: 'google-workspace/drive-view-by-client', at: 'PT0S' },
        { sample: 'google-workspace/drive-download-by-app', at: 'PT3S' },
      ],
    },
    {
      title: 'A new colleague authorizes the expenses application',
      who: 'finance',
      together: '2 a month',
      app: 'Tidewater Expenses',
      steps: [
        {
          sample: 'google-workspace/token-authorize-mail',
          at: 'PT0S',
          replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.readonly', GMAIL: 'DRIVE' },
        },
      ],
    },
    {
      title: 'The CRM writes appointments',
      who: 'sales',
      each: '1 a day',
      app: 'Quayside CRM',
      steps: [{ sample: 'google-workspace/calendar-event-by-app', at: 'PT0S' }],
    },
    {
      title: 'A user authorizes a colleague’s script',
      who: 'finance',
      together: '1 a month',
      steps: [{ sample: 'google-workspace/token-authorize-script', at: 'PT0S' }],
    },
    {
      title: 'A user requests an application that is not allowed',
      who: 'support',
      together: '1 a week',
      app: 'new',
      steps: [
        { sample: 'google-workspace/token-deny', at: 'PT0S' },
        { sample: 'google-workspace/token-request', at: 'PT30S' },
      ],
    },
    {
      title: 'The service account of the directory sync acts for users',
      who: 'everybody',
      together: '30 a day',
      hours: 'all',
      app: 'Northpier directory sync',
      steps: [{ sample: 'google-workspace/token-activity-service-account', at: 'PT0S' }],
    },
  ],
})
