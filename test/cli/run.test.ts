import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommand } from "../../src/cli/run.js";
import { engines } from "../support/engines.js";
import { HOUSE_FORM } from "../support/server.js";

let said: string;

beforeEach(() => {
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** What a terminal is told of a failure, and the code with which the command ends. */
async function told(failure: () => unknown): Promise<{ readonly said: string; readonly code: unknown }> {
  await runCommand(async () => {
    await failure();
  });
  return { said: said.trimEnd(), code: process.exitCode };
}

describe.each(engines)("a mistake in a statement on $name", ({ name, open }) => {
  const CODES: Readonly<Record<string, string>> = {
    embedded: "Error GenericFailure GRAFEO-Q001",
    neo4j: "Neo4jError Neo.ClientError.Statement.SyntaxError",
  };

  async function mistaken(): Promise<void> {
    const engine = await open();
    try {
      await engine.write([{ text: "MATCH (n:Secret) RETRUN n", parameters: {} }]);
    } finally {
      await engine.close();
    }
  }

  it("is a defect by its name and code, with nothing of what the engine says", async () => {
    const { said: words, code } = await told(mistaken);
    expect(code).toBe(1);
    expect(words).toMatch(HOUSE_FORM);
    expect(words).toContain(`but got ${CODES[name] ?? ""}`);
    expect(words).not.toMatch(/Secret|RETRUN|\n/);
  });

  it("is told with its stack to who asks for it", async () => {
    vi.stubEnv("LOG_LEVEL", "debug");
    const { said: words, code } = await told(mistaken);
    expect(code).toBe(1);
    expect(words).toMatch(/lines\.\n.*RETRUN/s);
  });
});

describe("an error that nobody expected", () => {
  const SECRET = "neo4j://user:secret@db.example:7687";

  it.each<[string, unknown, string]>([
    ["without a code", new TypeError(SECRET), "TypeError"],
    ["with a code", Object.assign(new Error(SECRET), { code: "ERR_ASSERTION" }), "Error ERR_ASSERTION"],
    ["with the driver's word for no code", Object.assign(new Error(SECRET), { code: "N/A" }), "Error"],
    ["with an address for a code", Object.assign(new Error("x"), { code: SECRET }), "Error"],
    ["with a number for a code", Object.assign(new Error(SECRET), { code: 7 }), "Error 7"],
    ["with an address for a name", Object.assign(new Error("x"), { name: SECRET }), "an error"],
    ["that is none", SECRET, "something that is no error"],
  ])("%s is told without its words", async (_what, error, expected) => {
    const { said: words, code } = await told(() => {
      throw error;
    });
    expect(code).toBe(1);
    expect(words).toMatch(HOUSE_FORM);
    expect(words).toContain(`but got ${expected}; `);
    expect(words).not.toContain("secret");
  });
});
