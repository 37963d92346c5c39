// What a data panel asks for, apart from how it is drawn: buckets from the outside in, and metrics. The Lens columns, the
// aggregation and the list of fields are all made from it, so they always agree.

export type Kql = string

interface MetricBase {
  readonly label?: string
  /** Narrows this metric only. */
  readonly filter?: Kql
}
export type Metric =
  | (MetricBase & { readonly of: 'count' })
  | (MetricBase & { readonly of: 'unique_count' | 'sum' | 'min' | 'max' | 'last_value'; readonly field: string })

/** The most frequent values of a field, or the highest by another metric. */
export interface Terms {
  readonly field: string
  readonly size: number
  readonly label?: string
  /**
   * Also counts documents without the field, as "(missing value)". Lens does that only together with a row "Other" for
   * what is beyond `size`, so both come.
   */
  readonly missing?: true
  /** Place of the metric that orders the values, highest first: 0 when absent. `value`: by the value itself, lowest first. */
  readonly orderBy?: number | 'value'
  /** The values with the lowest metric instead. */
  readonly lowestFirst?: true
}

/** `member` is the place in the panel literal; the id of the Lens column is made of it. */
interface InPanel {
  readonly member: string
}
export type Bucket = InPanel &
  ((Terms & { readonly kind: 'terms' }) | { readonly kind: 'date_histogram'; readonly field: string })

export interface Layer {
  readonly buckets: readonly Bucket[]
  readonly metrics: readonly (Metric & InPanel)[]
}

/** How a field is used; what types it may have follows. */
export type FieldRole = Exclude<Metric['of'], 'count'> | Bucket['kind'] | 'terms_with_missing' | 'control' | 'column'
export interface FieldUse extends InPanel {
  readonly field: string
  readonly as: FieldRole
}

/** The id of a column, and of its aggregation. */
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
