import { TransferError } from "./format.ts";

/** Characters; a row is far shorter. */
const longestLine = 16 * 1024 * 1024;

/** The lines of a text that comes in pieces, as many at a time as a piece ends. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw new TransferError("The file is no export of this program.");
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield [rest];
}
