/** 查找: a bar over one part of the page. Enter goes on, Shift+Enter back, Escape leaves. */
import { CloseOutlined, DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { guarded } from '../keyboard.ts'
import { useView } from '../view.ts'
import { useFinding } from './use-finding.ts'

interface FindBarProps {
  /** Where is looked. */
  readonly root: () => Element | null
  /** Selects what of it is text; null takes all of it. */
  readonly only: string | null
  /** What is looked in, as the box says it. */
  readonly label: string
  /** Gives the focus back. */
  readonly onClose: () => void
}

export function FindBar({ root, only, label, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(() => useView.getState().sought)
  const [text, setText] = useState(typed)
  const composing = useRef(false)
  const input = useRef<InputRef>(null)
  const { at, count, settled, go } = useFinding(root, only, text)
  useEffect(() => { input.current?.focus({ cursor: 'all' }) }, [])
  const change = (value: string): void => {
    setTyped(value)
    if (composing.current) return
    setText(value)
    useView.setState({ sought: value })
  }
  const press = guarded<HTMLElement>((event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  const empty = text.trim() === ''
  return (
    <search className="find-bar" aria-label={label} onKeyDown={press}>
      <Input
        ref={input}
        size="small"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        maxLength={1000}
        value={typed}
        onChange={(event) => change(event.target.value)}
        onCompositionStart={() => { composing.current = true }}
        onCompositionEnd={(event) => {
          composing.current = false
          change(event.currentTarget.value)
        }}
      />
      <span role="status" className={`find-at${!empty && settled && count === 0 ? ' none' : ''}`}>{empty || !settled ? '' : count === 0 ? t('find.none') : t('find.at', { at: (at ?? 0) + 1, count })}</span>
      <Button size="small" type="text" icon={<UpOutlined />} aria-label={t('find.previous')} title={t('find.previousKey')} disabled={count === 0} onClick={() => go(-1)} />
      <Button size="small" type="text" icon={<DownOutlined />} aria-label={t('find.next')} title={t('find.nextKey')} disabled={count === 0} onClick={() => go(1)} />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('find.close')} title={t('find.closeKey')} onClick={onClose} />
    </search>
  )
}
