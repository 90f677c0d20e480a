import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../../electron/contract/importing.ts'
import { Grant } from '../../electron/contract/library.ts'
import type { NamedFile } from '../../renderer/src/app/dropped-files.ts'
import { stage } from '../../renderer/src/app/staging.ts'

const file = (name: string, text: string): NamedFile => ({ name, file: new File([text], name) })
const grantFor = (name: string): Grant => Grant.parse(`grant-for-${name}`.replaceAll(/[^\w-]/g, '-'))
const never = new AbortController().signal
const nothing = (): void => undefined

describe('staging files', () => {
  it('answers one grant per file, in their order, whichever was quicker', async () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => file(name, name))
    const send = async (name: string): Promise<Grant> => {
      await new Promise((resolve) => setTimeout(resolve, name === 'a' ? 20 : 0))
      return grantFor(name)
    }
    const staged = await stage(files, send, never, nothing)
    expect(staged?.grants).toEqual(files.map(({ name }) => grantFor(name)))
  })

  it('names what is too large without reading it, and what cannot be read, and takes the rest', async () => {
    const large = { name: 'large', file: Object.defineProperty(new File(['x'], 'large'), 'size', { value: MAX_FILE_BYTES + 1 }) }
    const gone = { name: 'gone', file: Object.assign(new File(['x'], 'gone'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }) }
    const sent: string[] = []
    const staged = await stage([large, gone, file('good', '好')], (name, bytes) => { sent.push(`${name} ${String(bytes.length)}`); return Promise.resolve(grantFor(name)) }, never, nothing)
    expect(staged).toEqual({ grants: [grantFor('good')], tooLarge: ['large'], unreadable: ['gone'] })
    expect(sent).toEqual(['good 3'])
  })

  it('ends when a person stops it, and answers nothing', async () => {
    const stop = new AbortController()
    const sent: string[] = []
    const files = Array.from({ length: 20 }, (_, n) => file(`f${String(n)}`, 'x'))
    const staged = await stage(files, (name) => { sent.push(name); return Promise.resolve(grantFor(name)) }, stop.signal, (done) => { if (done === 2) stop.abort() })
    expect(staged).toBeNull()
    expect(sent.length).toBeLessThan(8)
  })

  it('rejects when the host refuses', async () => {
    await expect(stage([file('a', 'a')], () => Promise.reject(new Error('DISK_FULL')), never, nothing)).rejects.toThrow('DISK_FULL')
  })
})
