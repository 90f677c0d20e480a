import type { ReadWarning } from '../reading/document.ts'
import { report } from './page/message.ts'
import type { Rule } from './page/rule.ts'

/** Repeats what reading found wrong with the bytes, so that it stands with the article. */
export const damage = (warnings: readonly ReadWarning[]): Rule => ({
  id: 'damage',
  apply: (_page, file) => {
    for (const { rule, text, reason, raw } of warnings) report(file, { rule, action: 'flagged', text, reason, raw, after: null })
  },
})
