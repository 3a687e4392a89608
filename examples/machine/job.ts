import { isMubarokahError, Mubarokah, type MubarokahError } from "@mubarokah/client";
import { machineToken } from "@mubarokah/client/machine";

const { ISSUER = "http://localhost:3000", CLIENT_ID = "", CLIENT_SECRET } = process.env;

/** As in sysexits.h: a scheduler tries again after 75, and wakes somebody for the others. */
const exits = { usage: 64, unavailable: 69, tryAgain: 75, configuration: 78 };

function exitFor(error: MubarokahError): number {
  if (error.retryable) return exits.tryAgain;
  return error.fixableBy === "operator" ? exits.unavailable : exits.configuration;
}

async function run(address: string | undefined): Promise<number> {
  if (!address) {
    console.error("Usage: node job.ts ADDRESS");
    return exits.usage;
  }
  try {
    const mubarokah = new Mubarokah({ issuer: ISSUER, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
    // One token for all calls, fetched again shortly before it ends.
    const machine = machineToken(mubarokah, { scope: "server-operations" });
    const answer = await fetch(address, {
      headers: { Authorization: `Bearer ${await machine.accessToken()}` },
    });
    console.log(await answer.text());
    return answer.ok ? 0 : exits.unavailable;
  } catch (error) {
    if (!isMubarokahError(error)) throw error;
    console.error(error.message); // what happened, what to do, and the page about it; no secret
    return exitFor(error);
  }
}

process.exitCode = await run(process.argv[2]);
