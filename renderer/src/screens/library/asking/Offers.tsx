/** What the search box offers, as the list of a combobox: the focus stays in the box. */
import { useEffect, useRef } from 'react'

export interface Offer {
  readonly key: string
  readonly label: string
  /** What kind of thing it is, in a word. */
  readonly note: string | null
  readonly run: () => void
}
export interface OfferGroup {
  readonly key: string
  readonly heading: string | null
  readonly offers: readonly Offer[]
}

export const OFFERS_ID = 'search-offers'
export const offerId = (index: number): string => `search-offer-${String(index)}`

export function Offers({ label, groups, active, onRun }: { readonly label: string; readonly groups: readonly OfferGroup[]; readonly active: number; readonly onRun: (offer: Offer) => void }) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [active])
  let next = 0
  return (
    // The mouse does not take the focus out of the box.
    <div className="offers" id={OFFERS_ID} role="listbox" aria-label={label} ref={list} onMouseDown={(event) => event.preventDefault()}>
      {groups.map(({ key, heading, offers }) => (
        <div key={key} role="group" {...(heading === null ? { 'aria-label': label } : { 'aria-label': heading })} className="offer-group">
          {heading !== null && <div className="offer-heading" aria-hidden>{heading}</div>}
          {offers.map((offer) => {
            const index = next++
            return (
              <div key={offer.key} id={offerId(index)} role="option" aria-selected={index === active} className="offer-line" onClick={() => onRun(offer)}>
                <span className="offer-label" title={offer.label}>{offer.label}</span>
                {offer.note !== null && <span className="offer-note">{offer.note}</span>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
