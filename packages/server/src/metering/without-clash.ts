/** One key for two meters at the same moment: the later transaction finds it the second time. */
export async function withoutClash<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 5 || (error as { code?: unknown }).code !== '23505') throw error;
    }
  }
}
