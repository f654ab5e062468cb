import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { withLease } from "../../src/graph/lease.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { serve, type Service } from "../support/server.js";
import { interrupted, SMALL_ROWS } from "../support/unfinished.js";

const built = buildModel();
const { model } = built;
const QUERY = "{ imports { dataset state startedAt rows totalRows } }";
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) as string;

describe.each(engines)("over HTTP, an import into $name", ({ open }) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    service = await serve(built, engine);
  });
  beforeEach(async () => {
    await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  /** What readiness and the root field say, which is the same. */
  async function told(): Promise<unknown> {
    const ready = await service.app.inject("/health/ready");
    expect(ready.statusCode).toBe(200);
    const health = ready.json<{ status: string; imports: unknown }>();
    expect(health.status).toBe("ready");
    const { answer } = await service.post({ query: QUERY });
    expect(answer).toEqual({ data: { imports: health.imports } });
    return health.imports;
  }

  it("is not told where nothing is unfinished", async () => {
    expect(await told()).toEqual([]);
  });

  it("is told while it runs, and no more when it is done", async () => {
    await withLease(engine, "growing", async (lease) => {
      lease.rows = 7;
      await lease.write([]);
      const running = { dataset: "growing", state: "RUNNING", startedAt: TIME, rows: 7, totalRows: null };
      expect(await told()).toEqual([running]);
    });
    expect(await told()).toEqual([]);
  });

  it("is told when it was interrupted, until it is completed", async () => {
    const complete = await interrupted(engine, model);
    expect(await told()).toMatchObject([{ dataset: "small", state: "INTERRUPTED", totalRows: SMALL_ROWS }]);
    await complete();
    expect(await told()).toEqual([]);
  });
});
