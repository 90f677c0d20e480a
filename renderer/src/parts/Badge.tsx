import type { ReactNode } from 'react'

/** A short word about an entry; its tone is never the only sign. */
export function Badge({ tone, children }: { readonly tone: 'quiet' | 'warning' | 'danger' | 'info'; readonly children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
