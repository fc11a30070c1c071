import { z } from 'zod'
import { locale } from '../app/app.contract.ts'

/** One piece of a document, in reading order. All of it is text: whoever shows it escapes it. */
const block = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  /** Lines are kept as they were written. */
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  /** Names and what they stand for; several values of one name are a list. */
  z.strictObject({
    is: z.literal('facts'),
    /** What they are about, for whoever hears the document rather than sees it. */
    label: z.string(),
    facts: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  }),
  z.strictObject({ is: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  /** Boxes to be ticked by hand. */
  z.strictObject({ is: z.literal('ticks'), items: z.array(z.string()) }),
  /** Lines to be signed or filled by hand. */
  z.strictObject({ is: z.literal('blank'), label: z.string() }),
  /** What follows begins another sheet, so that it can be handed back alone. */
  z.strictObject({ is: z.literal('sheet') }),
])
export type Block = z.infer<typeof block>

/** A document before it is a page: what the preview shows and what is printed are made of the same blocks. */
export const paper = z.strictObject({
  locale,
  /** Names the case by its code at most: it stands in the PDF’s own title. */
  title: z.string(),
  /** “Confidentiel”, at the head of every page. */
  mark: z.string(),
  /** What to do with the paper, at the foot of every page. */
  care: z.string(),
  blocks: z.array(block),
})
export type Paper = z.infer<typeof paper>
