import { scenario } from '../../../lib/scenario.ts'
import addInPageOpened from '../../access-granted-from-new-network/match/m365-add-in-page-opened-from-new-network.scenario.ts'

const file = {
  personas: {},
  replace: { 'mara.voss@northpier.example': 'app@sharepoint', '"UserType": 0': '"UserType": 5' },
}

export default scenario({
  title: 'An add-in that a site owner registered from a new network downloads files of the site for days',
  steps: [
    ...addInPageOpened.steps,
    {
      sample: 'm365/service-principal-added',
      at: 'P16DT1H3M',
      replace: { 'mara.voss@northpier.example': 'spo_service@support.onmicrosoft.com' },
    },
    { sample: 'm365/file-downloaded-by-app', at: 'P17D', ...file },
    { sample: 'm365/file-downloaded-by-app', at: 'P19D', ...file },
  ],
})
