/**
 * The page's one Trusted Types policy, installed before anything renders. UI libraries hand plain text to sinks that could take markup;
 * text passes unchanged, and anything that could be markup is refused: no string becomes HTML here.
 */
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (input: string) => string }) => unknown
}

export function plainText(input: string): string {
  if (input.includes('<')) throw new TypeError('markup is refused')
  return input
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes
factory?.createPolicy('default', { createHTML: plainText })
