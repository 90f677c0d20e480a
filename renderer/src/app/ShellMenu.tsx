/** The menu bar of a host that has none of its own: the same commands under the same heads. */
import { MenuOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { COMMANDS, CommandId } from '../../../electron/contract/commands.ts'
import { useCommandName } from './command-names.ts'
import { runCommand, useOffered } from './commands.ts'
import { shown } from './keyboard.ts'
import { hostKind } from './page.ts'
import { shortcutOf } from './shortcuts.ts'

const HEADS = ['file', 'edit', 'view', 'help'] as const

export function ShellMenu() {
  const { t } = useTranslation()
  const name = useCommandName()
  const offered = useOffered()
  const items = HEADS.map((head) => ({
    key: head,
    label: t(`menus.${head}`),
    children: CommandId.options.filter((command) => COMMANDS[command].menu === head).map((command) => {
      const shortcut = shortcutOf(command, hostKind)
      return { key: command, label: name(command), disabled: !offered.has(command), extra: shortcut === null ? undefined : shown(shortcut), onClick: () => runCommand(command) }
    }),
  }))
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomLeft">
      <button type="button" className="rail-item"><MenuOutlined aria-hidden /><span>{t('app.menu')}</span></button>
    </Dropdown>
  )
}
