/** What stands in the menus, as data; `menu.ts` hands it to Electron. */
import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS, type CommandId } from '../contract/commands.ts'

export function menuTemplate(platform: string, development: boolean, send: (command: CommandId) => void): MenuItemConstructorOptions[] {
  const commandsOf = (menu: (typeof COMMANDS)[CommandId]['menu']): MenuItemConstructorOptions[] =>
    commandIds.filter((id) => COMMANDS[id].menu === menu).map((id) => {
      const { zh, key } = COMMANDS[id]
      // The page handles the same keys itself (it must, in the browser host); here they are shown, not caught twice.
      return { id, label: zh, ...(key === null ? {} : { accelerator: key, registerAccelerator: platform === 'darwin' }), click: () => { send(id) } }
    })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const editing: MenuItemConstructorOptions[] = [
    { role: 'undo', label: '撤销输入' },
    { role: 'redo', label: '重做输入' },
    separator,
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'delete', label: '删除所选文字' },
    { role: 'selectAll', label: '全选' },
  ]
  const window: MenuItemConstructorOptions[] = [{ role: 'togglefullscreen', label: '全屏' }, ...(development ? [{ role: 'toggleDevTools' as const, label: '开发者工具' }] : [])]
  const mac: MenuItemConstructorOptions[] = platform === 'darwin'
    ? [{ label: '善治案例库', submenu: [{ role: 'about', label: '关于善治案例库' }, separator, { role: 'hide', label: '隐藏' }, { role: 'hideOthers', label: '隐藏其他' }, { role: 'unhide', label: '全部显示' }, separator, { role: 'quit', label: '退出善治案例库' }] }]
    : []
  return [
    ...mac,
    { id: 'menu.file', label: '文件', submenu: [...commandsOf('file'), separator, platform === 'darwin' ? { role: 'close', label: '关闭窗口' } : { role: 'quit', label: '退出' }] },
    { id: 'menu.edit', label: '编辑', submenu: [...editing, separator, ...commandsOf('edit')] },
    { id: 'menu.view', label: '查看', submenu: [...commandsOf('view'), separator, ...window] },
    { id: 'menu.help', label: '帮助', role: 'help', submenu: commandsOf('help') },
  ]
}

const commandIds = Object.keys(COMMANDS) as CommandId[]

interface EditFlags {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly canCut: boolean
  readonly canCopy: boolean
  readonly canPaste: boolean
  readonly canSelectAll: boolean
}

export function contextTemplate(editable: boolean, selected: boolean, can: EditFlags): MenuItemConstructorOptions[] {
  if (editable) {
    return [
      { role: 'undo', label: '撤销输入', enabled: can.canUndo },
      { role: 'redo', label: '重做输入', enabled: can.canRedo },
      { type: 'separator' },
      { role: 'cut', label: '剪切', enabled: can.canCut },
      { role: 'copy', label: '复制', enabled: can.canCopy },
      { role: 'paste', label: '粘贴', enabled: can.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: '全选', enabled: can.canSelectAll },
    ]
  }
  return selected ? [{ role: 'copy', label: '复制', enabled: can.canCopy }] : []
}
