import type { ReactNode } from 'react'

/** A titled group of settings; each row is a label and its control. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Row({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className="settings-row">
      <div className="settings-label">
        <span>{label}</span>
        {hint !== undefined && <p className="meta">{hint}</p>}
      </div>
      <div className="settings-control">{children}</div>
    </div>
  )
}
