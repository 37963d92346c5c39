import { scenario } from '../../../lib/scenario.ts'

const call = (at: string, method: string) => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  replace: { 'gmail.users.messages.list': method },
})

export default scenario({
  title: 'An application that often uses new methods sets up forwarding for the first time after weeks',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M' },
    call('P31D', 'gmail.users.messages.modify'),
    call('P34D', 'gmail.users.labels.create'),
    call('P37D', 'gmail.users.drafts.create'),
    call('P40D', 'gmail.users.settings.updateAutoForwarding'),
  ],
})
