/** `window.casebook`: two functions, and only for names that stand in the contract. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

const methods = new Set(__METHOD_NAMES__)
const events = new Set(__EVENT_NAMES__)

contextBridge.exposeInMainWorld('casebook', {
  call: (method: unknown, input: unknown): Promise<unknown> => {
    if (typeof method !== 'string' || !methods.has(method)) return Promise.reject(new Error('no such method'))
    return ipcRenderer.invoke('casebook:call', method, input)
  },
  on: (event: unknown, listener: (value: unknown) => void): (() => void) => {
    if (typeof event !== 'string' || !events.has(event)) throw new Error('no such event')
    const forward = (_event: IpcRendererEvent, name: unknown, value: unknown): void => {
      if (name === event) listener(value)
    }
    ipcRenderer.on('casebook:event', forward)
    return () => {
      ipcRenderer.off('casebook:event', forward)
    }
  },
})
