// Holds connections open and never finishes a request on them: a process of its own, with the same orders and answers as load.mjs.
import { connect } from "node:net";

const request = `GET /api/user HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${"a".repeat(200)}\r\n\r\n`;
/** Milliseconds between two letters of a slow request. */
const pause = 500;

/** One connection, and another when the server closes it; resolves when it is to end. */
function held({ port, hold }, ending) {
  let socket;
  let sent = 0;
  const open = () => {
    sent = 0;
    socket = connect({ port, host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.on("close", () => ending.aborted || setTimeout(open, pause));
    socket.resume();
  };
  const letter = () => {
    if (socket.readyState === "open") socket.write(request.charAt(sent++ % (request.length - 4)));
  };
  open();
  const timer = hold === "slow" ? setInterval(letter, pause) : undefined;
  ending.addEventListener("abort", () => {
    clearInterval(timer);
    socket.destroy();
  });
  return () => socket.readyState === "open";
}

process.once("message", async (order) => {
  const ending = new AbortController();
  const all = Array.from({ length: order.connections }, () => held(order, ending.signal));
  await new Promise((resolve) => setTimeout(resolve, order.seconds * 1000));
  const open = all.filter((isOpen) => isOpen()).length;
  ending.abort();
  process.send(
    { seconds: order.seconds, times: new Float64Array(0), held: open, wrong: {}, captured: [] },
    () => process.exit(),
  );
});
