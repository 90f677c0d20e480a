/** Who and what a case names: brands, platforms, mechanisms, honours, people, quotes, documents, places, problems, leads, spread, limits. */
import type { Extractor } from '../fact.ts'

export const names: Extractor = () => []
