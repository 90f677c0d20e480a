/** Habits that no linter knows, as pure rules over one source; `house.test.ts` holds the project against them. */
import { Visitor, type ESTree } from 'vite'
import { imports, parse } from './sources.ts'

const HAN = /\p{Script=Han}/u
const LETTER = /\p{L}/u
/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'okText', 'cancelText'])
const KEYS = /^on(KeyDown|KeyUp|KeyPress)(Capture)?$/
const KEY_EVENTS = new Set(['keydown', 'keyup', 'keypress'])

/** Text that would reach the screen without passing the message catalogue. Comments and regular expressions are not on screen. */
export function loneStrings(file: string, source: string): string[] {
  const found: string[] = []
  const seen = (value: unknown, pattern: RegExp): void => {
    if (typeof value === 'string' && pattern.test(value)) found.push(value.trim())
  }
  new Visitor({
    Literal(node) {
      seen(node.value, HAN)
    },
    TemplateElement(node) {
      seen(node.value.raw, HAN)
    },
    JSXText(node) {
      seen(node.value, LETTER)
    },
    JSXAttribute(node) {
      if (node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name) && node.value?.type === 'Literal') seen(node.value.value, LETTER)
    },
  }).visit(parse(file, source).program)
  return found
}

/** Key handlers of a file that does not use the composition guard: they would act on a key that an input method still holds. */
export function unguardedKeys(file: string, source: string): string[] {
  if (imports(file, source).some((entry) => /(^|\/)app\/keyboard(\/|\.|$)/.test(entry.from) || (file.startsWith('renderer/src/app/') && /^\.\.?\/keyboard/.test(entry.from)))) return []
  const found: string[] = []
  new Visitor({
    JSXAttribute(node) {
      if (node.name.type === 'JSXIdentifier' && KEYS.test(node.name.name)) found.push(node.name.name)
    },
    CallExpression(node) {
      const [event] = node.arguments
      if (node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'addEventListener' && event?.type === 'Literal' && KEY_EVENTS.has(String(event.value))) found.push(String(event.value))
    },
  }).visit(parse(file, source).program)
  return found
}

const SENDERS = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'sendBeacon'])

/** Uses of what can send something out without an import: `fetch(…)`, `new WebSocket(…)`, `globalThis.fetch`, `navigator.sendBeacon`. */
export function senders(file: string, source: string): string[] {
  const found: string[] = []
  const called = (callee: ESTree.Expression): void => {
    if (callee.type === 'Identifier' && SENDERS.has(callee.name)) found.push(callee.name)
  }
  new Visitor({
    CallExpression(node) {
      called(node.callee)
    },
    NewExpression(node) {
      called(node.callee)
    },
    MemberExpression(node) {
      const global = node.object.type === 'Identifier' && /^(globalThis|window|self|navigator)$/.test(node.object.name)
      if (global && node.property.type === 'Identifier' && SENDERS.has(node.property.name)) found.push(node.property.name)
    },
  }).visit(parse(file, source).program)
  return found
}
