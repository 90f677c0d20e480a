/** Which board this is: its name, keeping it, and the others that were kept. */
import { DeleteOutlined, DownOutlined, PlusOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Board } from '../../../../electron/contract/comparing.ts'

interface BoardBarProps {
  readonly boards: readonly Board[]
  readonly board: { readonly id: Board['id'] | null; readonly title: string; readonly changed: boolean; readonly empty: boolean }
  readonly placeholder: string
  readonly onRename: (title: string) => void
  readonly onSave: () => void
  readonly onOpen: (board: Board) => void
  readonly onNew: () => void
  readonly onRemove: (board: Board) => void
}

export function BoardBar({ boards, board, placeholder, onRename, onSave, onOpen, onNew, onRemove }: BoardBarProps) {
  const { t, i18n } = useTranslation()
  const kept = boards.find(({ id }) => id === board.id)
  return (
    <div className="board-bar">
      <Input className="board-title" size="large" variant="borderless" aria-label={t('compare.boardTitle')} maxLength={200} value={board.title} placeholder={placeholder} onChange={(event) => onRename(event.target.value)} />
      <div className="board-actions">
        {board.changed && !board.empty && <span className="meta" role="status">{t('compare.notSaved')}</span>}
        <Button type="primary" icon={<SaveOutlined aria-hidden />} disabled={board.empty || (!board.changed && board.id !== null)} onClick={onSave}>{t('compare.save')}</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: boards.length === 0 ? [{ key: 'none', label: t('compare.noBoards'), disabled: true }] : boards.map((one) => ({ key: one.id, label: <span className="board-item"><span>{one.title}</span><span className="meta">{one.damaged && `${t('compare.damagedShort')} · `}{new Date(one.updatedAt).toLocaleDateString(i18n.language)}</span></span>, onClick: () => onOpen(one) })),
            selectable: true,
            selectedKeys: board.id === null ? [] : [board.id],
          }}
        >
          <Button>{t('compare.boards', { count: boards.length })} <DownOutlined aria-hidden /></Button>
        </Dropdown>
        <Button icon={<PlusOutlined aria-hidden />} disabled={board.empty && board.id === null} onClick={onNew}>{t('compare.newBoard')}</Button>
        {kept !== undefined && <Button type="text" danger icon={<DeleteOutlined aria-hidden />} aria-label={t('compare.removeBoard', { title: kept.title })} onClick={() => onRemove(kept)} />}
      </div>
    </div>
  )
}
