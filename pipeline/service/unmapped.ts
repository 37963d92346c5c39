import { Counter, type Registry } from 'prom-client'
import type { CompiledMapping } from '../../mappings/lib/compile.ts'

/** Adds a metric that reads the counts of the mappings, so that it costs nothing per record. */
export function countUnmapped(registry: Registry, mappings: readonly CompiledMapping[]): void {
  new Counter({
    name: 'consentry_unmapped_events_total',
    help: 'Documents that the mapping could not classify by their operation or record type',
    labelNames: ['dataset'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { mapping, otherwise } of mappings)
        for (const count of otherwise.get('event.category')?.values() ?? [])
          this.inc({ dataset: mapping.dataset }, count)
    },
  })
}
