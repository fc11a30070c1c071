/** One page to print: the code alone, or one share of three. */
export type KitPage =
  | { readonly number: 1; readonly code: string; readonly qr: string }
  | { readonly number: number; readonly words: readonly string[]; readonly qr: string }
