/** What the host stamped into the page when it served it. */
import { HostKind } from '../../../electron/contract/host.ts'

const stamp = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''

export const hostKind: HostKind = HostKind.catch('browser').parse(stamp('casebook-host'))
/** Goes to the style elements that antd writes; the policy allows no other. */
export const styleNonce: string = stamp('casebook-nonce')
export const onMac: boolean = navigator.platform.startsWith('Mac')
