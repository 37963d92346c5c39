import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An application reads sixty messages in one record, an hour after its consent',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H',
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
  ],
})
