/** Shows what is being done, and for how long. On a terminal the running step is one line that moves. */
export interface Progress {
  step<T>(title: string, work: () => T | Promise<T>): Promise<T>;
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export const silent: Progress = { step: async (_title, work) => work() };

export const plainProgress: Progress = {
  async step(title, work) {
    const since = Date.now();
    console.log(`… ${title}`);
    const result = await work();
    console.log(`✓ ${title}  ${seconds(since)}`);
    return result;
  },
};

export const movingProgress: Progress = {
  async step(title, work) {
    const since = Date.now();
    const show = (mark: string) => process.stdout.write(`\r\x1b[K${mark} ${title}  ${seconds(since)}`);
    const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
    const ticker = setInterval(
      () => show(frames[Math.floor(Date.now() / 100) % frames.length] as string),
      100,
    );
    try {
      const result = await work();
      show('✓');
      return result;
    } catch (error) {
      show('✗');
      throw error;
    } finally {
      clearInterval(ticker);
      process.stdout.write('\n');
    }
  },
};
