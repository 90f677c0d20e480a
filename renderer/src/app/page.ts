/** What the host stamped into the page when it served it. */
import type { HostKind } from '../../../electron/contract/host.ts'

const stamp = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''

export const hostKind: HostKind = stamp('casebook-host') === 'electron' ? 'electron' : 'browser'
/** Goes to the style elements that antd writes; the policy allows no other. */
export const styleNonce: string = stamp('casebook-nonce')
export const onMac: boolean = navigator.platform.startsWith('Mac')
