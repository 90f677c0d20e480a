/** Numbers a case claims, and the formulas it names: indicators (指标), formulas (提法). */
import type { Extractor } from '../fact.ts'

export const figures: Extractor = () => []
