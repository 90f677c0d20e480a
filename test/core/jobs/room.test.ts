import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRoom } from '../../../electron/core/jobs/room.ts'

const settled = (): Promise<void> => new Promise((resume) => { setImmediate(resume) })

describe('room for files in hand', () => {
  it('lets small files in together, and large ones no more than a few', async () => {
    const room = createRoom(10, 2)
    const entered: string[] = []
    const leave = new Map<string, () => void>()
    for (const [name, bytes] of [['a', 3], ['b', 3], ['c', 4], ['d', 1], ['e', 50]] as const) void room.take(bytes).then((out) => { entered.push(name); leave.set(name, out) })
    await settled()
    expect(entered).toEqual(['a', 'b', 'c'])
    leave.get('a')?.()
    await settled()
    expect(entered).toEqual(['a', 'b', 'c', 'd'])
    leave.get('b')?.()
    leave.get('c')?.()
    await settled()
    expect(entered).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('lets everybody in at last, in the order of asking, and never more than fit', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (sizes, few) => {
      const room = createRoom(20, few)
      const entered: number[] = []
      const inside: number[] = []
      await Promise.all(sizes.map(async (bytes, i) => {
        const leave = await room.take(bytes)
        entered.push(i)
        inside.push(bytes)
        expect(inside.length <= few || inside.reduce((sum, one) => sum + one, 0) <= 20).toBe(true)
        await settled()
        inside.splice(inside.indexOf(bytes), 1)
        leave()
      }))
      expect(entered).toEqual(sizes.map((_, i) => i))
    }))
  })
})
