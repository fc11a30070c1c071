export async function refuseSharedFolder(_folder: string): Promise<void> {}
