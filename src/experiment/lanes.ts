/** Work done side by side: a fixed number of lanes, each of which takes the next task when it has done one. */

/**
 * Performs every task, at most `width` at once, begun in order. Rejects with the signal's reason when aborted, and
 * with the first failure of a task, after which nothing more is begun and what is under way is told to stop.
 */
export async function inLanes<Task>(
  tasks: readonly Task[],
  width: number,
  signal: AbortSignal,
  perform: (task: Task, stop: AbortSignal, index: number) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const lane = async () => {
    while (next < tasks.length) {
      const index = next++;
      await perform(tasks[index], stop, index);
      stop.throwIfAborted();
    }
  };
  try {
    signal.throwIfAborted();
    await Promise.all(Array.from({ length: width }, lane));
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}
