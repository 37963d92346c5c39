import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One token of an application reads mail in its usual network and in a new network',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P1D', times: 21 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
      replace: { '203.0.113.77': '192.0.2.33', UGF5cm9sbFRva2VuT25l: 'UGF5cm9sbFRva2VuVHdv' },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT3H',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
      replace: {
        '203.0.113.77': '198.51.100.90',
        '9b677fcc-88b2-4a71-a966-e5fc5120f675': '9b677fcc-88b2-4a71-a966-e5fc5120f676',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT3H10M',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
      replace: {
        '203.0.113.77': '192.0.2.33',
        '9b677fcc-88b2-4a71-a966-e5fc5120f675': '9b677fcc-88b2-4a71-a966-e5fc5120f677',
      },
    },
  ],
})
