// Redeems codes until it is killed, and says on stdout which ones it was told are redeemed.
import { migrated, unhurried } from "../../support/storage.ts";
import { aCode } from "../fixtures.ts";

const [url = "", prefix = ""] = process.argv.slice(2);
const storage = await migrated(url, unhurried);

async function redeemForEver(lane: number): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${prefix}-${lane}-${n}`;
    await storage.write(async ({ authorizations }) => {
      await authorizations.addCode(aCode({ id }));
      await authorizations.redeemCode(id, n);
    });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, lane) => redeemForEver(lane)));
