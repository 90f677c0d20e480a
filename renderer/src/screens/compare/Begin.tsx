/** An empty board: what it is for, and the places one could begin or go on with. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Board, Unit } from '../../../../electron/contract/comparing.ts'
import { useCall } from '../../api/hooks.ts'
import { runCommand } from '../../app/commands.ts'
import { Notice } from '../../app/Notice.tsx'

const OFFERED = 8
const NONE: ReadonlySet<string> = new Set()

/** Places with cases or summaries, those that are on the board left out; undefined until they are known. */
const useOffered = (chosen: ReadonlySet<string>) => useCall('compare.places', { query: '', limit: 40 }).data?.filter(({ path, level, entries, bundled }) => level !== 'province' && entries + bundled > 0 && !chosen.has(path)).slice(0, OFFERED)

/** With one column there is nothing to compare yet: what could stand beside it. */
export function Further({ chosen, onAdd }: { readonly chosen: ReadonlySet<string>; readonly onAdd: (unit: Unit) => void }) {
  const { t } = useTranslation()
  const places = useOffered(chosen) ?? []
  if (places.length === 0) return null
  return (
    <div className="further">
      <span>{t('compare.further')}</span>
      <ul className="begin-places" aria-label={t('compare.furtherPlaces')}>
        {places.map(({ path, label }) => <li key={path}><Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onAdd({ kind: 'place', path })}>{label}</Button></li>)}
      </ul>
    </div>
  )
}

export function Begin({ boards, onAdd, onOpen }: { readonly boards: readonly Board[]; readonly onAdd: (unit: Unit) => void; readonly onOpen: (board: Board) => void }) {
  const { t } = useTranslation()
  const places = useOffered(NONE)
  if (places === undefined) return null
  const originals = places.some(({ entries }) => entries > 0)
  return (
    <div className="compare-begin">
      <Notice title={t('compare.emptyTitle')} text={t(places.length === 0 ? 'compare.emptyLibrary' : originals ? 'compare.emptyHint' : 'compare.emptyBundled')}>
        {!originals && <Button type="primary" onClick={() => runCommand('import.files')}>{t('library.emptyAction')}</Button>}
      </Notice>
      {places.length > 0 && (
        <ul className="begin-places" aria-label={t('compare.beginWith')}>
          {places.map(({ path, label, entries }) => <li key={path}><Button icon={<PlusOutlined aria-hidden />} onClick={() => onAdd({ kind: 'place', path })}>{label} <span className="meta">{entries > 0 ? t('compare.cases', { count: entries }) : t('compare.onlyBundled')}</span></Button></li>)}
        </ul>
      )}
      {boards.length > 0 && (
        <section className="begin-boards">
          <h2>{t('compare.keptBoards')}</h2>
          <ul>{boards.slice(0, 10).map((board) => <li key={board.id}><Button type="link" onClick={() => onOpen(board)}>{board.title}</Button></li>)}</ul>
        </section>
      )}
    </div>
  )
}
