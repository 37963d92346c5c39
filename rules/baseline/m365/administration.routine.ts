import { routine } from '../../lib/baseline/routine.ts'

/** Removes the existing key of the application from the sample that adds a new key. */
const firstOfItsKind = {
  '\\"[KeyIdentifier=48802edc-4fd1-5267-bf58-e483dac7d6c9,KeyType=Password,KeyUsage=Verify,DisplayName=deploy 2025]\\",\\r\\n  ':
    '',
  '\\"[KeyIdentifier=48802edc-4fd1-5267-bf58-e483dac7d6c9,KeyType=Password,KeyUsage=Verify,DisplayName=deploy 2025]\\"':
    '',
}

const newSecret = { '6d4e12f7-63d4-5026-98e8-10079628fef2': '{new key}' }
const newCertificate = { '25b1262b-defc-5f73-be25-4c0bcd4e4789': '{new key}' }
const signInWithNewKey = { '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '{new key}' }

export default routine({
  id: 'm365/administration',
  habits: [
    {
      title:
        'An administrator rotates a secret: the application uses the new secret and loses the old one a week later',
      who: 'platform',
      administrator: 'person',
      together: '6 a month',
      app: ['Berth Planner', 'Route Optimizer', 'Customs Gateway', 'Yard Sensors', 'Fleet Telemetry'],
      steps: [
        {
          sample: 'm365/credential-secret-added',
          at: 'PT0S',
          replace: {
            '48802edc-4fd1-5267-bf58-e483dac7d6c9': '{old key}',
            '6d4e12f7-63d4-5026-98e8-10079628fef2': '{new key}',
          },
        },
        { sample: 'm365/application-updated-empty', at: 'PT0S' },
        { sample: 'entra/signin-app-certificate', at: 'PT30M', replace: signInWithNewKey },
        {
          sample: 'm365/credential-removed',
          at: 'P7D',
          replace: {
            '48802edc-4fd1-5267-bf58-e483dac7d6c9': '{new key}',
            '6d4e12f7-63d4-5026-98e8-10079628fef2': '{old key}',
          },
        },
      ],
    },
    {
      title: 'A certificate is renewed',
      who: 'nobody',
      together: '2 a month',
      app: ['Northpier Backup', 'Audit Collector'],
      steps: [
        { sample: 'm365/credential-certificate-added', at: 'PT0S', replace: newCertificate },
        { sample: 'entra/signin-app-certificate', at: 'PT2H', replace: signInWithNewKey },
      ],
    },
    {
      title: 'The deployment pipeline registers an application with a secret and a minor permission',
      who: 'nobody',
      together: '3 a month',
      app: 'new',
      steps: [
        { sample: 'm365/application-added', at: 'PT0S' },
        { sample: 'm365/service-principal-added', at: 'PT3S', replace: { 'mara.voss': 'tomas.lindqvist' } },
        { sample: 'm365/credential-secret-added', at: 'PT9S', replace: { ...firstOfItsKind, ...newSecret } },
        { sample: 'm365/app-role-grant-low', at: 'PT14S' },
      ],
    },
    {
      title: 'The deployment pipeline registers an application that can read the directory',
      who: 'nobody',
      together: '1 a month',
      app: 'new',
      steps: [
        { sample: 'm365/application-added', at: 'PT0S' },
        { sample: 'm365/service-principal-added', at: 'PT3S', replace: { 'mara.voss': 'tomas.lindqvist' } },
        { sample: 'm365/credential-secret-added', at: 'PT9S', replace: { ...firstOfItsKind, ...newSecret } },
        {
          sample: 'm365/app-role-grant-low',
          at: 'PT14S',
          replace: {
            '134fd756-38ce-4afd-ba33-e9623dbe66c2': 'df021288-bdef-4463-88db-98f22de89214',
            'AdministrativeUnit.Read.All': 'User.Read.All',
            'Read all administrative units': 'Read all users’ full profiles',
          },
        },
      ],
    },
    {
      title: 'The backup application receives another application permission',
      who: 'nobody',
      on: 'P16DT10H',
      app: 'Northpier Backup',
      steps: [{ sample: 'm365/app-role-grant-mail', at: 'PT0S' }],
    },
    {
      title: 'An administrator registers the intranet with a redirect URI in the organization’s domain',
      who: 'nobody',
      on: 'P2DT9H',
      app: 'Northpier Intranet',
      steps: [
        { sample: 'm365/application-added', at: 'PT0S' },
        { sample: 'm365/service-principal-added', at: 'PT20S', replace: { 'mara.voss': 'tomas.lindqvist' } },
        {
          sample: 'm365/application-redirect-added',
          at: 'PT2H',
          replace: { 'payroll-login.ngrok-free.app': 'intranet.northpier.example' },
        },
      ],
    },
    {
      title: 'The pipeline trusts a repository through a federated credential',
      who: 'nobody',
      together: '1 a month',
      app: ['Berth Planner', 'Customs Gateway'],
      steps: [{ sample: 'm365/federated-credential-added', at: 'PT0S' }],
    },
    {
      title: 'A team adds a new owner to an application',
      who: 'engineering',
      together: '2 a month',
      app: ['Berth Planner', 'Route Optimizer', 'Fleet Telemetry'],
      steps: [{ sample: 'm365/owner-added', at: 'PT0S' }],
    },
    {
      title: 'An application receives a redirect URI in the organization’s domain',
      who: 'engineering',
      administrator: 'person',
      together: '4 a month',
      app: ['Berth Planner', 'Route Optimizer', 'Fleet Telemetry'],
      steps: [
        {
          sample: 'm365/application-redirect-added',
          at: 'PT0S',
          replace: { 'payroll-login.ngrok-free.app': 'login.northpier.example' },
        },
      ],
    },
    {
      title: 'A developer adds a redirect URI on shared hosting for a test',
      who: 'engineering',
      administrator: 'person',
      together: '1 a month',
      app: 'Route Optimizer',
      steps: [{ sample: 'm365/application-redirect-added', at: 'PT0S' }],
    },
    {
      title: 'An application receives minor permissions and later loses one of them',
      who: 'nobody',
      together: '4 a month',
      app: ['Berth Planner', 'Route Optimizer', 'Customs Gateway'],
      steps: [
        { sample: 'm365/application-permission-requested', at: 'PT0S' },
        { sample: 'm365/app-role-grant-low', at: 'PT20M' },
        { sample: 'm365/app-role-removed', at: 'P10D' },
      ],
    },
    {
      title: 'A new application replaces an old application',
      who: 'nobody',
      on: 'P8DT9H',
      app: 'New Timesheets',
      steps: [
        { sample: 'm365/application-added', at: 'PT0S' },
        { sample: 'm365/credential-certificate-added', at: 'P1D', replace: { ...firstOfItsKind, ...newCertificate } },
        { sample: 'm365/app-role-grant-low', at: 'P2D' },
        { sample: 'm365/owner-added', at: 'P2DT1H' },
        { sample: 'entra/signin-app-certificate', at: 'P3D', replace: signInWithNewKey },
      ],
    },
    {
      title: 'An administrator disables and removes the replaced application',
      who: 'nobody',
      on: 'P12DT13H',
      app: 'Old Timesheets',
      steps: [
        { sample: 'm365/service-principal-disabled', at: 'PT0S' },
        { sample: 'm365/service-principal-removed', at: 'P14D' },
        { sample: 'm365/application-deleted', at: 'P14DT1M' },
      ],
    },
    {
      title: 'A policy is tightened',
      who: 'nobody',
      together: '1 a month',
      steps: [{ sample: 'm365/authorization-policy-tightened', at: 'PT0S' }],
    },
    {
      title: 'An administrator consents for their own account, and again for all users',
      who: 'nobody',
      together: '2 a month',
      app: 'Quayside CRM',
      steps: [
        { sample: 'm365/consent-admin-for-self', at: 'PT0S', bundle: 'consent' },
        {
          sample: 'm365/delegated-grant-added',
          at: 'PT0S',
          bundle: 'consent',
          replace: {
            'mara.voss': 'tomas.lindqvist',
            ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
          },
        },
        { sample: 'm365/consent-tenant-wide-repeated', at: 'P1D' },
      ],
    },
    {
      title: 'An administrator grants a role to a colleague',
      who: 'support',
      together: '1 a month',
      steps: [{ sample: 'm365/role-granted-to-user', at: 'PT0S' }],
    },
  ],
})
