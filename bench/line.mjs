import { once } from "node:events";
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

/** One connection to a server of this machine, for one request at a time. */
export async function openLine(port, localAddress) {
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  socket.setNoDelay(true);
  let text = "";
  let waiting;
  socket.on("data", (chunk) => {
    text += chunk.latin1Slice();
    const end = endOf(text);
    if (end === undefined) return;
    const answer = text.slice(0, end);
    text = text.slice(end);
    waiting?.resolve(answer);
    waiting = undefined;
  });
  const lost = (error) => waiting?.reject(error ?? new Error("the server closed the connection"));
  socket.on("error", lost);
  socket.on("close", () => lost());
  await once(socket, "connect");
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request, "latin1");
      }),
    close: () => socket.end(),
  };
}
