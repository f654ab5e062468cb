import { Lexer, Source, TokenKind } from "graphql";
import { BadInput } from "../errors.js";

/** Deepest nesting of lists and objects in what is sent; a filter at its deepest takes a third of it. */
const MOST = 200;
const ANY_OPENING = /[{[(]/;
const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a JSON text, unless it nests so deep that what walks it could run out of stack.
 * @param where for messages: `Request`.
 * @throws BadInput where it is too deep, SyntaxError where it is not JSON.
 */
export function readJson(where: string, text: string): unknown {
  if (nestsTooDeep(text)) refuse(where);
  return JSON.parse(text);
}

/** @throws BadInput where a document nests so deep that parsing it could run out of stack. */
export function checkDocument(where: string, text: string): void {
  if (text.split(ANY_OPENING, MOST + 2).length > MOST + 1 && documentNestsTooDeep(text)) refuse(where);
}

function refuse(where: string): never {
  throw new BadInput(`${where}: expected at most ${MOST} levels of nesting but got more; nest less.`);
}

/** Counts brackets outside of strings, without a stack of its own. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') inString = !inString;
    else if (inString) at += letter === "\\" ? 1 : 0;
    else if (letter === "{" || letter === "[") {
      depth += 1;
      if (depth > MOST) return true;
    } else if (letter === "}" || letter === "]") depth -= 1;
  }
  return false;
}

/** Counts the brackets among a document's tokens, as far as they can be read: comments and block strings hold others. */
function documentNestsTooDeep(text: string): boolean {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF && depth <= MOST; { kind } = lexer.advance()) {
      if (OPENING.has(kind)) depth += 1;
      else if (CLOSING.has(kind)) depth -= 1;
    }
  } catch {
    // The parser tells what is wrong with it.
  }
  return depth > MOST;
}
