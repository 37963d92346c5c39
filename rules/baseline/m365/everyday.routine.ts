import { routine } from '../../lib/baseline/routine.ts'

export default routine({
  id: 'm365/everyday',
  habits: [
    {
      title: 'Users sign in to Office',
      who: 'everybody',
      each: '1 a day',
      app: 'Office',
      steps: [{ sample: 'm365/sign-in', at: 'PT0S' }],
    },
    {
      title: 'Users sign in to Teams',
      who: 'everybody',
      each: '2 a week',
      app: 'Microsoft Teams',
      steps: [
        {
          sample: 'entra/signin-user-app',
          at: 'PT0S',
          replace: { '"appDisplayName": "Invoice Sync Helper"': '"appDisplayName": "Microsoft Teams"' },
        },
      ],
    },
    {
      title: 'A password is mistyped',
      who: 'everybody',
      each: '1 a month',
      app: 'Office',
      steps: [
        { sample: 'm365/sign-in-failed', at: 'PT0S' },
        { sample: 'm365/sign-in', at: 'PT40S' },
      ],
    },
    {
      title: 'Microsoft services read mail',
      who: 'everybody',
      each: '1 a day',
      hours: 'all',
      steps: [{ sample: 'm365/mail-items-accessed-by-service', at: 'PT0S' }],
    },
    {
      title: 'Pages are read',
      who: 'everybody',
      each: '2 a week',
      steps: [{ sample: 'm365/page-viewed', at: 'PT0S' }],
    },
    {
      title: 'Files are looked for',
      who: 'everybody',
      each: '1 a week',
      steps: [{ sample: 'm365/files-searched', at: 'PT0S' }],
    },
    {
      title: 'Copilot is asked',
      who: 'everybody',
      each: '1 a week',
      steps: [{ sample: 'm365/copilot-interaction', at: 'PT0S' }],
    },
    {
      title: 'A user shares a file with a customer',
      who: 'sales',
      each: '1 a week',
      steps: [{ sample: 'm365/file-shared-with-guest', at: 'PT0S' }],
    },
    {
      title: 'A user deletes mail permanently',
      who: 'everybody',
      each: '1 a month',
      steps: [{ sample: 'm365/mail-hard-deleted', at: 'PT0S' }],
    },
    {
      title: 'A user disables a mailbox rule',
      who: 'everybody',
      each: '1 a quarter',
      steps: [{ sample: 'm365/inbox-rule-disabled', at: 'PT0S' }],
    },
    {
      title: 'A team grows',
      who: 'everybody',
      together: '3 a day',
      steps: [{ sample: 'm365/teams-member-added', at: 'PT0S' }],
    },
    {
      title: 'A flow is built',
      who: 'operations',
      together: '2 a week',
      steps: [{ sample: 'm365/flow-created', at: 'PT0S', replace: { 'HTTP, Dropbox': 'SharePoint' } }],
    },
    {
      title: 'A record has a workload that no mapping covers',
      who: 'nobody',
      together: '1 a day',
      steps: [{ sample: 'm365/unknown-record-type', at: 'PT0S' }],
    },
  ],
})
