/** What leads to the wizard: a vault that was just created, a kit that was just used, or a wish. */
export type Occasion = 'first' | 'after' | 'wish'
