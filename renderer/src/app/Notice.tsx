import type { ReactNode } from 'react'

/** One sentence and what to do about it, in the middle of an empty space. */
export function Notice({ title, text, children, level = 2 }: { readonly title: string; readonly text?: string; readonly children?: ReactNode; readonly level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="notice">
      <Heading>{title}</Heading>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  )
}
