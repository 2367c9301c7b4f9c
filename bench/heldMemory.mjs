/** Loaded before a bot with `--expose-gc`: says what its memory holds once nothing is left that nobody needs. */
process.on("message", (asked) => {
  if (asked !== "held memory") return;
  // What was freed by the first collection may have held something outside of the heap.
  globalThis.gc();
  setImmediate(() => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send({ heldBytes: heapUsed + external });
  });
});
// It keeps nobody from ending.
process.channel.unref();
