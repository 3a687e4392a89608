// Loaded into a server before its program: a clock that goes wrong by as many milliseconds as a file says.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.SHIFTED_CLOCK ?? "";
const right = Date.now;
let wrong = 0;
setInterval(() => {
  const wanted = Number(readFileSync(file, "utf8"));
  if (wanted === wrong) return;
  wrong = wanted;
  writeFileSync(`${file}.seen`, String(wrong));
}, 10).unref();
Date.now = () => right() + wrong;
