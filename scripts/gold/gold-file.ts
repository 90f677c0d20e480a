/** The annotations as their files state them; see the README beside them. Offsets are into the raw file. */
import type { Span } from '../../electron/contract/span.ts'

export interface Named extends Span {
  readonly name?: string
  readonly text: string
  readonly kind?: string
  readonly required?: boolean
}

export interface GoldIndicator extends Span {
  readonly value: string
  readonly number: number
  readonly unit: string
  readonly qualifier: string
  readonly measures: string
  readonly kind: string
  readonly period?: string
  readonly scope?: string
  readonly denominator?: string
  readonly suspect?: string
  readonly required: boolean
}

export interface GoldTag {
  readonly tag: string
  readonly strength: 'primary' | 'secondary' | 'mention'
  readonly evidence: readonly (Span & { readonly text: string })[]
}

export interface GoldArticle {
  readonly title: string | null
  readonly body: Span & { readonly first15: string; readonly last15: string }
  readonly practice_tags: readonly GoldTag[]
  readonly indicators: readonly GoldIndicator[]
  readonly coverage_claims: readonly Named[]
  readonly mediation_brands: readonly Named[]
  readonly platforms: readonly Named[]
  readonly formulas: readonly (Named & { readonly expands?: readonly string[] })[]
  readonly honours: readonly Named[]
  readonly people: readonly Named[]
  readonly quotes: readonly Named[]
  readonly documents: readonly Named[]
  readonly places?: readonly Named[]
  readonly not_indicators: readonly (Span & { readonly text: string; readonly why: string })[]
}

export interface Gold {
  readonly file: string
  readonly document: { readonly article_count: number }
  readonly boilerplate: readonly { readonly text: string }[]
  readonly line_joins: readonly { readonly repaired: string }[]
  readonly articles: readonly GoldArticle[]
}
