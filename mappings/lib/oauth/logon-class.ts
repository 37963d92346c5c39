// The meaning of a sign-in error code for an analyst: most codes only mean that the user has to complete one more step.
// The codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
export type LogonClass =
  | 'success'
  | 'interrupt'
  | 'bad_password'
  | 'locked'
  | 'mfa_required'
  | 'mfa_failed'
  | 'blocked_by_policy'
  | 'risk'
  | 'other'

const codes: Readonly<Record<Exclude<LogonClass, 'success' | 'other'>, readonly number[]>> = {
  interrupt: [16000, 50055, 50058, 50072, 50125, 50127, 50129, 50140, 50143, 50144, 50199, 51006, 65001, 81010],
  bad_password: [50056, 50064, 50126],
  locked: [50053],
  mfa_required: [50074, 50076, 50079, 50203],
  mfa_failed: [500121, 50088],
  blocked_by_policy: [
    50057, 50105, 53000, 53001, 53002, 53003, 53009, 53010, 90094, 90095, 530002, 530003, 530032, 530035,
  ],
  risk: [53004, 53011, 530031, 530034, 900941],
}

const byCode: ReadonlyMap<number, LogonClass> = new Map(
  Object.entries(codes).flatMap(([name, numbers]) => numbers.map((code) => [code, name as LogonClass] as const)),
)

export function logonClass(code: number | undefined): LogonClass {
  if (code === undefined || code === 0) return 'success'
  return byCode.get(code) ?? 'other'
}
