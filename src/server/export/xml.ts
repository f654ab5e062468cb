import XMLBuilder from "fast-xml-builder";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/**
 * One element with all that is in it, on a line of its own; names that begin with @ are its attributes. Line breaks and tabs
 * within become references: within an attribute a parser would make spaces of them, and of a carriage return a line feed.
 */
export function element(content: Readonly<Record<string, unknown>>): string {
  return `${builder.build(content).replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)}\n`;
}

/** What XML 1.0 does not allow in a text, section 2.2; halves of a surrogate pair among it. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text as XML may hold it: what it forbids becomes the replacement character. */
export function allowed(text: string): string {
  return text.replace(FORBIDDEN, "\u{fffd}");
}
