/** Rows and columns of a keyboard, the alphabet and the digits: what fingers walk along, and back. */
const walks = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop[]",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qazwsxedcrfvtgbyhnujmikolp",
  "zaqxswcdevfrbgtnhymjukilop",
  "q1w2e3r4t5y6u7i8o9p0",
  "1q2w3e4r5t6y7u8i9o0p",
  "a1b2c3d4e5f6g7h8i9",
  "a1s2d3f4g5h6j7k8l9",
  "!@#$%^&*()",
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

/** A few stretches of walks, each of at least three keys (`asdfjkl;`, `qwer1234`), and at most two keys more (`12345678910`). */
function isWalk(text: string): boolean {
  let rest = text;
  for (let legs = 0; legs < 4 && rest.length > 2; legs++) {
    let length = rest.length;
    while (length > 2 && !walks.some((walk) => walk.includes(rest.slice(0, length)))) length -= 1;
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return rest.length === 0 || (rest.length <= 2 && text.length >= 8);
}

/** One unit of up to six characters over and over: `aaaaaaaa`, `abcabcabc`, `asd123asd123`; or each one doubled. */
function isRepetition(text: string): boolean {
  return /^(.{1,6}?)\1+$/.test(text) || /^(?:(.)\1){3,}$/.test(text);
}

/** A day as eight digits, in any of the usual orders. */
function isDate(text: string): boolean {
  const year = "(?:19|20)\\d\\d";
  const two = "(?:0[1-9]|[12]\\d|3[01])";
  return new RegExp(`^(?:${year}${two}${two}|${two}${two}${year})$`).test(text);
}

const keypad = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "", "0", ""];

/** Keys that touch on a number pad. */
function touch(one: string, other: string): boolean {
  const [a, b] = [keypad.indexOf(one), keypad.indexOf(other)];
  const column = (a % 3) - (b % 3);
  const row = (a - (a % 3) - (b - (b % 3))) / 3;
  return column * column <= 1 && row * row <= 1;
}

/** Wherever the finger goes on the number pad, it never jumps: `147852369`; in a long one it may once. */
function isKeypadWalk(digits: string): boolean {
  const jumps = [...digits].filter((digit, index) => index > 0 && !touch(digits.charAt(index - 1), digit));
  return jumps.length <= (digits.length > 8 ? 1 : 0);
}

/** Every number differs from the one before by the same: `13579`, `10203040`, `12131415`. */
function isSeries(numbers: readonly number[], modulus: number): boolean {
  const steps = numbers.slice(1).map((number, index) => (number - (numbers[index] ?? 0) + modulus) % modulus);
  return steps.every((step) => step === steps[0]);
}

function isNumberPattern(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const digits = [...text].map(Number);
  const pairs = (text.match(/\d\d?/g) ?? []).map(Number);
  const odd = digits.filter((_, index) => index % 2 === 1);
  const even = digits.filter((_, index) => index % 2 === 0);
  if (isSeries(digits, 10) || isSeries(pairs, 100)) return true;
  return (isSeries(odd, 10) && isSeries(even, 10)) || isKeypadWalk(text);
}

/** Whether a text, in lower case, is no more than a pattern of keys or digits. */
export function isGuessablePattern(text: string): boolean {
  return isRepetition(text) || isWalk(text) || isDate(text) || isNumberPattern(text);
}
