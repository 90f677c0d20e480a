/** The menu under the right mouse button: for the words that are selected, else for the entry. */
import { Dropdown, type MenuProps } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

const LONGEST = 60
const SHOWN = 12

export function ReaderMenu({ passage, onMark, onCopyText, onCopy, onSearch, onEdit, onOriginal, onPrint, children }: {
  /** The selected text of the reader, if any. */
  readonly passage: () => string | undefined
  /** Marks what is selected; null when it is not all of the body. Asked when the menu opens. */
  readonly onMark: () => (() => void) | null
  readonly onCopyText: (text: string) => void
  readonly onCopy: (text?: string) => void
  readonly onSearch: (text: string) => void
  readonly onEdit: () => void
  readonly onOriginal: (() => void) | null
  readonly onPrint: () => void
  readonly children: ReactElement
}) {
  const { t } = useTranslation()
  // Taken when the menu opens: choosing from it can end the selection.
  const [selected, setSelected] = useState<string>()
  const [mark, setMark] = useState<(() => void) | null>(null)
  const looked = selected?.replaceAll(/\s+/g, ' ').slice(0, LONGEST)
  const items: MenuProps['items'] = selected === undefined || looked === undefined
    ? [
        { key: 'copy', label: t('reader.copy'), onClick: () => onCopy() },
        ...(onOriginal === null ? [] : [{ key: 'original', label: t('reader.original'), onClick: onOriginal }]),
        { key: 'edit', label: t('reader.edit'), onClick: onEdit },
        { key: 'print', label: t('reader.print'), onClick: onPrint },
      ]
    : [
        ...(mark === null ? [] : [{ key: 'mark', label: t('practice.mark'), onClick: mark }]),
        { key: 'text', label: t('reader.copyText'), onClick: () => onCopyText(selected) },
        { key: 'copy', label: t('reader.copy'), onClick: () => onCopy(selected) },
        { key: 'search', label: t('reader.searchFor', { text: looked.length > SHOWN ? `${looked.slice(0, SHOWN)}…` : looked }), onClick: () => onSearch(`"${looked.replaceAll('"', ' ')}"`) },
      ]
  return (
    <Dropdown trigger={['contextMenu']} menu={{ items }} onOpenChange={(open) => { if (open) { setSelected(passage()); setMark(() => onMark()) } }}>
      {children}
    </Dropdown>
  )
}
