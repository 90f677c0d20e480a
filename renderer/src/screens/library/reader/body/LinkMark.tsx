/** A link of the original, as text with its address behind it. Nothing is loaded; whoever opens it is asked first. */
import { Button, Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../../api/index.ts'
import { useCopying } from '../../../../app/copying.ts'
import { useFaults } from '../../../../app/faults.ts'
import { guarded } from '../../../../app/keyboard.ts'
import { hostKind } from '../../../../app/page.ts'

/** What a browser opens; anything else can only be copied. */
const OPENS = /^https?:\/\/[^\s/]/i

export function LinkMark({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const fault = useFaults()
  const copying = useCopying()
  const [open, setOpen] = useState(false)
  const go = (): void => {
    setOpen(false)
    // A page in a browser opens it itself; elsewhere the host asks once more, outside the page.
    if (hostKind === 'browser') window.open(address, '_blank', 'noopener,noreferrer')
    else void client.call('link.open', { url: address }).catch(fault)
  }
  const press = guarded<HTMLSpanElement>((event) => {
    const does: Readonly<Record<string, () => void>> = { Enter: () => setOpen(!open), ' ': () => setOpen(!open), ...(open ? { Escape: () => setOpen(false) } : {}) }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : does[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  const card = (
    <div className="link-card">
      <p className="link-address">{address}</p>
      <p className="meta">{t('reader.linkHint')}</p>
      <p className="link-buttons">
        <Button size="small" onClick={() => copying.text(address)}>{t('reader.linkCopy')}</Button>
        {OPENS.test(address) && <Button size="small" onClick={go}>{t('reader.linkOpen')}</Button>}
      </p>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={card}>
      <span className="text-link" role="button" tabIndex={0} title={address} aria-expanded={open} onKeyDown={press}>{children}</span>
    </Popover>
  )
}
