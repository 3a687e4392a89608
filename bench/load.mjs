// The load generator, a process of its own: raw keep-alive sockets, one request on each at a time, bounded by time and count.
// Receives one order by IPC and answers with what it saw: see `drive` in drive.mjs.
import { connect } from "node:net";

/** Where the answer that begins at the start of `text` ends; undefined while it is not complete. */
function endOf(text) {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2));
  if (length) return text.length >= head + 4 + Number(length[1]) ? head + 4 + Number(length[1]) : undefined;
  if (!/\r\ntransfer-encoding: *chunked/i.test(text.slice(0, head + 2))) return head + 4;
  const last = text.indexOf("0\r\n\r\n", head + 4);
  return last < 0 ? undefined : last + 5;
}

/** One request as it goes over the wire; `%s` in the body stands for the token of a chain. */
function written({ head, body }, token) {
  const text = token === undefined ? body : body.replace("%s", token);
  return text === "" ? `${head}\r\n` : `${head}Content-Length: ${text.length}\r\n\r\n${text}`;
}

/** Hands out requests until the order is fulfilled: in a circle, each once, or chained by what the answers contain. */
function supply({ requests, once, count = Number.POSITIVE_INFINITY, seconds }) {
  const most = once ? Math.min(count, requests.length) : count;
  const end = performance.now() + seconds * 1000;
  let given = 0;
  return () => {
    if (given >= most || performance.now() > end) return undefined;
    const request = requests[given % requests.length];
    given += 1;
    return request;
  };
}

function nextToken(order, token, text) {
  const found = new RegExp(order.chain.next).exec(text);
  // A failed link must not be asked for over and over: the chain stays where it was.
  return found ? found[1] : token;
}

/** Drives one connection; resolves when there is nothing left to ask. */
function drivenBy(order, next, seen, token) {
  return new Promise((resolve, reject) => {
    const socket = connect(order.port, "127.0.0.1");
    socket.setNoDelay(true);
    let link = token;
    let began = 0;
    let text = "";
    const ask = () => {
      const request = next();
      if (!request) return socket.end();
      began = performance.now();
      socket.write(written(request, link), "latin1");
    };
    socket.on("connect", ask);
    socket.on("data", (chunk) => {
      text += chunk.latin1Slice();
      const end = endOf(text);
      if (end === undefined) return;
      const answer = text.slice(0, end);
      text = text.slice(end);
      seen(answer, performance.now() - began);
      if (order.chain) link = nextToken(order, link, answer);
      ask();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}

async function run(order) {
  const next = supply(order);
  const times = [];
  const captured = [];
  const wrong = {};
  const capture = order.capture && new RegExp(order.capture);
  const seen = (answer, milliseconds) => {
    const status = answer.slice(9, 12);
    if (status !== String(order.expect)) wrong[status] = (wrong[status] ?? 0) + 1;
    times.push(milliseconds);
    if (capture) captured.push(capture.exec(answer)?.[1]);
  };
  const began = performance.now();
  await Promise.all(
    Array.from({ length: order.connections }, (_, i) => drivenBy(order, next, seen, order.chain?.tokens[i])),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, seconds, p50: at(0.5), p99: at(0.99), wrong, captured };
}

process.once("message", async (order) => {
  const answer = await run(order).catch((error) => ({ failed: error.message }));
  process.send(answer, () => process.disconnect());
});
