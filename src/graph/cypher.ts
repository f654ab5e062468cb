import type { Statement } from "../engine/engine.js";

const SAFE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A part of a Cypher statement: text with holes for parameters. Only the tag {@link cypher} and {@link name} make one. */
export class Fragment {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** Text that is part of the program, such as a keyword that a table holds; never for what a user or a dataset says. */
function raw(text: string): Fragment {
  return new Fragment([text], []);
}

/** The fragment that is empty. */
export const nothing = raw("");

/**
 * Builds a fragment: an interpolated fragment becomes text, every other value becomes a parameter.
 * @throws Error for undefined, a function or a promise in a hole: these are slips, never values.
 */
export function cypher(strings: TemplateStringsArray, ...holes: readonly unknown[]): Fragment {
  const texts: string[] = [];
  const values: unknown[] = [];
  let text = strings[0] ?? "";
  holes.forEach((hole, index) => {
    const after = strings[index + 1] ?? "";
    if (hole instanceof Fragment) {
      const [first = "", ...rest] = hole.texts;
      text += first;
      for (const next of rest) {
        texts.push(text);
        text = next;
      }
      values.push(...hole.values);
      text += after;
      return;
    }
    if (hole === undefined || typeof hole === "function" || hole instanceof Promise)
      throw new Error(
        `cypher: expected a value or a fragment in hole ${index + 1} but got ${typeof hole}; pass null for "missing".`,
      );
    values.push(hole);
    texts.push(text);
    text = after;
  });
  return new Fragment([...texts, text], values);
}

/**
 * An identifier of the model: a label, a relationship type, a property, a variable.
 * @throws Error for anything that would need quoting.
 */
export function name(identifier: string): Fragment {
  if (!SAFE_NAME.test(identifier))
    throw new Error(
      `cypher: expected an identifier of letters, digits and _ but got ${JSON.stringify(identifier)}; take it from the model.`,
    );
  return raw(identifier);
}

/** Joins fragments with a separator that is part of the program. */
export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return fragments.reduce(
    (joined, fragment, index) => (index === 0 ? fragment : cypher`${joined}${raw(separator)}${fragment}`),
    nothing,
  );
}

/**
 * Numbers the parameters of a fragment and closes it into a statement. Equal values do not share a parameter: the text
 * would change with the values, and Neo4j plans every new text.
 */
export function statement({ texts, values }: Fragment): Statement {
  const text = texts.map((part, index) => (index === 0 ? part : `$p${index - 1}${part}`)).join("");
  const parameters = Object.fromEntries(values.map((value, index) => [`p${index}`, value]));
  return { text: text.replace(/\s+/g, " ").trim(), parameters };
}
