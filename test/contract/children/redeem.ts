// One of several processes on one database: redeems the same codes as the others and says on stdout which it got.
import { once } from "node:events";
import { migrated, unhurried } from "../../support/storage.ts";

const [url = "", count = "0"] = process.argv.slice(2);
const storage = await migrated(url, unhurried);
process.stdout.write("ready\n");
await once(process.stdin, "data");
await Promise.all(
  Array.from({ length: Number(count) }, async (_, n) => {
    const answer = await storage.write(({ authorizations }) => authorizations.redeemCode(`code-${n}`, 1));
    if (answer === "redeemed") process.stdout.write(`code-${n}\n`);
  }),
);
await storage.close();
// Not process.exit: lines may still wait for a slow reader.
process.stdin.destroy();
