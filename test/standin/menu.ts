import { journal } from './journal.ts'
import { state } from './state.ts'

type Template = Readonly<Record<string, unknown>>

export class MenuItem {
  id = ''
  label = ''
  role: string | undefined = undefined
  type = 'normal'
  accelerator: string | undefined = undefined
  enabled = true
  visible = true
  checked = false
  submenu?: Menu
  click: (...args: unknown[]) => void

  constructor(template: Template) {
    const { submenu, click, ...plain } = template
    Object.assign(this, plain)
    if (submenu instanceof Menu) this.submenu = submenu
    else if (Array.isArray(submenu)) this.submenu = Menu.buildFromTemplate(submenu)
    this.click = (...args) => {
      if (typeof click === 'function') click(this, state.focused ?? undefined, args[0] ?? {})
    }
  }
}

export class Menu {
  static #application: Menu | null = null
  items: MenuItem[] = []

  static buildFromTemplate(template: readonly Template[]): Menu {
    const menu = new Menu()
    menu.items = template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item)))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
  popup(): void {
    journal.notes.push(`menu popup: ${this.items.map((item) => item.label || item.type).join(' ')}`)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
