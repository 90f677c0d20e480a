/** Every command by name, one key away. */
import { Modal } from 'antd'
import { Command } from 'cmdk'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandId } from '../../../electron/contract/commands.ts'
import { useCommandName } from './command-names.ts'
import { runCommand, useOffered } from './commands.ts'
import { shown } from './keyboard.ts'
import { hostKind } from './page.ts'
import { shortcutOf } from './shortcuts.ts'
import { useView } from './view.ts'

/** 1 when the name holds what was typed, else 0. */
export function fits(name: string, typed: string): number {
  const wanted = typed.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) ? 1 : 0
}

export function Palette() {
  const { t } = useTranslation()
  const { dialog, open } = useView()
  const name = useCommandName()
  const offered = useOffered()
  const input = useRef<HTMLInputElement>(null)
  const close = (): void => open(null)
  return (
    <Modal open={dialog === 'palette'} onCancel={close} footer={null} closable={false} title={null} width="35rem" destroyOnHidden aria-label={t('app.palette')} afterOpenChange={(shownNow) => { if (shownNow) input.current?.focus() }}>
      <Command label={t('app.palette')} filter={fits} className="palette">
        <Command.Input ref={input} placeholder={t('app.paletteHint')} />
        <Command.List label={t('app.palette')}>
          <Command.Empty>{t('app.paletteEmpty')}</Command.Empty>
          {CommandId.options.filter((command) => command !== 'palette.open' && offered.has(command)).map((command) => {
            const shortcut = shortcutOf(command, hostKind)
            return (
              <Command.Item key={command} value={name(command)} onSelect={() => { close(); runCommand(command) }}>
                <span>{name(command)}</span>
                {shortcut !== null && <kbd>{shown(shortcut)}</kbd>}
              </Command.Item>
            )
          })}
        </Command.List>
      </Command>
    </Modal>
  )
}
