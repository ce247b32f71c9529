/** Whose turn the workers are: the page's own answer goes first, and experiments go on when it is done. */

/** Lets work that is waited for go first. */
export class Turns {
  private ahead = 0;
  private waiting: (() => void)[] = [];

  /** Whether something goes first at the moment. */
  get isTaken(): boolean {
    return this.ahead > 0;
  }

  /** Does `work`, and keeps everybody in `free` waiting until it has settled, whichever way. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.ahead++;
    try {
      return await work();
    } finally {
      this.ahead--;
      if (!this.isTaken) for (const go of this.waiting.splice(0)) go();
    }
  }

  /** Resolves when nothing goes first; rejects with the signal's reason when it is aborted before. */
  async free(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.isTaken) {
      await new Promise<void>((resolve, reject) => {
        const leave = () => reject(signal.reason);
        signal.addEventListener("abort", leave, { once: true });
        this.waiting.push(() => {
          signal.removeEventListener("abort", leave);
          resolve();
        });
      });
    }
  }
}
