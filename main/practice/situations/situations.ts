import type { Situation } from '../situation.ts'

export const situations: readonly Situation[] = []
