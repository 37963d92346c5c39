import { expect, it } from 'vitest'
import { managementFault } from '../../../pipeline/collect/microsoft/faults.ts'

it('the collector reports that unified auditing is off, and does not retry the request', () => {
  const message = 'Microsoft.Office.Compliance.Audit.DataServiceException: Tenant 5c1d0e6a does not exist.'
  const fault = managementFault(500, { error: { code: 'AF50000', message } })
  expect(fault).toMatchObject({
    verdict: 'refused',
    message: expect.stringMatching(/^unified auditing is off.*turn it on/),
  })
  expect(managementFault(500, { error: { code: 'AF50000', message: 'An internal error' } }).verdict).toBe('transient')
})
