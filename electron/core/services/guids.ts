/** How files of other programs name our practices and labels: the same today, tomorrow and in every library, for what ships; as they came, for what came in. */
import { createHash } from 'node:crypto'
import type { TaxonomyStep } from '../../contract/taxonomy.ts'

/** Ours alone, so that no other program makes the same names. */
const NAMESPACE = 'b7f7d6a2-5c0e-5d0c-9a3e-6e1f0c7d2a41'
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A name-based UUID (RFC 9562, version 5). */
export function guidFrom(name: string): string {
  const bytes = createHash('sha1').update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** By id. What a person added is named after the step that added it, or as the file it came from named it; moved, it keeps its name. */
export function guidsOf(steps: readonly TaxonomyStep[]): (id: string) => string {
  const own = new Map<string, string>()
  const guidOf = (id: string): string => own.get(id) ?? (GUID.test(id) ? id : guidFrom(id))
  for (const { id: step, change } of steps) {
    const changes = change.type === 'codebook' ? change.practices : change.type === 'label' ? [] : [change]
    for (const one of changes) {
      if (one.type === 'add') own.set(one.id, one.guid?.toLowerCase() ?? guidFrom(`${step} ${one.id}`))
      if (one.type === 'move') own.set(one.parent === null ? one.id.slice(one.id.indexOf('.') + 1) : `${one.parent}.${one.id.slice(one.id.indexOf('.') + 1)}`, guidOf(one.id))
    }
  }
  return guidOf
}
