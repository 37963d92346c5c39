import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/application-registers-four',
  title: 'An application registers four applications within ten minutes',
  start: '2026-03-13T10:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: {
        'tomas.lindqvist@northpier.example': 'Harbour CRM Connector',
        '"Type": 5': '"Type": 1',
        User_6f1e: 'ServicePrincipal_6f1e',
        '"ID": "User"': '"ID": "ServicePrincipal"',
        '7b3e9d15-2c4f': '7b3e9d20-2c4f',
        '2b331516-0938': '2b331520-0938',
        'c5d7e9f1-3a2b': 'c5d7e920-3a2b',
      },
    },
    {
      sample: 'm365/application-added',
      at: 'PT2M',
      replace: {
        'tomas.lindqvist@northpier.example': 'Harbour CRM Connector',
        '"Type": 5': '"Type": 1',
        User_6f1e: 'ServicePrincipal_6f1e',
        '"ID": "User"': '"ID": "ServicePrincipal"',
        '7b3e9d15-2c4f': '7b3e9d21-2c4f',
        '2b331516-0938': '2b331521-0938',
        'c5d7e9f1-3a2b': 'c5d7e921-3a2b',
      },
    },
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      replace: {
        'tomas.lindqvist@northpier.example': 'Harbour CRM Connector',
        '"Type": 5': '"Type": 1',
        User_6f1e: 'ServicePrincipal_6f1e',
        '"ID": "User"': '"ID": "ServicePrincipal"',
        '7b3e9d15-2c4f': '7b3e9d22-2c4f',
        '2b331516-0938': '2b331522-0938',
        'c5d7e9f1-3a2b': 'c5d7e922-3a2b',
      },
    },
    {
      sample: 'm365/application-added',
      at: 'PT4M',
      replace: {
        'tomas.lindqvist@northpier.example': 'Harbour CRM Connector',
        '"Type": 5': '"Type": 1',
        User_6f1e: 'ServicePrincipal_6f1e',
        '"ID": "User"': '"ID": "ServicePrincipal"',
        '7b3e9d15-2c4f': '7b3e9d23-2c4f',
        '2b331516-0938': '2b331523-0938',
        'c5d7e9f1-3a2b': 'c5d7e923-3a2b',
      },
    },
  ],
})
