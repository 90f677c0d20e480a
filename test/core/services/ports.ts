/** Ports for a core without a host: events are collected, and there is no reading helper. */
import type { EventName } from '../../../electron/contract/api.ts'
import type { CorePorts } from '../../../electron/core/host.ts'
import { root } from '../../shared.ts'

export function testPorts(change: Partial<CorePorts> = {}): { readonly ports: CorePorts; readonly heard: { readonly event: EventName; readonly value: unknown }[] } {
  const heard: { readonly event: EventName; readonly value: unknown }[] = []
  const ports: CorePorts = {
    emit: (event, value) => void heard.push({ event, value }),
    spawnReader: () => {
      throw new Error('this test has no reading helper')
    },
    content: `${root}/content`,
    packPage: `${root}/test/fixtures/pack/page.html`,
    now: () => new Date('2026-11-22T08:00:00Z'),
    ...change,
  }
  return { ports, heard }
}
