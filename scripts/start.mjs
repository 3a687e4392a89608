// npm start: install, build, then run the server; see with-node.mjs.
process.argv.splice(2, 0, "dist/main.js");
await import("./with-node.mjs");
