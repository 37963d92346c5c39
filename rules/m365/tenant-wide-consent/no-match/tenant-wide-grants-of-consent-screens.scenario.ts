import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Consent screens create tenant-wide grants, and also log the consents',
  steps: [
    {
      sample: 'm365/delegated-grant-extended',
      at: 'PT1M',
      replace: { '{\\"AppId': '{\\"User-Agent\\":\\"EvoSTS\\",\\"AppId' },
    },
    {
      sample: 'm365/delegated-grant-extended',
      at: 'PT2M',
      replace: {
        '{\\"AppId':
          '{\\"User-Agent\\":\\"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15\\",\\"AppId',
      },
    },
    {
      sample: 'm365/delegated-grant-extended',
      at: 'PT3M',
      replace: {
        '{\\"AppId':
          '{\\"User-Agent\\":\\"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:136.0) Gecko/20100101 Firefox/136.0\\",\\"AppId',
      },
    },
  ],
})
