// Stands for the curl of a developer's machine, which this one may lack: the options that the documentation uses.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const many = { type: "string", multiple: true };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fail: { type: "boolean", short: "f" },
    silent: { type: "boolean", short: "s" },
    "show-error": { type: "boolean", short: "S" },
    config: { type: "string", short: "K" },
    user: { type: "string", short: "u" },
    request: { type: "string", short: "X" },
    data: { ...many, short: "d", default: [] },
    "data-urlencode": { ...many, default: [] },
    header: { ...many, short: "H", default: [] },
    "dump-header": { type: "string", short: "D" },
    output: { type: "string", short: "o" },
    "remote-name": { type: "boolean", short: "O" },
  },
});

/** `name = "value"` lines of a file, `-` for stdin. */
function configured() {
  if (values.config === undefined) return [];
  const text = readFileSync(values.config === "-" ? 0 : values.config, "utf8");
  return [...text.matchAll(/^(user|header) = "(.*)"$/gm)].map(([, name, value]) => ({ name, value }));
}

const encoded = values["data-urlencode"].map((pair) => {
  const at = pair.indexOf("=");
  return `${pair.slice(0, at + 1)}${encodeURIComponent(pair.slice(at + 1))}`;
});
const body = [...values.data, ...encoded].join("&");
const headers = new Headers(body === "" ? {} : { "Content-Type": "application/x-www-form-urlencoded" });
let { user } = values;
const lines = [...values.header];
for (const { name, value } of configured()) {
  if (name === "user") user = value;
  else lines.push(value);
}
if (user !== undefined) headers.set("Authorization", `Basic ${Buffer.from(user).toString("base64")}`);
for (const line of lines)
  headers.set(line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim());

const method = values.request ?? (body === "" ? "GET" : "POST");
const response = await fetch(positionals[0], {
  method,
  headers,
  redirect: "manual",
  ...(body === "" ? {} : { body }),
});
const write = (target, text) =>
  target === undefined || target === "-" ? process.stdout.write(text) : writeFileSync(target, text);
if (values["dump-header"] !== undefined) {
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  write(values["dump-header"], `HTTP/1.1 ${response.status}\r\n${head}\r\n`);
}
if (values.fail && !response.ok) process.exit(22);
const [name = "curl_response"] = new URL(response.url).pathname.split("/").slice(-1);
write(values["remote-name"] ? name : values.output, Buffer.from(await response.arrayBuffer()));
