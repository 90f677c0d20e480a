// Loaded first in a stand-in utility process: `process.parentPort` over child_process's structured-clone channel.
import { EventEmitter } from 'node:events'

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    process.send?.(message)
  },
})
process.on('message', (message) => {
  port.emit('message', { data: Reflect.get(Object(message), 'data'), ports: [] })
})
// A utility process does not outlive the app that started it.
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port })
Object.defineProperty(process, 'type', { value: 'utility' })
