import { routine } from '../../lib/baseline/routine.ts'

const signInOnly = { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' }
const calendar = { 'Mail.ReadWrite Mail.Send': 'Calendars.Read' }

export default routine({
  id: 'm365/applications',
  habits: [
    // Applications that users consent to, most of them with basic sign-in permissions only.
    {
      title: 'A user signs up for a small tool with the work account',
      who: 'everybody',
      together: '2 a day',
      app: 'new',
      steps: [
        { sample: 'm365/service-principal-added', at: 'PT0S', bundle: 'consent' },
        { sample: 'm365/consent-user-sign-in-only', at: 'PT1S', bundle: 'consent' },
        { sample: 'm365/delegated-grant-added', at: 'PT1S', bundle: 'consent', replace: signInOnly },
        { sample: 'm365/user-assigned', at: 'PT1S', bundle: 'consent' },
        { sample: 'entra/signin-user-app', at: 'PT4S' },
        { sample: 'entra/signin-user-app', at: 'P2DT1H' },
      ],
    },
    {
      title: 'Colleagues sign in to small tools that are already in use',
      who: 'everybody',
      together: '3 a week',
      app: ['Lunch Poll', 'Ride Share Table'],
      steps: [
        { sample: 'm365/consent-user-sign-in-only', at: 'PT0S', bundle: 'consent' },
        { sample: 'm365/delegated-grant-added', at: 'PT0S', bundle: 'consent', replace: signInOnly },
        { sample: 'entra/signin-user-app', at: 'PT4S' },
      ],
    },
    {
      title: 'The members of a department sign in to a quiz with their work accounts',
      who: 'finance',
      on: 'P9DT12H',
      app: 'Quiz Harbor',
      steps: [
        { sample: 'm365/consent-user-sign-in-only', at: 'PT0S', bundle: 'consent' },
        { sample: 'm365/delegated-grant-added', at: 'PT0S', bundle: 'consent', replace: signInOnly },
      ],
    },
    {
      title: 'A user sets up the mail client on a phone',
      who: 'operations',
      each: '1 a quarter',
      app: 'Meridian Mail',
      steps: [
        { sample: 'm365/consent-user-mail', at: 'PT0S', bundle: 'consent' },
        { sample: 'm365/delegated-grant-added', at: 'PT0S', bundle: 'consent' },
      ],
    },
    {
      title: 'The mail client saves a filter for its user',
      who: 'operations',
      together: '2 a month',
      app: 'Meridian Mail',
      steps: [{ sample: 'entra/graph-user-adds-mail-rule', at: 'PT0S' }],
    },
    {
      title: 'A user grants a planner access to her calendar',
      who: 'everybody',
      together: '2 a month',
      app: 'new',
      steps: [
        { sample: 'm365/service-principal-added', at: 'PT0S', bundle: 'consent' },
        { sample: 'm365/consent-user-mail', at: 'PT1S', bundle: 'consent', replace: calendar },
        { sample: 'm365/delegated-grant-added', at: 'PT1S', bundle: 'consent', replace: calendar },
        { sample: 'entra/signin-user-app', at: 'PT4S' },
      ],
    },
    {
      title: 'Entra ID blocks a risky consent, and the user does not try again',
      who: 'everybody',
      together: '1 a week',
      app: 'new',
      steps: [{ sample: 'm365/consent-blocked-risky', at: 'PT0S' }],
    },
    {
      title: 'A consent fails for a technical reason and succeeds a minute later',
      who: 'support',
      together: '2 a week',
      app: 'Quayside CRM',
      steps: [
        { sample: 'm365/consent-failed-technically', at: 'PT0S' },
        { sample: 'm365/consent-user-sign-in-only', at: 'PT70S', bundle: 'consent' },
        { sample: 'm365/delegated-grant-added', at: 'PT71S', bundle: 'consent', replace: signInOnly },
      ],
    },
    {
      title: 'A user consents again to the permissions of an application',
      who: 'sales',
      each: '1 a month',
      app: 'Quayside CRM',
      steps: [{ sample: 'm365/consent-incremental', at: 'PT0S' }],
    },
    {
      title: 'A developer opens Graph Explorer',
      who: 'engineering',
      together: '2 a week',
      steps: [{ sample: 'm365/consent-first-party-client', at: 'PT0S' }],
    },
    {
      title: 'A user requests an application, and an administrator consents for all users',
      who: 'everybody',
      together: '2 a month',
      app: ['Quayside CRM', 'Pilot Notes'],
      steps: [
        { sample: 'm365/sign-in-interrupted-for-consent', at: 'PT0S' },
        { sample: 'm365/consent-tenant-wide', at: 'P1DT2H', bundle: 'for all' },
        {
          sample: 'm365/delegated-grant-added',
          at: 'P1DT2H',
          bundle: 'for all',
          replace: {
            'mara.voss': 'tomas.lindqvist',
            '"Principal"': '"AllPrincipals"',
            ' Mail.ReadWrite Mail.Send offline_access openid profile': 'Contacts.ReadWrite Mail.Read User.Read.All',
          },
        },
        { sample: 'm365/consent-tenant-wide-repeated', at: 'P8D' },
      ],
    },
    {
      title: 'An administrator consents to a new product for all users',
      who: 'nobody',
      together: '1 a month',
      app: 'new',
      steps: [
        {
          sample: 'm365/service-principal-added',
          at: 'PT0S',
          bundle: 'for all',
          replace: { 'mara.voss': 'tomas.lindqvist' },
        },
        {
          sample: 'm365/consent-tenant-wide',
          at: 'PT2S',
          bundle: 'for all',
          replace: { 'Contacts.ReadWrite Mail.Read User.Read.All': 'Calendars.Read User.Read' },
        },
        {
          sample: 'm365/delegated-grant-added',
          at: 'PT2S',
          bundle: 'for all',
          replace: {
            'mara.voss': 'tomas.lindqvist',
            '"Principal"': '"AllPrincipals"',
            ' Mail.ReadWrite Mail.Send offline_access openid profile': 'Calendars.Read User.Read',
          },
        },
      ],
    },
    // Applications in use.
    {
      title: 'The CRM reads the mail of its users',
      who: 'sales',
      each: '3 a day',
      app: 'Quayside CRM',
      steps: [{ sample: 'm365/mail-items-accessed-bind', at: 'PT0S' }],
    },
    {
      title: 'The CRM sends offers on behalf of its users',
      who: 'sales',
      each: '1 a week',
      app: 'Quayside CRM',
      steps: [{ sample: 'm365/mail-sent-by-app', at: 'PT0S', repeat: { every: 'PT20S', times: 4 } }],
    },
    {
      title: 'The mail client synchronizes mail on phones',
      who: 'operations',
      each: '1 a day',
      app: 'Meridian Mail',
      hours: 'all',
      steps: [{ sample: 'm365/mail-items-accessed-sync', at: 'PT0S' }],
    },
    {
      title: 'A notes application downloads its files',
      who: 'finance',
      each: '1 a day',
      app: 'Pilot Notes',
      steps: [{ sample: 'm365/file-downloaded-by-app', at: 'PT0S' }],
    },
    {
      title: 'A new policy blocks the tokens of an application, and the application obtains new tokens',
      who: 'operations',
      together: '1 a day',
      app: 'Meridian Mail',
      steps: [
        { sample: 'entra/signin-blocked-by-policy', at: 'PT0S' },
        { sample: 'entra/signin-user-app', at: 'PT9M' },
      ],
    },
    {
      title: 'A team owner adds a meeting assistant to a team',
      who: 'operations',
      together: '1 a month',
      steps: [{ sample: 'm365/teams-app-installed', at: 'PT0S' }],
    },
  ],
})
