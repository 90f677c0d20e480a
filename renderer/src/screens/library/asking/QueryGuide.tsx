/** How a query is written, in one card; each example runs when it is clicked. */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOn } from '../../../app/focus.ts'
import { guarded } from '../../../app/keyboard.ts'

export const QueryGuide = memo(function QueryGuide({ onRun }: { readonly onRun: (query: string) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLTableElement>(null)
  const examples = t('library.examples', { returnObjects: true }) as readonly string[]
  const meanings = t('library.help', { returnObjects: true }) as readonly string[]
  const leave = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  const content = (
    <table className="query-guide" ref={card} onKeyDown={guarded((event) => { if (event.key === 'Escape') { event.stopPropagation(); leave() } })}>
      <tbody>
        {examples.map((example, index) => (
          <tr key={example}>
            <th scope="row"><Button size="small" onClick={() => { setOpen(false); focusOn('search', () => onRun(example)) }}>{example}</Button></th>
            <td>{meanings[index]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <Popover trigger="click" placement="bottomRight" title={t('library.helpTitle')} content={content} open={open} onOpenChange={setOpen} afterOpenChange={(shown) => { if (shown) card.current?.querySelector('button')?.focus() }}>
      <Button ref={opener} type="text" icon={<QuestionCircleOutlined />} aria-label={t('library.helpTitle')} aria-expanded={open} />
    </Popover>
  )
})
