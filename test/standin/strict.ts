// What the stand-in lacks throws by name: a silent `undefined` would let a test pass for the wrong reason.

/** Names that JavaScript itself asks of any object. */
const ASKED = new Set(['then', 'toJSON', '__esModule'])

function missing(name: string, property: PropertyKey): never {
  throw new Error(`electron stand-in: ${name}.${String(property)} is not implemented`)
}

/** A module or object of which every member that is not here throws. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, property) => {
      if (property in object || typeof property === 'symbol' || ASKED.has(property)) return Reflect.get(object, property, object)
      return missing(name, property)
    },
  })
}

/** As `strict`, for class instances: methods keep their `this`, and tests may replace one, as they do in Electron. */
export function bound<T extends object>(name: string, target: T): T {
  const replaced = new Map<PropertyKey, unknown>()
  return new Proxy(target, {
    get: (object, property) => {
      if (replaced.has(property)) return replaced.get(property)
      const value: unknown = Reflect.get(object, property, object)
      if (value === undefined && !(property in object) && typeof property === 'string' && !ASKED.has(property)) missing(name, property)
      return typeof value === 'function' ? value.bind(object) : value
    },
    set: (_object, property, value) => {
      replaced.set(property, value)
      return true
    },
  })
}

export interface PreventableEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

/** An event object as Electron hands it to listeners. */
export function event<T extends object>(extra?: T): PreventableEvent & T {
  const value = {
    defaultPrevented: false,
    preventDefault(): void {
      value.defaultPrevented = true
    },
    ...extra,
  }
  return value as PreventableEvent & T
}
