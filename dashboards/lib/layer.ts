// The data of a panel, without its appearance: buckets from the outside in, and metrics. The Lens columns, the
// aggregation and the list of fields are derived from this one definition, so they always agree.
export type Kql = string

interface MetricBase {
  readonly label?: string
  /** Narrows this metric only. */
  readonly filter?: Kql
}
export type Metric =
  | (MetricBase & { readonly of: 'count' })
  | (MetricBase & { readonly of: 'unique_count' | 'sum' | 'min' | 'max' | 'last_value'; readonly field: string })

/** The most frequent values of a field, or the values with the highest other metric. */
export interface Terms {
  readonly field: string
  readonly size: number
  readonly label?: string
  /**
   * Also counts documents without the field, as "(missing value)". Lens supports this only together with a row "Other"
   * for the values beyond `size`, so both rows appear.
   */
  readonly missing?: true
  /** Index of the metric that orders the values, highest first. Default: 0. `value`: by the value, lowest first. */
  readonly orderBy?: number | 'value'
  /** Selects the values with the lowest metric. */
  readonly lowestFirst?: true
}

/** `member` is the path in the panel literal. The ID of the Lens column is derived from it. */
interface InPanel {
  readonly member: string
}
export type Bucket = InPanel &
  ((Terms & { readonly kind: 'terms' }) | { readonly kind: 'date_histogram'; readonly field: string })

export interface Layer {
  readonly buckets: readonly Bucket[]
  readonly metrics: readonly (Metric & InPanel)[]
}

/** The use of a field, which determines the allowed field types. */
export type FieldRole = Exclude<Metric['of'], 'count'> | Bucket['kind'] | 'terms_with_missing' | 'control' | 'column'
export interface FieldUse extends InPanel {
  readonly field: string
  readonly as: FieldRole
}

export function columnId({ member }: InPanel): string {
  return member.replaceAll('.', '_')
}

/** Every field that a layer reads, except in its queries. */
export function layerFields({ buckets, metrics }: Layer): FieldUse[] {
  return [
    ...buckets.map((bucket): FieldUse => {
      const { member, field, kind } = bucket
      return { member, field, as: kind === 'terms' && bucket.missing === true ? 'terms_with_missing' : kind }
    }),
    ...metrics.flatMap((metric) =>
      metric.of === 'count' ? [] : [{ member: metric.member, field: metric.field, as: metric.of }],
    ),
  ]
}
