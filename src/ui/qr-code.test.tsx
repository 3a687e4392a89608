import { encode } from "uqr";
import { expect, it } from "vitest";
import { QrCode } from "./qr-code.tsx";

it("draws every module of the code, and nothing else", () => {
  const text =
    "otpauth://totp/Mubarokah%20ID:siti%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=x";
  const html = String(<QrCode text={text} label={'a "label"'} />);
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = "", y = "", length = ""] of html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  expect(drawn).toEqual(data);
  expect(html).toContain('role="img" aria-label="a &quot;label&quot;"');
});
