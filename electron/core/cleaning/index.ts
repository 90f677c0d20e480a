/** The door of cleaning: a read document in, its articles and the account of every character out. Pure. */
import { VFile } from 'vfile'
import type { ReadDocument } from '../reading/document.ts'
import type { Cleaned } from './article.ts'
import { toPage } from './page/blocks.ts'
import { compose } from './page/compose.ts'

export function clean(document: ReadDocument): Cleaned {
  const file = new VFile({ path: document.name, value: document.text })
  return compose(toPage(document, file), file)
}
