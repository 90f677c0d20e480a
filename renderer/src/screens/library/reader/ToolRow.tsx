/** Tools in one line: as many as fit stand there, the others in the menu behind them. */
import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/Hint.tsx'
import { useFitting } from './use-fitting.ts'

export interface Tool {
  readonly key: string
  readonly icon: ReactNode
  readonly name: string
  /** What it is called where its name alone would not say it. */
  readonly said?: string
  /** The key that does the same. */
  readonly hint: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

/** `menu` is what stands in the menu at any width; `children` stand between the tools and it. */
export function ToolRow({ tools, menu, children }: { readonly tools: readonly Tool[]; readonly menu: NonNullable<MenuProps['items']>; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [fitting, row] = useFitting(tools.length)
  const folded = tools.slice(fitting).map(({ key, icon, name, said, hint, disabled, run }) => ({ key, icon, label: said ?? name, extra: hint, disabled: disabled === true, onClick: run }))
  return (
    <>
      <div className="tool-row" ref={row}>
        {tools.map(({ key, icon, name, said, hint, pressed, disabled, run }, index) => (
          <Hint key={key} title={hint}>
            <Button size="small" icon={icon} className={index < fitting ? '' : 'folded-tool'} {...(said === undefined ? {} : { 'aria-label': said })} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} disabled={disabled === true} onClick={run}>{name}</Button>
          </Hint>
        ))}
      </div>
      {children}
      <Dropdown trigger={['click']} menu={{ items: folded.length === 0 ? menu : [...folded, { type: 'divider', key: 'edge' }, ...menu] }}>
        <Button size="small" icon={<MoreOutlined aria-hidden />} aria-label={t('reader.more')}>{folded.length === 0 ? null : t('reader.moreShort')}</Button>
      </Dropdown>
    </>
  )
}
