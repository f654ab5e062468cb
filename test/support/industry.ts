import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel, type Built } from "../../src/schema.js";
import type { EngineUnderTest } from "./engines.js";
import { listening } from "./listening.js";
import { serve, type Response, type Service } from "./server.js";

const built = buildModel();

/** A dataset of `test/datasets`, served to a block of tests on one engine. */
export interface ServedDataset {
  readonly built: Built;
  /** The statements that were sent. */
  readonly sent: Statement[];
  engine: Engine;
  service: Service;
  /** Asks one root field; fails where the answer has errors. */
  readonly ask: (query: string, variables?: object) => Promise<Answered>;
  /** The messages of the errors of a query. */
  readonly refuse: (query: string) => Promise<readonly string[]>;
}

/** The answer of the first root field, and what it took. */
export interface Answered {
  readonly value: unknown;
  readonly statements: number;
}

function answered({ answer, line }: Response): Answered {
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return { value: Object.values(answer.data ?? {})[0], statements: line["statements"] as number };
}

/** Serves an invented dataset, by the name of its folder, or an empty graph. */
export function servedDataset(tested: EngineUnderTest, folder?: string): ServedDataset {
  const served: ServedDataset = {
    built,
    sent: [],
    engine: undefined as unknown as Engine,
    service: undefined as unknown as Service,
    ask: async (query: string, variables: object = {}) => answered(await served.service.post({ query, variables })),
    refuse: async (query: string) =>
      ((await served.service.post({ query })).answer.errors ?? []).map(({ message }) => message),
  };
  beforeAll(async () => {
    served.engine = await tested.open();
    await prepareGraph(served.engine, built.model);
    if (folder !== undefined)
      await importDataset({
        folder: join(PACKAGE_ROOT, "test", "datasets", folder),
        engine: served.engine,
        model: built.model,
      });
    served.service = await serve(built, listening(served.engine, served.sent));
  });
  afterAll(async () => {
    await served.service.app.close();
    await served.engine.close();
  });
  return served;
}
