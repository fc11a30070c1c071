/** Words of the BIP-39 French list that no situation should carry. */
export const excludedCaseWords: readonly string[] = []
