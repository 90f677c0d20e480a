/** The cleaning rules that acted on a file, each with a switch. */
import { Button, Popover, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRule } from '../../../../../../electron/contract/importing.ts'
import { guarded } from '../../../../app/keyboard.ts'

export function RulesButton({ rules, onSwitch }: { readonly rules: readonly ReviewRule[]; readonly onSwitch: (id: string, on: boolean) => void }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  // The first Escape closes the list; only another one leaves the screen.
  const press = guarded((event) => {
    if (event.key !== 'Escape' || !open) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
  })
  const off = rules.filter(({ on }) => !on).length
  const name = (id: string): string => (i18n.exists(`reading.rules.${id}`) ? t(`reading.rules.${id}`) : id)
  const list = (
    <ul className="rule-list" aria-label={t('reading.rulesTitle')}>
      {rules.map(({ id, count, on }) => (
        <li key={id}>
          <label className="rule-row">
            <Switch size="small" checked={on} aria-label={name(id)} onChange={(next) => onSwitch(id, next)} />
            <span>{name(id)}</span>
            <span className="meta">{on ? t('reading.ruleCount', { count }) : t('reading.ruleOff')}</span>
          </label>
        </li>
      ))}
    </ul>
  )
  return (
    <span onKeyDown={press}>
      <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" title={t('reading.rulesTitle')} content={rules.length === 0 ? t('reading.noRules') : list}>
        <Button size="small" aria-expanded={open}>{off === 0 ? t('reading.rulesButton', { count: rules.length }) : t('reading.rulesButtonOff', { count: rules.length, off })}</Button>
      </Popover>
    </span>
  )
}
