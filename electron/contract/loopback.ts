/**
 * How a page speaks to the browser host. Every request is a POST to our own origin with our own content type, which no foreign page
 * can send without asking first, and with the token of this launch, which arrives in the address's fragment and never in a cookie:
 * cookies of 127.0.0.1 are shared by all its ports.
 */
export const LOOPBACK = {
  /** `http://127.0.0.1:PORT/#t=TOKEN`; the page keeps the token in sessionStorage and takes it out of the address. */
  fragment: /^#t=([\w-]{43})$/,
  tokenHeader: 'x-casebook-token',
  contentType: 'application/casebook+json',
  /** Body: the input, answer: a Reply, both as `stringify` of wire.ts makes them. */
  call: '/call/',
  /** Answers with one `stringify([event, value])` per line for as long as the page listens. */
  events: '/events',
} as const
