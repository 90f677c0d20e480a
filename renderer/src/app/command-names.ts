import { useTranslation } from 'react-i18next'
import { COMMANDS, type CommandId } from '../../../electron/contract/commands.ts'

/** How a command is called in the person's language. */
export function useCommandName(): (command: CommandId) => string {
  const { i18n } = useTranslation()
  return (command) => COMMANDS[command][i18n.language === 'en' ? 'en' : 'zh']
}
