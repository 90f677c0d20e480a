/** What could not stay where it was after a change of texts is listed, so that nothing is lost in silence. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LostSpan } from '../../../electron/contract/library.ts'

/** Nothing is shown where nothing was lost. */
export function useLost(): (lost: readonly LostSpan[], title: string, hint: string) => void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return (lost, title, hint) => {
    if (lost.length === 0) return
    void modal.warning({
      title,
      okText: t('common.ok'),
      content: <><p>{hint}</p><ul className="plain-list">{lost.map(({ label, quote }, n) => <li key={`${String(n)} ${label}`}>{quote === '' ? label : t('edit.lostAt', { label, quote })}</li>)}</ul></>,
    })
  }
}
