// Injected into a real Blink isolated world (the mechanism behind contextIsolation) on each new document:
// contextBridge, ipcRenderer and the trimmed surroundings of a sandboxed preload.
export function preloadWorld(config, codec, preload) {
  if (window.top !== window) return
  const { encodeClone, decodeClone } = codec
  const send = (message) => globalThis.__standin_ipc(JSON.stringify(message))

  const missing = (what, target) =>
    new Proxy(target, {
      get: (object, property) => {
        if (property in object || typeof property === 'symbol' || property === 'then' || property === '__esModule') return object[property]
        throw new Error(`electron stand-in (preload): ${what}.${String(property)} is not implemented`)
      },
    })

  function makeBridge() {
    const NAME = '__standin_bridge'
    const functions = new Map()
    const exposed = new Set()
    let ids = 0
    let queue = []
    let pageIsReady = false
    const emit = (detail) => document.dispatchEvent(new CustomEvent(`${NAME}:to-main`, { detail }))
    const out = (detail) => {
      if (pageIsReady) emit(detail)
      else queue.push(detail)
    }
    const wrap = (value) => {
      if (typeof value === 'function') {
        functions.set(++ids, value)
        return { $fn: ids }
      }
      if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
      if (value instanceof Promise) {
        const id = ++ids
        value.then((result) => out({ t: 'settle', id, ok: true, value: wrap(result) }), (error) => out({ t: 'settle', id, ok: false, value: wrap(error) }))
        return { $p: id }
      }
      if (value instanceof Error) return { $e: { message: value.message } }
      if (Array.isArray(value)) return { $a: value.map(wrap) }
      const plain = value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
      return plain ? { $o: Object.entries(value).map(([key, item]) => [key, wrap(item)]) } : { $v: structuredClone(value) }
    }
    const unwrap = (data) => {
      if ('$a' in data) return data.$a.map(unwrap)
      if ('$o' in data) return Object.fromEntries(data.$o.map(([key, item]) => [key, unwrap(item)]))
      return '$fn' in data ? (...args) => out({ t: 'callback', fn: data.$fn, args: args.map(wrap) }) : data.$v
    }
    const answer = ({ fn, args }) => {
      try {
        return { t: 'return', value: wrap(functions.get(fn)(...args.map(unwrap))) }
      } catch (error) {
        return { t: 'return', threw: wrap(error) }
      }
    }
    document.addEventListener(`${NAME}:to-preload`, ({ detail }) => {
      if (detail.t === 'call') out(answer(detail))
      else {
        pageIsReady = true
        const waiting = queue
        queue = []
        waiting.forEach(out)
      }
    })
    emit({ t: 'hello' }) // either script may come first
    return {
      exposeInMainWorld(key, api) {
        if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
        exposed.add(key)
        out({ t: 'expose', key, value: wrap(api) })
      },
    }
  }

  function makeIpc() {
    const listeners = new Map()
    const calls = new Map()
    let ids = 0
    const listenersOf = (channel) => listeners.get(channel) ?? []
    const add = (channel, listener, once) => {
      listeners.set(channel, [...listenersOf(channel), { listener, once }])
      return ipc
    }
    const remove = (channel, listener) => {
      listeners.set(channel, listenersOf(channel).filter((entry) => entry.listener !== listener))
      return ipc
    }
    const ipc = {
      invoke: (channel, ...args) =>
        new Promise((resolve, reject) => {
          const encoded = encodeClone(args) // throws, and so rejects, what can't be cloned
          calls.set(++ids, { resolve, reject })
          send({ t: 'invoke', id: ids, channel, args: encoded })
        }),
      send: (channel, ...args) => send({ t: 'send', channel, args: encodeClone(args) }),
      on: (channel, listener) => add(channel, listener, false),
      once: (channel, listener) => add(channel, listener, true),
      off: remove,
      removeListener: remove,
    }
    const receive = (message) => {
      if (message.t === 'reply') {
        const call = calls.get(message.id)
        calls.delete(message.id)
        if (message.ok) call?.resolve(decodeClone(message.value))
        else call?.reject(new Error(message.message))
        return
      }
      const heard = listenersOf(message.channel)
      listeners.set(message.channel, heard.filter((entry) => !entry.once))
      for (const { listener } of heard) listener({ sender: ipc, ports: [], type: 'event' }, ...decodeClone(message.args))
    }
    Object.defineProperty(globalThis, '__standin_receive', { value: (text) => receive(JSON.parse(text)) })
    return ipc
  }

  const electron = missing('electron', { contextBridge: missing('contextBridge', makeBridge()), ipcRenderer: missing('ipcRenderer', makeIpc()) })
  // The sandboxed preload's surroundings: `require` of one module, a trimmed `process`.
  const process = Object.freeze({ ...config.process, type: 'renderer', sandboxed: true, contextIsolated: true, isMainFrame: true, once() {}, on() {} })
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`) // what Electron's sandboxed renderer says
  }
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, process)
  } catch (error) {
    console.error(`Unable to load preload script: ${config.preloadPath}`, error)
    send({ t: 'preload-error', message: String(error?.stack ?? error) })
  }
}
