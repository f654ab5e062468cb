import type { Statement } from "../engine/engine.js";

const SAFE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A part of a Cypher statement: texts, and between each two of them a hole that holds another part or a parameter. Only the tag
 * {@link cypher}, {@link name} and {@link join} make one.
 */
export class Fragment {
  constructor(
    readonly texts: readonly string[],
    readonly holes: readonly unknown[],
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
  holes.forEach((hole, index) => {
    if (hole === undefined || typeof hole === "function" || hole instanceof Promise)
      throw new Error(
        `cypher: expected a value or a fragment in hole ${index + 1} but got ${typeof hole}; pass null for "missing".`,
      );
  });
  return new Fragment(strings, holes);
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
  if (fragments.length === 0) return nothing;
  return new Fragment(["", ...new Array<string>(fragments.length - 1).fill(separator), ""], fragments);
}

/** A value that stands in several places of a statement and is sent once. */
export class Shared {
  constructor(private readonly given: unknown) {}

  /** Read when the statement is closed. */
  get value(): unknown {
    return this.given;
  }
}

/**
 * Numbers the parameters of a fragment and closes it into a statement. Equal values do not share a parameter, only the same
 * {@link Shared} one does: the text would change with the values, and Neo4j plans every new text.
 */
export function statement(whole: Fragment): Statement {
  const parameters: Record<string, unknown> = {};
  let text = "";
  const shared = new Map<Shared, string>();
  let count = 0;
  const parameterOf = (hole: unknown): string => {
    const parameter = `p${count++}`;
    parameters[parameter] = hole instanceof Shared ? hole.value : hole;
    if (hole instanceof Shared) shared.set(hole, parameter);
    return parameter;
  };
  const write = ({ texts, holes }: Fragment): void => {
    text += texts[0] ?? "";
    holes.forEach((hole, index) => {
      if (hole instanceof Fragment) write(hole);
      else text += `$${shared.get(hole as Shared) ?? parameterOf(hole)}`;
      text += texts[index + 1] ?? "";
    });
  };
  write(whole);
  return { text: text.replace(/\s{2,}|\n/g, " ").trim(), parameters };
}
