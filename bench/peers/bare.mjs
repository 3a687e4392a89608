// What this machine can do at all: a fixed answer of the same size from node:http, without reading anything.
import { createServer } from "node:http";

const body = JSON.stringify({
  token_type: "Bearer",
  expires_in: 3600,
  access_token: "t".repeat(84),
  scope: "a",
});
const headers = {
  "Content-Type": "application/json",
  "Content-Length": body.length,
  "Cache-Control": "no-store",
};

createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(process.env.PORT), "localhost");
