import type { Label } from '../../contract/labels.ts'
import { labelsOf } from '../describing/labels.ts'
import type { Library } from '../library/index.ts'
import { remembered } from './remembered.ts'

/** The own labels in force: the same list until the record of changes is another. */
export const ownLabels = ({ reads: { taxonomy } }: Pick<Library, 'reads'>): (() => readonly Label[]) => remembered(() => [taxonomy.mark()] as const, () => labelsOf(taxonomy.steps()))
