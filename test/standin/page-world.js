// Injected into the page's own world on each new document: the page's half of contextBridge.
// The two worlds meet only on DOM events, whose `detail` Blink structured-clones between worlds.
export function pageWorld() {
  if (window.top !== window) return
  const NAME = '__standin_bridge'
  const functions = new Map()
  const pending = new Map()
  let ids = 0
  let lastReturn = null

  const out = (detail) => document.dispatchEvent(new CustomEvent(`${NAME}:to-preload`, { detail }))
  const freeze = (value) => {
    const freezable = value !== null && (typeof value === 'object' || typeof value === 'function') && !Object.isFrozen(value) && !ArrayBuffer.isView(value)
    if (freezable) {
      Object.freeze(value)
      Object.values(value).forEach(freeze)
    }
    return value
  }
  const wrap = (value) => {
    if (typeof value === 'function') {
      functions.set(++ids, value)
      return { $fn: ids }
    }
    if (Array.isArray(value)) return { $a: value.map(wrap) }
    const plain = value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
    return plain ? { $o: Object.entries(value).map(([key, item]) => [key, wrap(item)]) } : { $v: structuredClone(value) }
  }
  const unwrap = (data) => {
    if ('$a' in data) return data.$a.map(unwrap)
    if ('$o' in data) return Object.fromEntries(data.$o.map(([key, item]) => [key, unwrap(item)]))
    if ('$fn' in data) return (...args) => call(data.$fn, args)
    if ('$p' in data) return new Promise((resolve, reject) => pending.set(data.$p, { resolve, reject }))
    return '$e' in data ? new Error(data.$e.message) : data.$v
  }
  const call = (id, args) => {
    lastReturn = null
    out({ t: 'call', fn: id, args: args.map(wrap) })
    const answer = lastReturn
    if (answer === null) throw new Error('stand-in: the preload did not answer')
    if (answer.threw) throw unwrap(answer.threw)
    return unwrap(answer.value)
  }

  const heard = {
    hello: () => out({ t: 'main-ready' }),
    expose: ({ key, value }) => Object.defineProperty(window, key, { value: freeze(unwrap(value)), enumerable: true, writable: false, configurable: false }),
    return: (message) => {
      lastReturn = message
    },
    settle: ({ id, ok, value }) => {
      const waiting = pending.get(id)
      pending.delete(id)
      if (ok) waiting?.resolve(unwrap(value))
      else waiting?.reject(unwrap(value))
    },
    callback: ({ fn, args }) => {
      try {
        functions.get(fn)?.(...args.map(unwrap))
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    },
  }
  document.addEventListener(`${NAME}:to-main`, ({ detail }) => heard[detail.t]?.(detail))
  out({ t: 'main-ready' })
}
