/** Every command of the menu bar and the palette: one list, so that menu, palette and keyboard map agree. */
import { z } from 'zod'

export const COMMANDS = {
  'entry.new': { zh: '新建条目', en: 'New entry', key: 'CmdOrCtrl+N', menu: 'file' },
  'import.files': { zh: '导入文件…', en: 'Import files…', key: 'CmdOrCtrl+O', menu: 'file' },
  'import.folder': { zh: '导入文件夹…', en: 'Import a folder…', key: 'CmdOrCtrl+Shift+O', menu: 'file' },
  'import.paste': { zh: '粘贴导入', en: 'Import from clipboard', key: 'CmdOrCtrl+Shift+V', menu: 'file' },
  'pack.export': { zh: '导出便携包…', en: 'Export a portable pack…', key: null, menu: 'file' },
  'judgements.export': { zh: '导出意见…', en: 'Export judgements…', key: null, menu: 'file' },
  'judgements.import': { zh: '导入意见…', en: 'Import judgements…', key: null, menu: 'file' },
  'entry.print': { zh: '打印…', en: 'Print…', key: 'CmdOrCtrl+P', menu: 'file' },
  'library.backup': { zh: '备份资料库', en: 'Back up the library', key: null, menu: 'file' },
  'library.check': { zh: '体检', en: 'Check the library', key: null, menu: 'file' },
  'library.reindex': { zh: '重建索引', en: 'Rebuild the index', key: null, menu: 'file' },
  'entry.edit': { zh: '编辑当前条目', en: 'Edit entry', key: 'CmdOrCtrl+E', menu: 'edit' },
  'entry.remove': { zh: '删除当前条目', en: 'Delete entry', key: null, menu: 'edit' },
  'entry.copyCitation': { zh: '复制（带出处）', en: 'Copy with citation', key: 'CmdOrCtrl+Shift+C', menu: 'edit' },
  'compare.add': { zh: '加入对照', en: 'Add to comparison', key: 'CmdOrCtrl+B', menu: 'edit' },
  'edit.undo': { zh: '撤销上一步改动', en: 'Undo last change', key: null, menu: 'edit' },
  'find.open': { zh: '在当前页查找', en: 'Find on this page', key: 'CmdOrCtrl+F', menu: 'edit' },
  'search.focus': { zh: '搜索', en: 'Search', key: 'CmdOrCtrl+Shift+F', menu: 'edit' },
  'search.save': { zh: '保存当前搜索', en: 'Save this search', key: null, menu: 'edit' },
  'screen.library': { zh: '案例库', en: 'Library', key: 'CmdOrCtrl+1', menu: 'view' },
  'screen.compare': { zh: '对照', en: 'Compare', key: 'CmdOrCtrl+2', menu: 'view' },
  'screen.practices': { zh: '做法', en: 'Practices', key: 'CmdOrCtrl+3', menu: 'view' },
  'screen.facts': { zh: '数据', en: 'Facts', key: 'CmdOrCtrl+4', menu: 'view' },
  'screen.dictionary': { zh: '词典', en: 'Dictionary', key: 'CmdOrCtrl+5', menu: 'view' },
  'screen.import': { zh: '导入', en: 'Import', key: 'CmdOrCtrl+6', menu: 'view' },
  'screen.trash': { zh: '回收站', en: 'Trash', key: 'CmdOrCtrl+7', menu: 'view' },
  'screen.judgements': { zh: '意见', en: 'Judgements', key: 'CmdOrCtrl+8', menu: 'view' },
  'screen.settings': { zh: '设置', en: 'Settings', key: 'CmdOrCtrl+,', menu: 'view' },
  'reader.original': { zh: '看原文', en: 'Show original', key: null, menu: 'view' },
  'view.theme': { zh: '切换浅色/深色', en: 'Light or dark', key: null, menu: 'view' },
  'view.zoomIn': { zh: '放大', en: 'Larger', key: null, menu: 'view' },
  'view.zoomOut': { zh: '缩小', en: 'Smaller', key: null, menu: 'view' },
  'palette.open': { zh: '命令面板', en: 'Command palette', key: 'CmdOrCtrl+K', menu: 'view' },
  'help.keys': { zh: '键盘操作', en: 'Keyboard', key: null, menu: 'help' },
  'help.about': { zh: '关于与许可', en: 'About and licences', key: null, menu: 'help' },
} as const satisfies Record<string, { zh: string; en: string; key: string | null; menu: 'file' | 'edit' | 'view' | 'help' }>

export type CommandId = keyof typeof COMMANDS
export const CommandId = z.enum(Object.keys(COMMANDS) as [CommandId, ...CommandId[]])
