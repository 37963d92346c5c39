import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants an application mail access, and opens a Looker Studio report to anyone with the link',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', delivered: 'PT6H' },
    {
      sample: 'google-workspace/data-studio-shared',
      at: 'PT2H',
      delivered: 'PT5H30M',
      replace: { CHANGE_USER_ACCESS: 'CHANGE_ASSET_LINK_SHARING_VISIBILITY', CAN_VIEW: 'PEOPLE_WITH_LINK' },
    },
  ],
})
