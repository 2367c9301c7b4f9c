// Preloaded into a bot (`node --import`): the whole process believes in a time that is as far ahead as its parent says.
const RealDate = Date;
let ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const now = () => RealDate.now() + ahead;

// A proxy and no subclass, so that dates made by node itself are still dates.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

process.on("message", (message) => {
  if (typeof message.ahead === "number") ahead = message.ahead;
});
process.channel?.unref();
