import { scenario } from '../../../lib/scenario.ts'

const call = (at: string, project: string, method: string) => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  replace: { '417730926581': project, 'gmail.users.messages.list': method },
})

export default scenario({
  title: 'New applications switch IMAP on, and change the reply address and the automatic reply of a mailbox',
  steps: [
    call('PT1H', '417730926501', 'gmail.users.settings.updateImap'),
    call('PT2H', '417730926502', 'gmail.users.settings.sendAs.patch'),
    { sample: 'google-workspace/token-activity-gmail', at: 'P2D', replace: { '417730926581': '417730926503' } },
    call('P4D', '417730926503', 'gmail.users.settings.updateVacation'),
  ],
})
