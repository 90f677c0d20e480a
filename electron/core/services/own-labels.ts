import type { Label } from '../../contract/labels.ts'
import { labelsOf } from '../describing/labels.ts'
import type { Library } from '../library/index.ts'

/** The own labels in force: the same list until the record of changes is another. */
export function ownLabels({ reads: { taxonomy } }: Pick<Library, 'reads'>): () => readonly Label[] {
  let made: { readonly mark: string; readonly labels: readonly Label[] } | null = null
  return () => {
    const mark = taxonomy.mark()
    if (made?.mark !== mark) made = { mark, labels: labelsOf(taxonomy.steps()) }
    return made.labels
  }
}
