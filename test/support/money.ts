import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel, type Built } from "../../src/schema.js";
import type { EngineUnderTest } from "./engines.js";
import { listening } from "./listening.js";
import { serve, type Answer, type Service } from "./server.js";

/** The invented dataset of funds, holdings and dates: a folder that is never part of the seed. */
export const MONEY = fileURLToPath(new URL("../datasets/money", import.meta.url));

const built = buildModel();

/** A dataset folder, served to the tests of a block. */
export interface Served {
  readonly built: Built;
  readonly sent: Statement[];
  engine: Engine;
  service: Service;
  /** The answer to a query that has no mistake in it. */
  readonly ask: <T>(query: string, variables?: object) => Promise<T>;
  /** The message and code of the first error of a query. */
  readonly refused: (query: string, variables?: object) => Promise<NonNullable<Answer["errors"]>[number] | undefined>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Serves a dataset folder on an engine, from the start of a block to its end. */
export function servedFolder(tested: EngineUnderTest, folder: string): Served {
  const served = { built, sent: [] as Statement[] } as unknown as Writable<Served>;
  served.ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { answer } = await served.service.post({ query, variables });
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  };
  served.refused = async (query, variables = {}) =>
    (await served.service.post({ query, variables })).answer.errors?.[0];
  beforeAll(async () => {
    served.engine = listening(await tested.open(), served.sent);
    await prepareGraph(served.engine, built.model);
    await importDataset({ folder, engine: served.engine, model: built.model });
    served.service = await serve(built, served.engine);
  });
  afterAll(async () => {
    await served.service.app.close();
    await served.engine.close();
  });
  return served;
}
