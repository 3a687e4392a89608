/** Marks in order: the later ones are also part of what the earlier ones send. */
const browsers = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["UCBrowser", "UC Browser"],
  ["Firefox/", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const devices = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["CrOS", "ChromeOS"],
  ["Macintosh", "Mac"],
  ["Linux", "Linux"],
] as const;

function nameIn(marks: readonly (readonly [string, string])[], text: string): string | undefined {
  return marks.find(([mark]) => text.includes(mark))?.[1];
}

/** Browser and device as a person would name them; undefined where the header says nothing known. Never the header itself. */
export function describeUserAgent(userAgent: string): {
  readonly browser: string | undefined;
  readonly device: string | undefined;
} {
  return { browser: nameIn(browsers, userAgent), device: nameIn(devices, userAgent) };
}
