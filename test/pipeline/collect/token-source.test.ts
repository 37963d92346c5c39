import { expect, it } from 'vitest'
import { redact } from '../../../pipeline/errors/redact.ts'
import { collectBench } from '../../support/collect-bench.ts'

const bench = collectBench()

it('a token that a header cannot contain is not used, and no message contains it', async () => {
  const { vendors } = await bench.open({ seed: 2, records: 4, days: 1 })
  const token = 'open-sesame\nplease'
  vendors.instead = ({ pathname }) =>
    pathname.endsWith('/token') ? { access_token: token, expires_in: 3599 } : undefined
  for (const id of ['entra-audit', 'google-token']) {
    const failure = (await bench.sourceOf(id))?.failure
    expect(failure, id).toContain('status 200 without a token that a header can contain')
    expect(failure, id).not.toContain('sesame')
  }
  expect(redact(`the token ${token}`)).toBe('the token ***')
})
