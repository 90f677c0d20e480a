import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { startI18n } from '../../renderer/src/i18n/index.ts'
import { PracticeTag } from '../../renderer/src/parts/PracticeTag.tsx'

const id = PracticeId.parse('grid.police')
const markup = (tag: React.ReactElement): string => renderToStaticMarkup(tag).replaceAll(/<svg.*?<\/svg>/g, '')

describe('the tag of a practice', () => {
  beforeAll(startI18n)
  it('is its label alone in a list', () => {
    expect(markup(<PracticeTag id={id} label="警网融合" />)).toBe('<span class="practice practice-grid plain unsaid"><span class="practice-label">警网融合</span></span>')
  })
  it.each([['primary', 'draft', '主要，待核'], ['secondary', 'confirmed', '次要，已确认'], ['mention', 'rejected', '仅提及，已否定']] as const)('says %s and %s to whoever sees no form and no colour', (strength, state, said) => {
    const shown = markup(<PracticeTag id={id} label="警网融合" strength={strength} state={state} />)
    expect(shown).toContain(`<span class="unseen">（${said}）</span>`)
    expect(shown).toContain(`class="practice practice-grid ${strength} ${state}"`)
    expect(shown).toContain('class="anticon')
  })
})
