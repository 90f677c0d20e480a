/** Making elements without markup: text stays text, whatever it holds. */

export type Child = Node | string | null

interface Properties {
  readonly class?: string
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void }
  /** Attributes; true writes an empty one, false and null none. */
  readonly [attribute: `aria-${string}` | `data-${string}`]: string | number | boolean | null
  readonly id?: string
  readonly role?: string
  readonly type?: string
  readonly tabindex?: number
  readonly href?: string
  readonly for?: string
  readonly placeholder?: string
  readonly autocomplete?: string
  readonly hidden?: boolean
  readonly open?: boolean
  readonly title?: string
  readonly scope?: string
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'on' || value === undefined || value === null) continue
    if (name.startsWith('aria-')) made.setAttribute(name, String(value))
    else if (value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  for (const [event, listener] of Object.entries(properties.on ?? {})) made.addEventListener(event, listener as EventListener)
  fill(made, ...children)
  return made
}

/** Puts `children` in place of what the element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild)
  for (const child of children) if (child !== null) parent.append(child)
}
