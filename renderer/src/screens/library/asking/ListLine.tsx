/** How many were found, and what can be done with the list as a whole. */
import { ExportOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { SortOrder, type SearchResult } from '../../../../../electron/contract/searching.ts'
import { runCommand } from '../../../app/commands.ts'
import { focusOn } from '../../../app/focus.ts'
import { isAsked, useView, useViewOf } from '../../../app/view.ts'
import { Hint } from '../../../parts/Hint.tsx'
import { useSort } from '../results.ts'

export const ListLine = memo(function ListLine({ result, searching }: { readonly result: SearchResult | undefined; readonly searching: boolean }) {
  const { t } = useTranslation()
  const { grouped, group, order, narrow } = useViewOf('grouped', 'group', 'order', 'narrow')
  const asked = useView(isAsked)
  const sort = useSort()
  const some = result !== undefined && result.total > 0
  const merged = result !== undefined && grouped && result.entries > result.total
  return (
    <div className="list-line">
      <span role="status" className="total">
        {result === undefined ? '' : t(result.exact ? 'library.total' : 'library.totalAbout', { count: result.total })}
        {merged && <> · {t('library.entriesBehind', { count: result.entries })}</>}
      </span>
      <span className="spacer" />
      {some && asked && <Button type="text" size="small" title={t('library.narrowHint')} onClick={() => focusOn('search', narrow)}>{t('library.narrow')}</Button>}
      <Button type="text" size="small" title={t('library.groupHint')} aria-pressed={grouped} className="toggle" onClick={() => group(!grouped)}>{t('library.group')}</Button>
      {searching && <Hint title={t('library.saveSearch')}><Button type="text" size="small" icon={<SaveOutlined aria-hidden />} aria-label={t('library.saveSearch')} onClick={() => runCommand('search.save')}><span className="tool-word">{t('library.saveSearch')}</span></Button></Hint>}
      {some && <Hint title={t('pack.button')}><Button type="text" size="small" icon={<ExportOutlined aria-hidden />} aria-label={t('pack.button')} onClick={() => runCommand('pack.export')}><span className="tool-word">{t('pack.short')}</span></Button></Hint>}
      <Select<SortOrder> size="small" variant="borderless" className="sort" aria-label={t('library.sortLabel')} value={sort} onChange={order} popupMatchSelectWidth={false} options={SortOrder.options.map((value) => ({ value, label: t(`library.sort.${value}`) }))} />
    </div>
  )
})
