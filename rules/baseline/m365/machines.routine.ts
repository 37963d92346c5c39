import { routine } from '../../lib/baseline/routine.ts'

const ownKey = { '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '{app key}' }

export default routine({
  id: 'm365/machines',
  habits: [
    {
      title: 'The organization’s applications sign in with their certificates',
      who: 'nobody',
      each: '8 a day',
      hours: 'all',
      app: [
        'Berth Planner',
        'Route Optimizer',
        'Customs Gateway',
        'Yard Sensors',
        'Fleet Telemetry',
        'Deployment Pipeline',
      ],
      steps: [{ sample: 'entra/signin-app-certificate', at: 'PT0S', replace: ownKey }],
    },
    {
      title: 'A job signs in with a managed identity',
      who: 'nobody',
      together: '24 a day',
      hours: 'all',
      steps: [{ sample: 'entra/signin-managed-identity', at: 'PT0S' }],
    },
    {
      title: 'An unmaintained job tries to sign in with an expired secret',
      who: 'nobody',
      each: '1 a day',
      hours: 'all',
      app: 'Yard Sensors',
      steps: [{ sample: 'entra/signin-app-expired-secret', at: 'PT0S', repeat: { every: 'PT5M', times: 3 } }],
    },
    {
      title: 'The backup reads mailboxes at night',
      who: 'everybody',
      together: '40 a day',
      hours: 'all',
      app: 'Northpier Backup',
      steps: [
        {
          sample: 'entra/graph-app-reads-mailbox',
          at: 'PT0S',
          replace: { 'RoleManagement.ReadWrite.Directory Mail.ReadWrite': 'Mail.Read' },
        },
      ],
    },
    {
      title: 'The backup signs in',
      who: 'nobody',
      each: '24 a day',
      hours: 'all',
      app: 'Northpier Backup',
      steps: [{ sample: 'entra/signin-app-certificate', at: 'PT0S', replace: ownKey }],
    },
    {
      title: 'A collector fetches audit logs',
      who: 'nobody',
      each: '24 a day',
      hours: 'all',
      app: 'Audit Collector',
      steps: [
        { sample: 'entra/signin-app-certificate', at: 'PT0S', replace: ownKey },
        {
          sample: 'entra/graph-app-reads-mailbox',
          at: 'PT2S',
          replace: {
            'RoleManagement.ReadWrite.Directory Mail.ReadWrite': 'AuditLog.Read.All Directory.Read.All',
            '/v1.0/users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
              '/v1.0/auditLogs/directoryAudits',
          },
        },
      ],
    },
    {
      title: 'A user reads her own mail through a Microsoft Graph application',
      who: 'support',
      each: '2 a week',
      app: 'Meridian Mail',
      steps: [{ sample: 'entra/graph-user-lists-mail', at: 'PT0S' }],
    },
    {
      title: 'Microsoft Graph rejects a call because the application lacks a permission',
      who: 'nobody',
      each: '1 a day',
      app: 'Route Optimizer',
      steps: [
        {
          sample: 'entra/graph-app-refused',
          at: 'PT0S',
          replace: { 'RoleManagement.ReadWrite.Directory Mail.ReadWrite': 'Calendars.Read' },
        },
      ],
    },
  ],
})
